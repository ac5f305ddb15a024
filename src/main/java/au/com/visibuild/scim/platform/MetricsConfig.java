package au.com.visibuild.scim.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How much metrics tell. */
@ConfigMapping(prefix = "visibuild.metrics")
public interface MetricsConfig {

    /** Whether companies' ids may be labels: whoever reads metrics then sees who the customers are and what they do. */
    @WithDefault("false")
    boolean companies();

    /** How many companies have series of their own. */
    @WithDefault("500")
    int companyLimit();

    /** How often what is counted in the database is counted anew. */
    @WithDefault("60s")
    Duration interval();

    /** The commit that was built. */
    Optional<String> revision();
}
