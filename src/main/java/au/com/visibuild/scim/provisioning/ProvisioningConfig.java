package au.com.visibuild.scim.provisioning;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of provisioning. */
@ConfigMapping(prefix = "visibuild.provisioning")
public interface ProvisioningConfig {

    /** Whether requests are repaired the way identity providers are known to need it; off means strictly RFC 7644. */
    @WithDefault("true")
    boolean tolerant();

    /** Tolerance T4: a PATCH of {@code emails[type eq "work"].value} makes the missing element. */
    @WithDefault("true")
    boolean createMissingElement();

    /** Tolerance T22: a filter may compare with a word that lacks its quotation marks. */
    @WithDefault("true")
    boolean unquotedFilterWord();
}
