package au.com.visibuild.scim.provisioning;

import au.com.visibuild.scim.audit.AuditAction;
import au.com.visibuild.scim.audit.AuditLog;
import au.com.visibuild.scim.audit.Origin;
import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.platform.PgErrors;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.user.UserStore;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What is said, and to whom, when a write does not happen: the caller gets a SCIM error, the provisioning log a row in a
 * transaction of its own, since the write's was rolled back.
 */
@ApplicationScoped
public class Refusals {

    private static final Logger LOG = Logger.getLogger(Refusals.class);

    private final UserStore users;
    private final AuditLog log;

    Refusals(UserStore users, AuditLog log) {
        this.users = users;
        this.log = log;
    }

    /** A write and whom it is about. {@code loginEmail} gives the address the person would have had, or null. */
    public record Attempt(
            Origin origin, AuditAction action, AuditLog.Subject subject, Supplier<@Nullable String> loginEmail) {}

    private record Refusal(ScimException answer, String reason) {}

    /** Runs a write; a refusal is logged before it is answered. */
    public <T> Uni<T> guard(Attempt attempt, Supplier<Uni<T>> write) {
        return Uni.createFrom()
                .deferred(write::get)
                .onFailure()
                .recoverWithUni(failure -> understand(attempt, failure)
                        .call(refusal -> record(attempt, refusal))
                        .chain(refusal -> Uni.createFrom().failure(refusal.answer())));
    }

    private Uni<Refusal> understand(Attempt attempt, Throwable failure) {
        if (failure instanceof ScimException refused) {
            return Uni.createFrom().item(new Refusal(refused, refused.error().detail()));
        }
        String constraint = PgErrors.violatedUniqueness(failure);
        return switch (constraint == null ? "" : constraint) {
            case "users_user_name" -> taken("Another person of the company has this userName.");
            case "users_external_id" -> taken("Another person of the company has this externalId.");
            case "users_login_email" ->
                loginEmailTaken(attempt.origin().company(), attempt.loginEmail().get());
            default -> Uni.createFrom().failure(failure);
        };
    }

    /** That an address is in use elsewhere is the one fact that crosses the tenant wall; the answer names nobody. */
    private Uni<Refusal> loginEmailTaken(CompanyId company, @Nullable String loginEmail) {
        String detail = "The login e-mail address is in use.";
        if (loginEmail == null) {
            return taken(detail);
        }
        return Panache.withSession(() -> users.isLoginEmailTakenWithin(company, loginEmail))
                .map(within -> new Refusal(
                        ScimException.uniqueness(detail),
                        within
                                ? "Another active person of the company logs in with this address."
                                : "In use outside your company: contact support."));
    }

    private static Uni<Refusal> taken(String detail) {
        return Uni.createFrom().item(new Refusal(ScimException.uniqueness(detail), detail));
    }

    private Uni<Void> record(Attempt attempt, Refusal refusal) {
        return Panache.withTransaction(() -> log.refused(
                        attempt.origin(),
                        attempt.action(),
                        attempt.subject(),
                        refusal.answer().error().status(),
                        refusal.reason()))
                .onFailure()
                .invoke(failure -> LOG.warnf("A refusal could not be logged: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
