package au.com.visibuild.scim.signal;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a stream transmits (SSF 1.0 §8.1.2). */
public enum StreamStatus {
    /** Transmits. */
    ENABLED,
    /** Does not transmit; events are held until it does again. */
    PAUSED,
    /** Does not transmit and holds nothing. */
    DISABLED;

    /** The word on the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status of that word, or null. */
    public static @Nullable StreamStatus ofWord(@Nullable String word) {
        for (StreamStatus status : values()) {
            if (status.word().equals(word)) {
                return status;
            }
        }
        return null;
    }
}
