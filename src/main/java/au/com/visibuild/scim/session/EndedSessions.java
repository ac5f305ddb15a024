package au.com.visibuild.scim.session;

import au.com.visibuild.scim.platform.Chore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Drops sessions that have long been over. */
@ApplicationScoped
class EndedSessions implements Chore {

    private static final int PORTION = 1_000;

    private final SessionStore store;
    private final SessionConfig config;

    EndedSessions(SessionStore store, SessionConfig config) {
        this.store = store;
        this.config = config;
    }

    @Override
    public String name() {
        return "Dropping ended sessions";
    }

    @Override
    public Uni<Boolean> portion(Instant now) {
        return store.drop(now.minus(config.retention()), PORTION).map(dropped -> dropped == PORTION);
    }
}
