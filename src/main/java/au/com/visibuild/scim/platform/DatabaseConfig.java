package au.com.visibuild.scim.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.Optional;

/** How long the service waits for its database, at the start and for each request. */
@ConfigMapping(prefix = "visibuild.database")
public interface DatabaseConfig {

    /** Where it is, for both drivers. */
    Optional<String> url();

    /** How long a start waits for a database that does not answer yet. */
    @WithName("wait")
    Duration patience();

    /** Whether a start brings the schema to this release. */
    boolean migrate();

    /** How long a request waits for a connection, to be made or to come free. */
    @WithDefault("3s")
    Duration acquireTimeout();

    /** How long one statement may take; zero sets no limit on the server. */
    @WithDefault("4s")
    Duration statementTimeout();

    /** How many requests may wait for a connection; further ones are told at once to come again. */
    @WithDefault("1000")
    int waiting();
}
