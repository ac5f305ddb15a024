package au.com.visibuild.scim.keys;

import jakarta.enterprise.context.ApplicationScoped;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** Signs compact JWS with the service's key and verifies those of all its keys: RS256, {@code kid}, and a {@code typ} that keeps the kinds of token apart. */
@ApplicationScoped
public class Signatures {

    private static final AlgorithmConstraints RS256_ONLY =
            new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256);

    private final SigningKeys keys;
    private final String issuer;

    Signatures(SigningKeys keys, SigningConfig config) {
        this.keys = keys;
        this.issuer = config.issuer();
    }

    /** The {@code iss} of everything this service signs. */
    public String issuer() {
        return issuer;
    }

    /** The payload, signed. */
    public String sign(String type, String payload) {
        SigningKey key = keys.current();
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setKeyIdHeaderValue(key.keyId());
        signature.setHeader("typ", type);
        signature.setPayload(payload);
        signature.setKey(key.privateKey());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("The signing key cannot sign", e);
        }
    }

    /** The payload of a token of this type that we signed, else null. */
    public @Nullable String verify(String type, String token) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(RS256_ONLY);
        try {
            signature.setCompactSerialization(token);
            // As an object: the library takes a kid or typ that is no text for a mistake of its caller.
            SigningKey key = signature.getObjectHeader("kid") instanceof String name ? keys.named(name) : null;
            if (key == null || !type.equals(signature.getObjectHeader("typ"))) {
                return null;
            }
            signature.setKey(key.publicKey());
            return signature.verifySignature() ? signature.getPayload() : null;
        } catch (JoseException | ClassCastException e) {
            // The latter: an alg, say, that is no text.
            return null;
        }
    }
}
