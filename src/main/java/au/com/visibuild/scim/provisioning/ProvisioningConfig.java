package au.com.visibuild.scim.provisioning;

import au.com.visibuild.scim.protocol.interop.Tolerance;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.Set;

/** Settings of provisioning. */
@ConfigMapping(prefix = "visibuild.provisioning")
public interface ProvisioningConfig {

    /** Whether requests are repaired the way identity providers are known to need it; off means strictly RFC 7644. */
    @WithDefault("true")
    boolean tolerant();

    /** Tolerances that are not granted, by their numbers. */
    Optional<Set<@WithConverter(SwitchableTolerance.class) Tolerance>> tolerancesOff();
}
