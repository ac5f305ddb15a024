package au.com.visibuild.scim.session;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.platform.Ids;
import au.com.visibuild.scim.user.LoginEmail;
import au.com.visibuild.scim.user.User;
import au.com.visibuild.scim.user.UserStore;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What platforms do with sessions: open, check, end. */
@ApplicationScoped
public class Sessions {

    private final UserStore users;
    private final SessionStore store;
    private final AccessTokens accessTokens;
    private final SessionConfig config;
    private final Ids ids;
    private final Clock clock;

    Sessions(
            UserStore users,
            SessionStore store,
            AccessTokens accessTokens,
            SessionConfig config,
            Ids ids,
            Clock clock) {
        this.users = users;
        this.store = store;
        this.accessTokens = accessTokens;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    /** What came of opening a session. */
    public sealed interface Opening {
        /** The session is open, and this is its first access token. */
        record Opened(AccessTokens.Issued token) implements Opening {}

        /** Nobody is known by that login e-mail or id. */
        record Unknown() implements Opening {}

        /** The person may not log in, for this reason in plain words. */
        record Refused(String reason) implements Opening {}
    }

    /** What introspection says of a live session's access token (RFC 7662 §2.2). */
    public record Introspection(AccessTokens.Claims claims, LiveSession session) {}

    /**
     * Opens a session for the person who logs in with this address. The person's row is locked against deactivation
     * while the session is written: either the deactivation sees the session, or this sees the deactivation.
     */
    public Uni<Opening> open(String loginEmail, String platform) {
        return open(() -> users.findByLoginEmailForShare(LoginEmail.normal(loginEmail)), platform);
    }

    /** Opens a session for the person of this id, in the same way. */
    public Uni<Opening> openById(String user, String platform) {
        UUID id = Ids.read(user);
        return id == null
                ? Uni.createFrom().item(new Opening.Unknown())
                : open(() -> users.findByIdForShare(id), platform);
    }

    private Uni<Opening> open(Supplier<Uni<@Nullable User>> person, String platform) {
        return Panache.withTransaction(() -> person.get()
                .chain(user -> user == null ? Uni.createFrom().item(new Opening.Unknown()) : open(user, platform)));
    }

    private Uni<Opening> open(User user, String platform) {
        if (user.isDeleted()) {
            return Uni.createFrom().item(new Opening.Refused("This person was removed by the company."));
        }
        if (!user.isActive()) {
            return Uni.createFrom().item(new Opening.Refused("This person was deactivated by the company."));
        }
        if (user.loginEmail() == null) {
            return Uni.createFrom().item(new Opening.Refused("The company has given this person no login e-mail."));
        }
        Instant now = clock.instant();
        LoginSession session = new LoginSession(ids.next(), user, platform, now, now.plus(config.lifetime()));
        return store.persist(session)
                .map(_ -> new Opening.Opened(accessTokens.sign(session.live(user.userName(), user.loginEmail()), now)));
    }

    /** A new access token for a session that is alive, else null. */
    public Uni<AccessTokens.@Nullable Issued> refresh(String session) {
        UUID id = Ids.read(session);
        Instant now = clock.instant();
        return (id == null ? Uni.createFrom().<LiveSession>nullItem() : store.findLive(id, now))
                .map(live -> live == null ? null : accessTokens.sign(live, now));
    }

    /** The token's session if the token is ours and whole and its session is alive, else null. */
    public Uni<@Nullable Introspection> introspect(String accessToken) {
        AccessTokens.Claims claims = accessTokens.verify(accessToken, clock.instant());
        if (claims == null) {
            return Uni.createFrom().nullItem();
        }
        return store.findLive(new CompanyId(claims.company()), claims.session(), clock.instant())
                .map(live -> live == null ? null : new Introspection(claims, live));
    }

    /** Ends a session that the person signed out of; answers false when it is not alive. */
    public Uni<Boolean> signOut(String session) {
        UUID id = Ids.read(session);
        return id == null ? Uni.createFrom().item(false) : store.signOut(id, clock.instant());
    }
}
