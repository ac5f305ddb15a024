package au.com.visibuild.scim.signal;

import au.com.visibuild.scim.outbox.UserEvent;
import io.vertx.core.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** An event on its way to one stream, as it is written; the rest is done by statements. */
@Entity
@SuppressWarnings("UnusedVariable") // the columns are read by statements only
@Table(name = "delivery")
class DeliveryRow {

    @Id
    private UUID id;

    @Column(name = "stream_id")
    private UUID streamId;

    @Column(name = "event_id")
    private @Nullable UUID eventId;

    @Column(name = "company_id")
    private @Nullable UUID companyId;

    @Column(name = "user_id")
    private @Nullable UUID userId;

    @Enumerated(EnumType.STRING)
    private SignalType type;

    @ColumnTransformer(read = "cast(payload as text)", write = "cast(cast(? as text) as json)")
    private String payload;

    private String txn;

    @Column(name = "occurred_at")
    private Instant occurredAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected DeliveryRow() {}

    private DeliveryRow(UUID id, UUID stream, SignalType type, JsonObject payload, Instant now) {
        this.id = id;
        this.streamId = stream;
        this.type = type;
        this.payload = payload.encode();
        this.txn = id.toString();
        this.occurredAt = now;
        this.createdAt = now;
        this.nextAttemptAt = now;
    }

    /** A person's event for this stream. */
    static DeliveryRow of(UUID id, UUID stream, UserEvent event, Instant now) {
        JsonObject payload = new JsonObject()
                .put("email", event.email())
                .put("newEmail", event.newEmail())
                .put("reason", event.reason());
        DeliveryRow row = new DeliveryRow(id, stream, SignalType.of(event.type()), payload, now);
        row.eventId = event.id();
        row.companyId = event.company().value();
        row.userId = event.user();
        row.txn = event.txn();
        row.occurredAt = event.occurredAt();
        return row;
    }

    /** The stream it is for. */
    UUID stream() {
        return streamId;
    }

    /** An event about the stream itself. */
    static DeliveryRow ofStream(UUID id, UUID stream, SignalType type, JsonObject payload, Instant now) {
        return new DeliveryRow(id, stream, type, payload, now);
    }
}
