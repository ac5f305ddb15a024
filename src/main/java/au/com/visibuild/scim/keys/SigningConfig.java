package au.com.visibuild.scim.keys;

import io.smallrye.config.ConfigMapping;

/** Where the service's signing key is. */
@ConfigMapping(prefix = "visibuild.signing")
public interface SigningConfig {

    /** The file of an RSA private key (PKCS#8, PEM). Every replica mounts the same. */
    String keyFile();

    /** The {@code iss} of what the service signs: an https URL that its receivers know it by. */
    String issuer();
}
