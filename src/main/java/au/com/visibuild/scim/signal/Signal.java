package au.com.visibuild.scim.signal;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One security event for one stream: what becomes its token.
 *
 * @param id the {@code jti}
 * @param stream whose it is
 * @param audience the stream's {@code aud}
 * @param format how the stream names people
 * @param user whom it is about, or null for the stream itself
 * @param type what happened
 * @param payload what is known of it
 * @param txn joins the events of one cause
 * @param occurredAt when it happened
 * @param createdAt when the delivery was made, the {@code iat}: a repeat is the same token
 */
record Signal(
        UUID id,
        UUID stream,
        String audience,
        SubjectFormat format,
        @Nullable UUID user,
        SignalType type,
        JsonObject payload,
        String txn,
        Instant occurredAt,
        Instant createdAt) {

    /** The same for another audience. */
    Signal to(String other) {
        return new Signal(id, stream, other, format, user, type, payload, txn, occurredAt, createdAt);
    }
}
