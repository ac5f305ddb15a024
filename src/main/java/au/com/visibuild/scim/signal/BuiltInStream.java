package au.com.visibuild.scim.signal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * The receiver that the settings name, as a stream like any other: kept in step with the settings before the first event
 * is handed on. Its {@code Authorization} stays in the settings.
 */
@ApplicationScoped
class BuiltInStream {

    static final UUID ID = new UUID(0, 1);
    private static final String OWNER = "settings";

    private final StreamStore streams;
    private final SignalConfig config;
    private final Clock clock;
    private volatile boolean kept;

    BuiltInStream(StreamStore streams, SignalConfig config, Clock clock) {
        this.streams = streams;
        this.config = config;
        this.clock = clock;
    }

    /** In the caller's transaction; does something once only. */
    Uni<Void> keep() {
        if (kept) {
            return Uni.createFrom().voidItem();
        }
        Instant now = clock.instant();
        return config.receiverUrl()
                .map(receiver -> streams.keep(ID, OWNER, audience(receiver), receiver.toString(), now))
                .orElseGet(() -> streams.disable(ID, "No receiver is configured.", now));
    }

    /** What {@link #keep} did is committed. */
    void kept() {
        kept = true;
    }

    private String audience(URI receiver) {
        return config.audience().orElse(receiver.toString());
    }
}
