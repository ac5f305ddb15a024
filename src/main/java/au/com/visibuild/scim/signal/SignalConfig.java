package au.com.visibuild.scim.signal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where security events go. */
@ConfigMapping(prefix = "visibuild.signal")
public interface SignalConfig {

    /** The receiver to which each event is pushed; none: nobody is told. */
    Optional<URI> receiverUrl();

    /** The {@code Authorization} header of each push; a secret. */
    Optional<String> receiverAuthorization();

    /** The {@code aud} of the events; the receiver's URL if not set. */
    Optional<String> audience();

    /** How long one push may take. */
    @WithDefault("10s")
    Duration timeout();
}
