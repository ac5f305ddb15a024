package au.com.visibuild.scim.idp;

import au.com.visibuild.scim.platform.Chore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Drops used tokens once they could not be used again anyway. */
@ApplicationScoped
class SpentAssertions implements Chore {

    private static final int PORTION = 1_000;

    private final UsedAssertionStore store;

    SpentAssertions(UsedAssertionStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "Dropping used tokens that are over";
    }

    @Override
    public Uni<Boolean> portion(Instant now) {
        return store.forget(now, PORTION).map(dropped -> dropped == PORTION);
    }
}
