package au.com.visibuild.scim.example;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Verifies security event tokens (RFC 8417) as a receiver must before it believes one: the kind of token, the signature
 * by a published key, from whom and for whom, and that it is no other kind of token in disguise.
 */
final class SecurityEventTokens {

    private final Map<String, PublicKey> keys = new HashMap<>();
    private final String issuer;
    private final String audience;

    /** What happened to whom; {@code email} and {@code reasonForUser} are empty when it does not say. */
    record Event(String id, String type, String email, String reasonForUser) {}

    /** A token that is not to be believed; the message is a code of RFC 8935 §2.4. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String code) {
            super(code);
        }
    }

    /** With the keys of a JWK set. A platform that lives for long fetches them anew when it meets an unknown one. */
    SecurityEventTokens(String keySet, String issuer, String audience) {
        this.issuer = issuer;
        this.audience = audience;
        for (Object key : (List<?>) Json.object(keySet).get("keys")) {
            Map<?, ?> jwk = (Map<?, ?>) key;
            try {
                RSAPublicKeySpec rsa = new RSAPublicKeySpec(number(jwk, "n"), number(jwk, "e"));
                keys.put(Json.text(jwk, "kid"), KeyFactory.getInstance("RSA").generatePublic(rsa));
            } catch (GeneralSecurityException e) {
                throw new IllegalArgumentException(e);
            }
        }
    }

    Event verify(String token) throws Refused {
        if (!token.matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+")) {
            throw new Refused("invalid_request");
        }
        Map<String, Object> header = part(token, 0);
        if (!Json.text(header, "typ").equals("secevent+jwt")) {
            throw new Refused("invalid_request");
        }
        PublicKey key = keys.get(Json.text(header, "kid"));
        if (key == null || !Json.text(header, "alg").equals("RS256") || !isSigned(token, key)) {
            throw new Refused("invalid_key");
        }
        Map<String, Object> claims = part(token, 1);
        if (!Json.text(claims, "iss").equals(issuer)) {
            throw new Refused("invalid_issuer");
        }
        if (!Json.text(claims, "aud").equals(audience)) {
            throw new Refused("invalid_audience");
        }
        if (claims.containsKey("sub")
                || claims.containsKey("exp")
                || !(claims.get("events") instanceof Map<?, ?> events)
                || events.size() != 1) {
            throw new Refused("invalid_request");
        }
        Map.Entry<?, ?> event = events.entrySet().iterator().next();
        return new Event(
                Json.text(claims, "jti"),
                event.getKey().toString(),
                Json.text(Json.member(claims, "sub_id"), "email"),
                Json.text(Json.member((Map<?, ?>) event.getValue(), "reason_user"), "en"));
    }

    /** One part of a compact JWS. */
    private static Map<String, Object> part(String token, int number) {
        byte[] json = Base64.getUrlDecoder().decode(token.split("\\.", -1)[number]);
        return Json.object(new String(json, StandardCharsets.UTF_8));
    }

    private static boolean isSigned(String token, PublicKey key) {
        int end = token.lastIndexOf('.');
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key);
            signature.update(token.substring(0, end).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(token.substring(end + 1)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static BigInteger number(Map<?, ?> key, String member) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(Json.text(key, member)));
    }
}
