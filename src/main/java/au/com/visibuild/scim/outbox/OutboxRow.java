package au.com.visibuild.scim.outbox;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.platform.AttributeJson;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
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

/** An event as it was written, and when it was handed on. */
@Entity
@SuppressWarnings("UnusedVariable") // some columns are read by statements only
@Table(name = "outbox_event")
class OutboxRow {

    @Id
    private UUID id;

    @Column(name = "company_id")
    private UUID companyId;

    @Column(name = "user_id")
    private UUID userId;

    @Enumerated(EnumType.STRING)
    private EventType type;

    @ColumnTransformer(read = "cast(payload as text)", write = "cast(cast(? as text) as json)")
    private String payload;

    private String txn;

    @Column(name = "occurred_at")
    private Instant occurredAt;

    @Column(insertable = false, updatable = false)
    private long position;

    @Column(name = "handed_on_at")
    private @Nullable Instant handedOnAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected OutboxRow() {}

    OutboxRow(UserEvent event) {
        this.id = event.id();
        this.companyId = event.company().value();
        this.userId = event.user();
        this.type = event.type();
        this.payload = AttributeJson.write(ComplexValue.builder()
                .putText("email", event.email())
                .putText("newEmail", event.newEmail())
                .putText("reason", event.reason())
                .build());
        this.txn = event.txn();
        this.occurredAt = event.occurredAt();
    }

    /** The event as it was appended. */
    UserEvent event() {
        ComplexValue stored = AttributeJson.parseStored(payload);
        return new UserEvent(
                id,
                new CompanyId(companyId),
                userId,
                type,
                stored.text("email"),
                stored.text("newEmail"),
                stored.text("reason"),
                txn,
                occurredAt);
    }
}
