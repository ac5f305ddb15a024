package au.com.visibuild.scim.audit;

import au.com.visibuild.scim.protocol.filter.TextFold;
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

/** One row of the provisioning log. Written once, never changed. */
@Entity
@SuppressWarnings("UnusedVariable") // some columns are read by statements only
@Table(name = "provisioning_log")
public class AuditEntry {

    /** How an act ended. */
    public enum Outcome {
        /** It changed something. */
        DONE,
        /** It was accepted and there was nothing to change. */
        NO_CHANGE,
        /** It was refused; the caller has to change something. */
        REFUSED,
        /** It failed on our side. */
        FAILED
    }

    @Id
    private UUID id;

    @Column(name = "company_id")
    private UUID companyId;

    @Column(name = "occurred_at")
    private Instant occurredAt;

    @Column(name = "actor_kind")
    @Enumerated(EnumType.STRING)
    private Origin.Kind actorKind;

    private String actor;

    @Enumerated(EnumType.STRING)
    private AuditAction action;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    @Column(name = "user_id")
    private @Nullable UUID userId;

    private @Nullable String subject;

    @Column(name = "subject_key")
    private @Nullable String subjectKey;

    @Column(name = "request_id")
    private String requestId;

    private @Nullable Integer status;

    @Column(name = "scim_type")
    private @Nullable String scimType;

    private @Nullable String reason;

    @Column(name = "related_user_id")
    private @Nullable UUID relatedUserId;

    @ColumnTransformer(read = "cast(changes as text)", write = "cast(cast(? as text) as json)")
    private @Nullable String changes;

    @ColumnTransformer(read = "cast(effects as text)", write = "cast(cast(? as text) as json)")
    private @Nullable String effects;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected AuditEntry() {}

    AuditEntry(UUID id, Instant occurredAt, Origin origin, AuditAction action, Outcome outcome) {
        this.id = id;
        this.companyId = origin.company().value();
        this.occurredAt = occurredAt;
        this.actorKind = origin.kind();
        this.actor = origin.actor();
        this.requestId = origin.requestId();
        this.action = action;
        this.outcome = outcome;
    }

    AuditEntry about(@Nullable UUID user, @Nullable String name) {
        this.userId = user;
        this.subject = name;
        this.subjectKey = name == null ? null : TextFold.fold(name);
        return this;
    }

    AuditEntry answered(int answeredStatus) {
        this.status = answeredStatus;
        return this;
    }

    AuditEntry because(@Nullable String answeredType, String why, @Nullable UUID related) {
        this.scimType = answeredType;
        this.reason = why;
        this.relatedUserId = related;
        return this;
    }

    AuditEntry with(@Nullable String changedValues, @Nullable String causedEffects) {
        this.changes = changedValues;
        this.effects = causedEffects;
        return this;
    }
}
