package au.com.visibuild.scim.connection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of what is kept about identity providers' requests. */
@ConfigMapping(prefix = "visibuild.connection")
public interface ConnectionConfig {

    /** How often what was seen is written down. */
    @WithDefault("1s")
    Duration flushInterval();

    /** For how long it is kept. */
    @WithDefault("14d")
    Duration retention();

    /** How many refused requests of a company are kept singly in an hour; the rest is counted. */
    @WithDefault("100")
    int refusedAnHour();

    /** How many requests that went well each replica keeps singly for a company in an hour. */
    @WithDefault("100")
    int acceptedAnHour();

    /** How often old entries are dropped. */
    @WithDefault("1h")
    Duration sweepInterval();

    /** How many entries one statement drops. */
    @WithDefault("1000")
    int sweepBatch();
}
