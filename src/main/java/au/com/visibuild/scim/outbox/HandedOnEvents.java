package au.com.visibuild.scim.outbox;

import au.com.visibuild.scim.platform.Chore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Drops events that were handed on some time ago. */
@ApplicationScoped
class HandedOnEvents implements Chore {

    private static final int PORTION = 1_000;

    private final BacklogStore store;
    private final OutboxConfig config;

    HandedOnEvents(BacklogStore store, OutboxConfig config) {
        this.store = store;
        this.config = config;
    }

    @Override
    public String name() {
        return "Dropping events that were handed on";
    }

    @Override
    public Uni<Boolean> portion(Instant now) {
        return store.drop(now.minus(config.retention()), PORTION).map(dropped -> dropped == PORTION);
    }
}
