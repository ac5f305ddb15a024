package au.com.visibuild.scim.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the relay. */
@ConfigMapping(prefix = "visibuild.outbox")
public interface OutboxConfig {

    /** How often the relay looks by itself; a write on this replica wakes it at once. */
    @WithDefault("1s")
    Duration pollInterval();

    /** How many events are handed on in one transaction. */
    @WithDefault("50")
    int batch();

    /** How long an event is kept after it was handed on; its deliveries have a time of their own. */
    @WithDefault("7d")
    Duration retention();
}
