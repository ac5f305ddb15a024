package au.com.visibuild.scim.keys;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** The key that signs now: read once, when the service starts, which fails without a usable one. */
@Startup
@ApplicationScoped
public class SigningKeys {

    private final SigningKey current;

    SigningKeys(SigningConfig config) {
        this.current = SigningKey.ofPem(Pem.read(config.keyFile()));
    }

    /** Signs access tokens and security events. */
    public SigningKey current() {
        return current;
    }
}
