package au.com.visibuild.scim.signal;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why a receiver has not taken a token: a short text for people, without any secret. Records no stack. */
final class NotTaken extends RuntimeException {

    /** What a repeat of the very same token cannot heal (RFC 8935 §2.4; {@code invalid_state}: SSF 1.0 §8.1.4). */
    private static final Set<String> HOPELESS =
            Set.of("invalid_request", "invalid_issuer", "invalid_audience", "invalid_state");

    private static final int LONGEST = 300;

    private final boolean forGood;
    private final @Nullable Duration after;

    private NotTaken(String reason, boolean forGood, @Nullable Duration after) {
        super(reason, null, false, false);
        this.forGood = forGood;
        this.after = after;
    }

    /** It may be taken at another time, not before so long if the receiver said how long. */
    static NotTaken yet(String reason, @Nullable Duration after) {
        return new NotTaken(brief(reason), false, after);
    }

    /**
     * The receiver gave one of the error codes of RFC 8935 §2.4, by push or by poll. Keys and credentials can be put right
     * on either side and the same token taken then; so, for all we know, can what codes mean that we do not know.
     */
    static NotTaken said(String code, String description) {
        String reason = description.isBlank() ? code : code + ": " + description;
        return new NotTaken(brief(reason), HOPELESS.contains(code), null);
    }

    /** Whether it will never be taken. */
    boolean isForGood() {
        return forGood;
    }

    /** The reason. */
    String reason() {
        return String.valueOf(getMessage());
    }

    /** How long the receiver asked not to be asked again, or null. */
    @Nullable
    Duration after() {
        return after;
    }

    /** One line of what a receiver may have written as it liked. */
    private static String brief(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Cs}\\p{Zl}\\p{Zp}]+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
