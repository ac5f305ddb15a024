package au.com.visibuild.scim.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of SCIM tokens. */
@ConfigMapping(prefix = "visibuild.token")
public interface TokenConfig {

    /** How long a token is valid. */
    @WithDefault("365d")
    Duration lifetime();

    /** How often a company may replace its token within an hour. */
    @WithDefault("10")
    int replacementsAnHour();

    /** How often the last uses are written down. */
    @WithDefault("5s")
    Duration useFlushInterval();
}
