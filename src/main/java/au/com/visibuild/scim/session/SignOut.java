package au.com.visibuild.scim.session;

import au.com.visibuild.scim.audit.AuditAction;
import au.com.visibuild.scim.audit.AuditLog;
import au.com.visibuild.scim.audit.Effects;
import au.com.visibuild.scim.audit.Origin;
import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.outbox.Outbox;
import au.com.visibuild.scim.outbox.OutboxRelay;
import au.com.visibuild.scim.platform.Ids;
import au.com.visibuild.scim.platform.RequestRefused;
import au.com.visibuild.scim.user.User;
import au.com.visibuild.scim.user.UserStore;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's sessions, seen and ended as a whole. The person stays active and may sign in again. */
@ApplicationScoped
public class SignOut {

    private final UserStore users;
    private final SessionStore store;
    private final SessionRevocation revocation;
    private final OutboxRelay relay;
    private final AuditLog log;
    private final Ids ids;
    private final Clock clock;

    SignOut(
            UserStore users,
            SessionStore store,
            SessionRevocation revocation,
            OutboxRelay relay,
            AuditLog log,
            Ids ids,
            Clock clock) {
        this.users = users;
        this.store = store;
        this.revocation = revocation;
        this.relay = relay;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whose person that id is; 404 for an id of nobody. */
    public Uni<CompanyId> companyOf(String user) {
        UUID id = Ids.read(user);
        return (id == null ? Uni.createFrom().<CompanyId>nullItem() : Panache.withSession(() -> users.companyOf(id)))
                .onItem()
                .ifNull()
                .failWith(SignOut::nobody);
    }

    /** The person's sessions that are alive, newest first; 404 for a person the company does not have. */
    public Uni<List<LiveSession>> live(CompanyId company, String user) {
        UUID id = Ids.read(user);
        return Panache.withSession(() -> person(id == null ? null : users.find(company, id)))
                .chain(found -> store.liveOf(company, found.id(), clock.instant()));
    }

    /**
     * Ends all of the person's sessions, in one transaction with the event that tells the platforms and the log's row;
     * answers how many there were. 404 for a person the company does not have.
     */
    public Uni<Integer> everywhere(Origin origin, String user) {
        UUID id = Ids.read(user);
        return Panache.withTransaction(() -> person(id == null ? null : users.findForUpdate(origin.company(), id))
                        .chain(found -> everywhere(origin, found)))
                .invoke(relay::wake);
    }

    /** The same in the transaction of a caller who holds the person locked, and who wakes the relay after the commit. */
    public Uni<Integer> everywhere(Origin origin, User user) {
        Outbox.Cause cause = new Outbox.Cause(
                user.company(), user.id(), user.loginEmail(), ids.next().toString());
        return revocation
                .revokeAll(user, RevocationReason.SIGNED_OUT, cause)
                .call(ended -> log.done(
                        origin,
                        AuditAction.SIGN_OUT_USER,
                        new AuditLog.Subject(user.id(), user.userName()),
                        null,
                        Effects.signedOut(ended, cause.txn()).describe()));
    }

    private static Uni<User> person(@Nullable Uni<@Nullable User> found) {
        return (found == null ? Uni.createFrom().<User>nullItem() : found)
                .onItem()
                .ifNull()
                .failWith(SignOut::nobody);
    }

    private static RequestRefused nobody() {
        return RequestRefused.unknown("There is no such person.");
    }
}
