package au.com.visibuild.scim.session;

import au.com.visibuild.scim.outbox.Outbox;
import au.com.visibuild.scim.platform.RequestEffects;
import au.com.visibuild.scim.user.User;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Ends all sessions of a person in the caller's transaction, which holds the person's row lock: the rows and the event
 * that tells the platforms. The event is written even when no session is open here, because a platform may hold one that
 * we do not know of.
 */
@ApplicationScoped
public class SessionRevocation {

    private final SessionStore store;
    private final Outbox outbox;
    private final Clock clock;

    SessionRevocation(SessionStore store, Outbox outbox, Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Ends them; answers how many were open. {@code cause} names the person by the address before the change. */
    public Uni<Integer> revokeAll(User user, RevocationReason reason, Outbox.Cause cause) {
        return store.revokeAll(user.company(), user.id(), clock.instant(), reason)
                .invoke(ended -> RequestEffects.note(RequestEffects.Effect.SESSION_ENDED, ended))
                .call(() -> outbox.appendRevocation(cause, reason.name()));
    }
}
