package au.com.visibuild.scim.signal;

import au.com.visibuild.scim.platform.Chore;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * Disables polled streams of which nobody was heard for longer than their {@code inactivity_timeout} (SSF 1.0 §8.1.1). The
 * receiver is told by a stream-updated event (§8.1.5), which is all that a disabled stream still offers.
 */
@ApplicationScoped
class IdleStreams implements Chore {

    private static final int PORTION = 100;
    private static final String WHY = "Its receiver was not heard of for longer than its inactivity_timeout.";

    private final DeliveryUpkeepStore store;
    private final SignalConfig config;

    IdleStreams(DeliveryUpkeepStore store, SignalConfig config) {
        this.store = store;
        this.config = config;
    }

    @Override
    public String name() {
        return "Disabling idle streams";
    }

    @Override
    public Uni<Boolean> portion(Instant now) {
        String payload = new JsonObject()
                .put("status", StreamStatus.DISABLED.word())
                .put("reason", WHY)
                .encode();
        return store.switchOff(now.minus(config.inactivity()), now, WHY, payload, PORTION)
                .map(off -> off == PORTION);
    }
}
