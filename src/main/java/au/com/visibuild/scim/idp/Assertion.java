package au.com.visibuild.scim.idp;

import au.com.visibuild.scim.idp.IdentityProvider.Trust;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * A token by which an identity provider says that a request is its own. Signed by RS256 or ES256; {@code typ} is Okta's
 * {@code global-token-revocation+jwt}, or says nothing ({@code JWT}, or none), as the draft asks for none: the
 * audience keeps out what was signed for something else. Okta documents no {@code kid}; a token without one is tried
 * on each key that fits.
 */
final class Assertion {

    /** How far the two clocks may differ. */
    static final Duration SKEW = Duration.ofSeconds(60);

    /** How long a token is taken after it was signed, whatever its {@code exp} says. Okta's end after five minutes. */
    static final Duration OLDEST = Duration.ofMinutes(10);

    private static final int LONGEST = 8_192;
    private static final int LONGEST_ID = 1_024;

    private static final Set<String> ALGORITHMS =
            Set.of(AlgorithmIdentifiers.RSA_USING_SHA256, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);

    private static final AlgorithmConstraints PERMITTED =
            new AlgorithmConstraints(ConstraintType.PERMIT, ALGORITHMS.toArray(new String[0]));

    private static final Set<String> TYPES =
            Set.of("global-token-revocation+jwt", "application/global-token-revocation+jwt", "jwt", "application/jwt");

    private final String token;
    private final String algorithm;
    private final @Nullable String keyId;
    private final JwtClaims claims;

    private Assertion(String token, String algorithm, @Nullable String keyId, JwtClaims claims) {
        this.token = token;
        this.algorithm = algorithm;
        this.keyId = keyId;
        this.claims = claims;
    }

    /** What a set of keys says about a signature. */
    enum Signature {
        /** One of the keys made it. */
        GOOD,
        /** The key that the token names did not make it. */
        BAD,
        /** None of the keys made it, and the set may have been replaced. */
        OF_NO_KNOWN_KEY
    }

    /** The token taken apart and not trusted yet, or null when it could not be good whoever signed it. */
    static @Nullable Assertion parse(String token) {
        if (token.length() > LONGEST) {
            return null;
        }
        try {
            JsonWebSignature signature = signature(token);
            Object type = signature.getObjectHeader("typ");
            boolean typed =
                    type == null || (type instanceof String name && TYPES.contains(name.toLowerCase(Locale.ROOT)));
            Object algorithm = signature.getObjectHeader("alg");
            Object keyId = signature.getObjectHeader("kid");
            return typed
                            && algorithm instanceof String known
                            && ALGORITHMS.contains(known)
                            && (keyId == null || keyId instanceof String)
                    ? new Assertion(token, known, (String) keyId, JwtClaims.parse(signature.getUnverifiedPayload()))
                    : null;
        } catch (JoseException | InvalidJwtException | ClassCastException e) {
            return null;
        }
    }

    private static JsonWebSignature signature(String token) throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(PERMITTED);
        signature.setCompactSerialization(token);
        return signature;
    }

    /** Whether it says that it comes from this issuer. Anybody can say so. */
    boolean claimsToBeOf(String issuer) {
        return issuer.equals(claims.getClaimValue("iss"));
    }

    /** Whether one of these keys signed it. */
    Signature by(KeySet keys) {
        List<PublicKey> fitting = keys.fitting(algorithm, keyId);
        if (fitting.stream().anyMatch(this::isSignedBy)) {
            return Signature.GOOD;
        }
        return keyId == null || fitting.isEmpty() ? Signature.OF_NO_KNOWN_KEY : Signature.BAD;
    }

    private boolean isSignedBy(PublicKey key) {
        try {
            JsonWebSignature signature = signature(token);
            signature.setKey(key);
            return signature.verifySignature();
        } catch (JoseException | ClassCastException e) {
            return false;
        }
    }

    /** What is wrong with a token of good signature, for whoever sets the identity provider up; null if nothing. */
    @Nullable
    String fault(Trust trust, Instant now) {
        try {
            NumericDate issued = claims.getIssuedAt();
            NumericDate expires = claims.getExpirationTime();
            String id = claims.getJwtId();
            String subject = claims.getSubject();
            if (issued == null || expires == null || id == null || subject == null) {
                return "The token needs iat, exp, jti and sub.";
            }
            if (id.isEmpty() || id.length() > LONGEST_ID) {
                return "The token's jti must have 1 to 1,024 characters.";
            }
            if (!claims.getAudience().contains(trust.audience())) {
                return "The token's aud is not the audience that the company's admin set.";
            }
            return fault(issued.getValue(), expires.getValue(), claims.getNotBefore(), now.getEpochSecond());
        } catch (MalformedClaimException | ClassCastException e) {
            return "A claim of the token is not of the form that RFC 7519 gives it.";
        }
    }

    private static @Nullable String fault(long issued, long expires, @Nullable NumericDate notBefore, long now) {
        if (now - SKEW.toSeconds() >= expires) {
            return "The token has expired.";
        }
        if (issued > now + SKEW.toSeconds() || (notBefore != null && notBefore.getValue() > now + SKEW.toSeconds())) {
            return "The token is of the future.";
        }
        if (issued <= now - OLDEST.toSeconds() - SKEW.toSeconds()) {
            return "The token was signed more than " + OLDEST.toMinutes() + " minutes ago.";
        }
        return null;
    }

    /** Its name. Like the next, only of a token without fault. */
    String id() throws MalformedClaimException {
        return claims.getJwtId();
    }

    /** From when on nobody could use it again. */
    Instant isOverAt() throws MalformedClaimException {
        long oldest = claims.getIssuedAt().getValue() + OLDEST.toSeconds();
        long expires = Math.min(claims.getExpirationTime().getValue(), oldest);
        return Instant.ofEpochSecond(expires).plus(SKEW).plusSeconds(1);
    }
}
