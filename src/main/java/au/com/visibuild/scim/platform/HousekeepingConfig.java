package au.com.visibuild.scim.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When the chores are done. */
@ConfigMapping(prefix = "visibuild.housekeeping")
public interface HousekeepingConfig {

    /** How often each replica looks for chores. */
    @WithDefault("10m")
    Duration interval();
}
