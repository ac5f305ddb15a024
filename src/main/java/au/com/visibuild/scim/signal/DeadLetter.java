package au.com.visibuild.scim.signal;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that was given up.
 *
 * @param id the delivery's, which is the token's {@code jti}
 * @param type the event's URI
 * @param eventId the event, the same in all streams
 * @param user whom it is about
 * @param email the person's login e-mail before the change, or null
 * @param stream the stream that it did not get through
 * @param attempts how often it was tried
 * @param lastError why the last attempt failed
 * @param occurredAt when the event happened
 * @param deadAt when it was given up
 * @param replay whether it can be told again now
 */
@RegisterForReflection
public record DeadLetter(
        UUID id,
        String type,
        UUID eventId,
        UUID user,
        @Nullable String email,
        Receiver stream,
        int attempts,
        @Nullable String lastError,
        Instant occurredAt,
        Instant deadAt,
        Replay replay) {

    /**
     * A stream without its secrets; a receiver's path may be one.
     *
     * @param host scheme and host of a pushed stream's receiver, else null
     */
    @RegisterForReflection
    public record Receiver(
            UUID id,
            String method,
            @Nullable String host,
            @Nullable String description) {}

    /** Whether a dead letter can be told again. */
    public enum Replay {
        /** It can. */
        POSSIBLE,
        /** It cannot: its receiver was told something later of that kind, which it would undo. */
        OVERTAKEN,
        /** Not at this moment: its receiver is just being told something else of that person. */
        BUSY,
        /** Not while its stream is disabled, for that holds nothing. */
        DISABLED
    }
}
