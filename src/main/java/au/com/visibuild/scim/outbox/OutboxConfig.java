package au.com.visibuild.scim.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** Settings of the relay. */
@ConfigMapping(prefix = "visibuild.outbox")
public interface OutboxConfig {

    /** How often the relay looks by itself; a write on this replica wakes it at once. */
    @WithDefault("1s")
    Duration pollInterval();

    /** How many events one claim takes; the bound on what is under way at once. */
    @WithDefault("50")
    int batch();

    /** How long a claim holds. Must be longer than a delivery may take. */
    @WithDefault("30s")
    Duration lease();

    /** The waits after each failed attempt, ±25 %; after the last one the event is dead. */
    @WithDefault("1s,5s,30s,2m,10m,1h,6h,24h")
    List<Duration> retries();
}
