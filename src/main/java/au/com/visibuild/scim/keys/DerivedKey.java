package au.com.visibuild.scim.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keys for one purpose each, derived from a signing key: equal on all replicas, and none says anything of another. */
final class DerivedKey {

    static final String HMAC = "HmacSHA256";

    private DerivedKey() {}

    /** 32 bytes that nobody knows who does not have the signing key. */
    static byte[] of(SigningKey key, String purpose) {
        byte[] secret = key.privateKey().getEncoded();
        return mac(new SecretKeySpec(secret, HMAC), purpose.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] mac(SecretKeySpec key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + HMAC, e);
        }
    }
}
