package au.com.visibuild.scim.signal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far the telling of an event to one stream is.
 *
 * @param id the delivery's, which is the token's {@code jti}
 * @param type the event's URI
 * @param txn joins the deliveries of one cause
 * @param stream whose it is
 * @param ofCompany whether it is a stream of the company's own, rather than a platform's or the operator's
 * @param description the stream's owner's words for it, or null
 * @param state how far it is
 * @param attempts how often it was tried
 * @param nextAttemptAt when it is tried again; null when it is not
 * @param doneAt when it arrived or was given up, or null
 * @param lastError why the last attempt failed, or null
 * @param occurredAt when the event happened
 */
public record DeliveryView(
        UUID id,
        String type,
        String txn,
        UUID stream,
        boolean ofCompany,
        @Nullable String description,
        State state,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant doneAt,
        @Nullable String lastError,
        Instant occurredAt) {

    /** How far a delivery is. */
    public enum State {
        /** Not tried yet, or to be fetched by the receiver, or held by a paused stream. */
        WAITING,
        /** It failed and is tried again. */
        RETRYING,
        /** The receiver has it. */
        DELIVERED,
        /** It was given up. */
        DEAD
    }
}
