package au.com.visibuild.scim.signal;

import au.com.visibuild.scim.platform.Chore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * Gives up what a receiver did not fetch, or let its paused stream hold, for too long: what waits is bounded by time, and
 * a dead letter can still be told again.
 */
@ApplicationScoped
class HeldDeliveries implements Chore {

    private static final int PORTION = 1_000;

    private final DeliveryUpkeepStore store;
    private final SignalConfig config;

    HeldDeliveries(DeliveryUpkeepStore store, SignalConfig config) {
        this.store = store;
        this.config = config;
    }

    @Override
    public String name() {
        return "Giving up what was held too long";
    }

    @Override
    public Uni<Boolean> portion(Instant now) {
        String why = "The receiver did not take it in " + config.hold().toDays() + " days";
        return store.giveUp(now.minus(config.hold()), now, why, PORTION).map(dead -> dead == PORTION);
    }
}
