package au.com.visibuild.scim.audit;

import au.com.visibuild.scim.platform.AttributeJson;
import au.com.visibuild.scim.platform.Ids;
import au.com.visibuild.scim.platform.RequestEffects;
import au.com.visibuild.scim.platform.RequestEffects.Effect;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Appends to the provisioning log in the caller's transaction: there is no change without its row and no row for a
 * change that was rolled back. A refusal's row needs a transaction of its own, which the caller opens.
 */
@ApplicationScoped
public class AuditLog {

    private final AuditStore store;
    private final Ids ids;
    private final Clock clock;

    AuditLog(AuditStore store, Ids ids, Clock clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /** Who an act was about: an id and the name that person had, either may be unknown. */
    public record Subject(@Nullable UUID userId, @Nullable String name) {
        private static final int LONGEST_NAME = 255;

        /** Somebody who has no id yet, by the name that was sent, however long that is. */
        public static Subject named(@Nullable String name) {
            if (name == null || name.length() <= LONGEST_NAME) {
                return new Subject(null, name);
            }
            return new Subject(null, name.substring(0, LONGEST_NAME) + "…");
        }

        /** For acts that concern no person. */
        public static final Subject NOBODY = new Subject(null, null);
    }

    /**
     * Something changed.
     *
     * @param changes per attribute its old and new value, or null; must not hold secrets
     * @param effects what the change caused, or null
     */
    public Uni<Void> done(
            Origin origin,
            AuditAction action,
            Subject subject,
            @Nullable ComplexValue changes,
            @Nullable ComplexValue effects) {
        note(action, effects);
        return append(entry(origin, action, AuditEntry.Outcome.DONE, subject)
                .with(
                        changes == null ? null : AttributeJson.write(changes),
                        effects == null ? null : AttributeJson.write(effects)));
    }

    /** Something changed, and there is no more to say about it. */
    public Uni<Void> done(Origin origin, AuditAction action, Subject subject) {
        return done(origin, action, subject, null, null);
    }

    /** The wish was already fulfilled. */
    public Uni<Void> noChange(Origin origin, AuditAction action, Subject subject) {
        RequestEffects.note(Effect.NO_CHANGE, 1);
        return append(entry(origin, action, AuditEntry.Outcome.NO_CHANGE, subject));
    }

    /**
     * How an act was refused.
     *
     * @param status the answer's HTTP status
     * @param scimType the answer's {@code scimType}, or null
     * @param reason why, in plain words; must not hold secrets
     * @param related the person of the same company who stood in the way, or null
     */
    public record Refusal(
            int status,
            @Nullable String scimType,
            String reason,
            @Nullable UUID related) {

        /** A refusal of which there is no more to say. */
        public static Refusal of(int status, String reason) {
            return new Refusal(status, null, reason, null);
        }
    }

    /** The act was refused. */
    public Uni<Void> refused(Origin origin, AuditAction action, Subject subject, Refusal refusal) {
        return append(entry(origin, action, AuditEntry.Outcome.REFUSED, subject)
                .answered(refusal.status())
                .because(refusal.scimType(), refusal.reason(), refusal.related()));
    }

    private AuditEntry entry(Origin origin, AuditAction action, AuditEntry.Outcome outcome, Subject subject) {
        return new AuditEntry(ids.next(), clock.instant(), origin, action, outcome)
                .about(subject.userId(), subject.name())
                .answered(action.acceptedStatus(origin.kind()));
    }

    /** For whoever counts what requests bring about. Who was switched off before loses nothing by being deleted. */
    private static void note(AuditAction action, @Nullable ComplexValue effects) {
        if (action == AuditAction.DEACTIVATE_USER) {
            RequestEffects.note(Effect.DEACTIVATED, 1);
        } else if (action == AuditAction.DELETE_USER && Effects.of(effects).rolesEnded() != null) {
            RequestEffects.note(Effect.DELETED, 1);
        }
    }

    private Uni<Void> append(AuditEntry entry) {
        return store.persist(entry).replaceWithVoid();
    }
}
