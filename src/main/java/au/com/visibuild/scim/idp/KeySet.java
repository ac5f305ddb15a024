package au.com.visibuild.scim.idp;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Objects;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** The keys that an identity provider publishes (RFC 7517 §5); those that it cannot be asked to sign with do no harm. */
record KeySet(List<JsonWebKey> keys) {

    /** More than any identity provider has; a token without {@code kid} is tried on each. */
    private static final int MOST = 50;

    static KeySet parse(String json) {
        try {
            return new KeySet(List.copyOf(new JsonWebKeySet(json)
                    .getJsonWebKeys().stream().limit(MOST).toList()));
        } catch (JoseException | ClassCastException e) {
            throw new KeysUnavailable("what is published there is no JWK set");
        }
    }

    /** The public keys for signatures by this algorithm and, if the token names one, of this name. */
    List<PublicKey> fitting(String algorithm, @Nullable String keyId) {
        return keys.stream()
                .filter(key -> keyId == null || keyId.equals(key.getKeyId()))
                .filter(key -> key.getUse() == null || key.getUse().equals("sig"))
                .filter(key -> key.getAlgorithm() == null || key.getAlgorithm().equals(algorithm))
                .filter(key -> key.getKeyOps() == null || key.getKeyOps().contains("verify"))
                .map(key -> key.getKey() instanceof PublicKey known ? known : null)
                .filter(Objects::nonNull)
                .filter(key -> algorithm.equals(AlgorithmIdentifiers.RSA_USING_SHA256)
                        ? key instanceof RSAPublicKey
                        : key instanceof ECPublicKey)
                .toList();
    }
}
