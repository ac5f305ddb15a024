package au.com.visibuild.scim.provisioning;

import au.com.visibuild.scim.audit.AuditAction;
import au.com.visibuild.scim.audit.AuditLog;
import au.com.visibuild.scim.audit.Effects;
import au.com.visibuild.scim.audit.Origin;
import au.com.visibuild.scim.outbox.EventType;
import au.com.visibuild.scim.outbox.Outbox;
import au.com.visibuild.scim.platform.Ids;
import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.user.User;
import au.com.visibuild.scim.user.UserStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

/**
 * Changes a person whose row the caller has locked: the row, what follows from it (switched off, switched on, renamed)
 * and the provisioning log's row, in the caller's transaction. PATCH, PUT, DELETE and changes by hand all end here.
 */
@ApplicationScoped
public class UserChange {

    private final UserStore users;
    private final Deprovisioning deprovisioning;
    private final Outbox outbox;
    private final AuditLog log;
    private final Ids ids;
    private final Clock clock;

    UserChange(UserStore users, Deprovisioning deprovisioning, Outbox outbox, AuditLog log, Ids ids, Clock clock) {
        this.users = users;
        this.deprovisioning = deprovisioning;
        this.outbox = outbox;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    /** Gives the person these attributes; if they are the same, only says so in the log. */
    public Uni<User> apply(User user, ComplexValue next, AuditAction action, Origin origin) {
        Instant now = clock.instant();
        markManaged(user, origin, now);
        ComplexValue before = user.attributes();
        var subject = new AuditLog.Subject(user.id(), user.userName());
        if (before.equals(next)) {
            return log.noChange(origin, action, subject).replaceWith(user);
        }
        boolean wasActive = user.isActive();
        Outbox.Cause cause = cause(user);
        user.change(next, now);
        AuditAction done = wasActive == user.isActive()
                ? action
                : wasActive ? AuditAction.DEACTIVATE_USER : AuditAction.REACTIVATE_USER;
        return users.flush()
                .chain(() -> consequences(user, wasActive, cause))
                .chain(effects -> renamed(user, cause, effects))
                .call(effects -> log.done(origin, done, subject, Changes.between(before, next), effects.describe()))
                .chain(users::flush)
                .replaceWith(user);
    }

    /** Switches the person off and hides the row from SCIM for ever; history and log stay. */
    public Uni<Void> delete(User user, Origin origin) {
        Instant now = clock.instant();
        markManaged(user, origin, now);
        boolean wasActive = user.isActive();
        Outbox.Cause cause = cause(user);
        if (wasActive) {
            user.change(user.attributes().with("active", AttributeValue.Bool.FALSE), now);
        }
        user.delete(now);
        return users.flush()
                .chain(() -> consequences(user, wasActive, cause))
                .call(effects -> outbox.append(cause, EventType.ACCOUNT_PURGED))
                .call(effects -> log.done(
                        origin,
                        AuditAction.DELETE_USER,
                        new AuditLog.Subject(user.id(), user.userName()),
                        null,
                        (effects.txn() == null ? Effects.told(cause.txn()) : effects).describe()))
                .chain(users::flush);
    }

    private Uni<Effects> consequences(User user, boolean wasActive, Outbox.Cause cause) {
        if (wasActive && !user.isActive()) {
            return deprovisioning
                    .switchOff(user, cause)
                    .map(ended ->
                            new Effects(ended.rolesEnded(), ended.projectsEnded(), ended.sessionsEnded(), cause.txn()));
        }
        return !wasActive && user.isActive()
                ? outbox.append(cause, EventType.ACCOUNT_ENABLED).replaceWith(Effects.told(cause.txn()))
                : Uni.createFrom().item(Effects.NONE);
    }

    /** Who had no address before is told of by none: such an event names the old one (RISC §2.5). */
    private Uni<Effects> renamed(User user, Outbox.Cause cause, Effects effects) {
        return cause.email() == null || Objects.equals(cause.email(), user.loginEmail())
                ? Uni.createFrom().item(effects)
                : outbox.appendIdentifierChange(cause, user.loginEmail())
                        .replaceWith(effects.txn() == null ? Effects.told(cause.txn()) : effects);
    }

    private Outbox.Cause cause(User user) {
        return new Outbox.Cause(
                user.company(), user.id(), user.loginEmail(), ids.next().toString());
    }

    private static void markManaged(User user, Origin origin, Instant now) {
        if (origin.kind() == Origin.Kind.SCIM) {
            user.manageByScim(now);
        }
    }
}
