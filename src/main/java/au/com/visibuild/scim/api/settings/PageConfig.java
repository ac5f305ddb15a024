package au.com.visibuild.scim.api.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of the page. */
@ConfigMapping(prefix = "visibuild.page")
public interface PageConfig {

    /**
     * Where admins sign in: an https URL, or a path of this host. The page adds {@code return_to}, and
     * {@code prompt=login} when the sign-in is too old for what is asked.
     */
    Optional<String> signInUrl();

    /** How old a sign-in may be for what cannot be undone or shows personal data. */
    @WithDefault("15m")
    Duration recentSignIn();

    /** Whom to ask when SCIM is not part of the account: shown as it is. */
    @WithDefault("your Visibuild account manager")
    String contact();
}
