package au.com.visibuild.scim.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the service may connect to when a company's admin says where. */
@ConfigMapping(prefix = "visibuild.outbound")
public interface OutboundConfig {

    /** Whether addresses that are not of the public internet may be connected to: a company's own network, this host. */
    @WithDefault("false")
    boolean privateAddresses();

    /** Whether http will do for this very host; for development and tests. */
    @WithDefault("false")
    boolean httpToLoopback();
}
