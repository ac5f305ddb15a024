package au.com.visibuild.scim.provisioning;

import au.com.visibuild.scim.audit.AuditAction;
import au.com.visibuild.scim.audit.AuditLog;
import au.com.visibuild.scim.audit.Origin;
import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.platform.PgErrors;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimError;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.user.LoginEmail;
import au.com.visibuild.scim.user.UserStore;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;
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

    /** A write and whom it is about. {@code wanted} gives the attributes the person would have had, or null. */
    public record Attempt(
            Origin origin, AuditAction action, AuditLog.Subject subject, Supplier<@Nullable ComplexValue> wanted) {}

    private record Refused(
            ScimException answer, String reason, @Nullable UUID related) {}

    /** Runs a write; a refusal is logged before it is answered. */
    public <T> Uni<T> guard(Attempt attempt, Supplier<Uni<T>> write) {
        return Uni.createFrom()
                .deferred(write::get)
                .onFailure()
                .recoverWithUni(failure -> understand(attempt, failure)
                        .call(refused -> record(attempt, refused))
                        .chain(refused -> Uni.createFrom().failure(refused.answer())));
    }

    /** Refuses a write that could not even begin; logged before it is answered. */
    public <T> Uni<T> refuse(Origin origin, AuditAction action, AuditLog.Subject subject, ScimException answer) {
        return guard(
                new Attempt(origin, action, subject, () -> null),
                () -> Uni.createFrom().failure(answer));
    }

    private Uni<Refused> understand(Attempt attempt, Throwable failure) {
        if (failure instanceof ScimException refused) {
            return Uni.createFrom().item(new Refused(refused, refused.error().detail(), null));
        }
        CompanyId company = attempt.origin().company();
        ComplexValue wanted = attempt.wanted().get();
        String constraint = PgErrors.violatedUniqueness(failure);
        return switch (constraint == null ? "" : constraint) {
            case "users_user_name" ->
                taken(
                        "Another person of the company has this userName.",
                        wanted == null ? null : wanted.text("userName"),
                        name -> users.holderOfUserName(company, name));
            case "users_external_id" ->
                taken(
                        "Another person of the company has this externalId.",
                        wanted == null ? null : wanted.text("externalId"),
                        identifier -> users.holderOfExternalId(company, identifier));
            case "users_login_email" -> loginEmailTaken(company, wanted == null ? null : LoginEmail.of(wanted));
            default -> Uni.createFrom().failure(failure);
        };
    }

    /** That an address is in use elsewhere is the one fact that crosses the tenant wall; the answer names nobody. */
    private Uni<Refused> loginEmailTaken(CompanyId company, @Nullable String loginEmail) {
        String detail = "The login e-mail address is in use.";
        return taken(detail, loginEmail, address -> users.holderOfLoginEmail(company, address))
                .map(refused -> loginEmail == null
                        ? refused
                        : new Refused(
                                refused.answer(),
                                refused.related() == null
                                        ? "In use outside your company: contact support."
                                        : "Another active person of the company logs in with this address.",
                                refused.related()));
    }

    /** Who it is that has the value stands in the log only. */
    private static Uni<Refused> taken(
            String detail, @Nullable String value, Function<String, Uni<@Nullable UUID>> holder) {
        ScimException answer = ScimException.uniqueness(detail);
        return (value == null ? Uni.createFrom().<UUID>nullItem() : Panache.withSession(() -> holder.apply(value)))
                .map(related -> new Refused(answer, detail, related));
    }

    private Uni<Void> record(Attempt attempt, Refused refused) {
        ScimError error = refused.answer().error();
        String type = error.scimType() == null ? null : error.scimType().keyword();
        return Panache.withTransaction(() -> log.refused(
                        attempt.origin(),
                        attempt.action(),
                        attempt.subject(),
                        new AuditLog.Refusal(error.status(), type, refused.reason(), refused.related())))
                .onFailure()
                .invoke(failure -> LOG.warnf("A refusal could not be logged: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
