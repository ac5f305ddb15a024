package au.com.visibuild.scim.keys;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The certificate by which callers know the service. */
@ConfigMapping(prefix = "visibuild.tls")
public interface TlsConfig {

    /** The name under which the framework knows this certificate. */
    String NAME = "visibuild";

    /** A PEM file with the certificate and those that vouch for it, the service's own first. */
    Optional<String> certificateFile();

    /** A PEM file with its private key. */
    Optional<String> keyFile();

    /** How often the files are looked at. */
    @WithDefault("30s")
    Duration reloadPeriod();

    /** The versions that are spoken. */
    @WithDefault("TLSv1.3")
    Set<String> protocols();

    /** Whether health and metrics are by HTTPS, too. */
    @WithDefault("true")
    boolean management();

    /** Whether something in front of the service speaks HTTPS in its place. */
    @WithDefault("false")
    boolean endsElsewhere();
}
