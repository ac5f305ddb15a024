package au.com.visibuild.scim.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of login sessions. */
@ConfigMapping(prefix = "visibuild.session")
public interface SessionConfig {

    /** How long a session lives if nobody ends it. */
    @WithDefault("12h")
    Duration lifetime();

    /** How long an access token is valid: the longest time a platform that checks offline lets a removed person in. */
    @WithDefault("5m")
    Duration accessTokenLifetime();

    /** How long a session's row is kept after its time was over: by it an admin sees who was signed in where. */
    @WithDefault("90d")
    Duration retention();

    /** The {@code aud} of access tokens. */
    @WithDefault("visibuild")
    String audience();
}
