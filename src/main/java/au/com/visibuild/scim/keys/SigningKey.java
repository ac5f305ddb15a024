package au.com.visibuild.scim.keys;

import io.vertx.core.json.JsonObject;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.RSAPublicKeySpec;

/**
 * An RSA key pair for RS256, the algorithm that the CAEP interoperability profile asks for.
 *
 * @param keyId      the RFC 7638 thumbprint of the public key: equal on all replicas, other for another key
 * @param privateKey signs
 * @param publicKey  verifies
 */
public record SigningKey(String keyId, PrivateKey privateKey, RSAPublicKey publicKey) {

    /** The least modulus that RFC 7518 §3.3 allows. */
    private static final int LEAST_BITS = 2048;

    /**
     * Reads a PKCS#8 private key in PEM form; the public half follows from it.
     *
     * @throws UnusableKeyException when the text is no such key, or a key of fewer than 2048 bits
     */
    public static SigningKey ofPem(String pem) {
        if (!(Pem.privateKey(pem) instanceof RSAPrivateCrtKey key)) {
            throw new UnusableKeyException("it is not a complete RSA private key");
        }
        if (key.getModulus().bitLength() < LEAST_BITS) {
            throw new UnusableKeyException(
                    "it has " + key.getModulus().bitLength() + " bits, and " + LEAST_BITS + " are the least");
        }
        try {
            RSAPublicKey publicKey = (RSAPublicKey) KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
            return new SigningKey(Thumbprint.of(publicKey), key, publicKey);
        } catch (NoSuchAlgorithmException | InvalidKeySpecException e) {
            throw new UnusableKeyException("its public half cannot be derived", e);
        }
    }

    /** The public half as a JWK (RFC 7517 §4, RFC 7518 §6.3.1). */
    JsonObject publicJwk() {
        return new JsonObject()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("alg", "RS256")
                .put("kid", keyId)
                .put("n", Thumbprint.base64url(publicKey.getModulus()))
                .put("e", Thumbprint.base64url(publicKey.getPublicExponent()));
    }

    /** Never shows the key itself. */
    @Override
    public String toString() {
        return "SigningKey[" + keyId + "]";
    }
}
