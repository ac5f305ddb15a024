package au.com.visibuild.scim.administration;

import au.com.visibuild.scim.audit.AuditAction;
import au.com.visibuild.scim.audit.AuditLog;
import au.com.visibuild.scim.audit.Effects;
import au.com.visibuild.scim.audit.OldAndNew;
import au.com.visibuild.scim.audit.Origin;
import au.com.visibuild.scim.outbox.Outbox;
import au.com.visibuild.scim.outbox.OutboxRelay;
import au.com.visibuild.scim.platform.Ids;
import au.com.visibuild.scim.platform.RequestRefused;
import au.com.visibuild.scim.session.RevocationReason;
import au.com.visibuild.scim.session.SessionRevocation;
import au.com.visibuild.scim.user.LoginEmail;
import au.com.visibuild.scim.user.User;
import au.com.visibuild.scim.user.UserStore;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Staff's way out when two companies claim one login e-mail. */
@ApplicationScoped
public class LoginEmails {

    private final UserStore users;
    private final SessionRevocation sessions;
    private final Outbox outbox;
    private final OutboxRelay relay;
    private final AuditLog log;
    private final Ids ids;
    private final Clock clock;

    LoginEmails(
            UserStore users,
            SessionRevocation sessions,
            Outbox outbox,
            OutboxRelay relay,
            AuditLog log,
            Ids ids,
            Clock clock) {
        this.users = users;
        this.sessions = sessions;
        this.outbox = outbox;
        this.relay = relay;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    /** The person who logs in with an address. */
    public record Holder(UUID companyId, UUID userId, String userName) {
        static Holder of(User user) {
            return new Holder(user.company().value(), user.id(), user.userName());
        }
    }

    /** Who logs in with the address; 404 when nobody active does. */
    public Uni<Holder> holder(String address) {
        return Panache.withTransaction(() -> holderForUpdate(address)).map(Holder::of);
    }

    /**
     * Takes the address from its holder, who stays active but cannot log in until another address is sent, and ends the
     * holder's sessions; platforms are told of both. Logged in the holder's company.
     */
    public Uni<Holder> release(String staff, String requestId, String address) {
        return Panache.withTransaction(() -> holderForUpdate(address).call(user -> {
                    Origin origin = new Origin(user.company(), Origin.Kind.STAFF, staff, requestId);
                    Outbox.Cause cause = new Outbox.Cause(
                            user.company(),
                            user.id(),
                            user.loginEmail(),
                            ids.next().toString());
                    String released = user.loginEmail();
                    user.releaseLoginEmail(clock.instant());
                    return sessions.revokeAll(user, RevocationReason.LOGIN_RELEASED, cause)
                            .call(() -> outbox.appendIdentifierChange(cause, null))
                            .call(ended -> log.done(
                                    origin,
                                    AuditAction.RELEASE_LOGIN_EMAIL,
                                    new AuditLog.Subject(user.id(), user.userName()),
                                    OldAndNew.of("loginEmail", released, null),
                                    Effects.signedOut(ended, cause.txn()).describe()));
                }))
                .map(Holder::of)
                .invoke(relay::wake);
    }

    private Uni<User> holderForUpdate(String address) {
        return users.findHolderForUpdate(LoginEmail.normal(address))
                .onItem()
                .ifNull()
                .failWith(() -> RequestRefused.unknown("Nobody active logs in with this address."));
    }
}
