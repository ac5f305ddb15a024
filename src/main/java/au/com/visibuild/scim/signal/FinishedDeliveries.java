package au.com.visibuild.scim.signal;

import au.com.visibuild.scim.platform.Chore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * Drops deliveries that arrived, and those that were given up, some time ago. Both are kept equally long: as long as a
 * dead letter is there, one can tell whether its receiver was told something later.
 */
@ApplicationScoped
class FinishedDeliveries implements Chore {

    private static final int PORTION = 1_000;

    private final DeliveryUpkeepStore store;
    private final SignalConfig config;

    FinishedDeliveries(DeliveryUpkeepStore store, SignalConfig config) {
        this.store = store;
        this.config = config;
    }

    @Override
    public String name() {
        return "Dropping finished deliveries";
    }

    @Override
    public Uni<Boolean> portion(Instant now) {
        Instant before = now.minus(config.retention());
        return store.dropDead(before, PORTION)
                .chain(dead ->
                        store.dropDelivered(before, PORTION).map(delivered -> dead == PORTION || delivered == PORTION));
    }
}
