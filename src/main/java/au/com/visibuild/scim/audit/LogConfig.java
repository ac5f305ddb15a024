package au.com.visibuild.scim.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the provisioning log. */
@ConfigMapping(prefix = "visibuild.log")
public interface LogConfig {

    /** For how long rows are kept. */
    @WithDefault("180d")
    Duration retention();

    /** How often old rows are looked for. */
    @WithDefault("1h")
    Duration sweepInterval();

    /** How many rows one statement drops. */
    @WithDefault("1000")
    int sweepBatch();

    /** How many rows an export has at most. */
    @WithDefault("100000")
    int exportRows();
}
