package au.com.visibuild.scim.keys;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Where the service's signing key is. */
@ConfigMapping(prefix = "visibuild.signing")
public interface SigningConfig {

    /** The file of an RSA private key (PKCS#8, PEM). Every replica mounts the same. */
    String keyFile();

    /**
     * Files of further RSA private keys that are published and accepted, but sign nothing: before a rotation the next
     * key, until everybody has read it; after it the one before, until what it signed has ended.
     */
    Optional<List<String>> otherKeyFiles();

    /** The {@code iss} of what the service signs: an https URL that its receivers know it by. */
    String issuer();
}
