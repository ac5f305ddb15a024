package au.com.visibuild.scim.session;

import au.com.visibuild.scim.keys.Signatures;
import au.com.visibuild.scim.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jspecify.annotations.Nullable;

/**
 * The short-lived signed token of a session (RFC 9068 in spirit): {@code sub} is the person, {@code sid} the session,
 * {@code company_id} the company. Whether the session is alive is the database's to say; the token only names it.
 */
@ApplicationScoped
public class AccessTokens {

    private static final String TYPE = "at+jwt";

    private final Signatures keys;
    private final SessionConfig config;

    AccessTokens(Signatures keys, SessionConfig config) {
        this.keys = keys;
        this.config = config;
    }

    /** What a token says. Times are seconds since 1970. */
    public record Claims(String issuer, UUID company, UUID user, UUID session, long issuedAt, long expiresAt) {}

    /** A signed token of a session, and for how many seconds it is good. */
    public record Issued(UUID session, String accessToken, long expiresIn) {}

    private Duration lifetime() {
        return config.accessTokenLifetime();
    }

    /** A new token for a session, which ends with the session if that is sooner. */
    Issued sign(LiveSession session, Instant now) {
        Instant expires = now.plus(lifetime());
        if (session.expiresAt().isBefore(expires)) {
            expires = session.expiresAt();
        }
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(keys.issuer());
        claims.setAudience(config.audience());
        claims.setSubject(session.user().toString());
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(expires.getEpochSecond()));
        claims.setGeneratedJwtId();
        claims.setStringClaim("sid", session.id().toString());
        claims.setStringClaim("company_id", session.company().toString());
        return new Issued(
                session.id(), keys.sign(TYPE, claims.toJson()), expires.getEpochSecond() - now.getEpochSecond());
    }

    /** The claims of a token that we signed and that has not expired, else null. */
    @Nullable
    Claims verify(String token, Instant now) {
        try {
            String payload = keys.verify(TYPE, token);
            return payload == null ? null : claims(JwtClaims.parse(payload), now);
        } catch (MalformedClaimException | InvalidJwtException e) {
            return null;
        }
    }

    private @Nullable Claims claims(JwtClaims claims, Instant now) throws MalformedClaimException {
        UUID company = Ids.read(claims.getStringClaimValue("company_id"));
        UUID user = Ids.read(claims.getSubject());
        UUID session = Ids.read(claims.getStringClaimValue("sid"));
        NumericDate expires = claims.getExpirationTime();
        NumericDate issued = claims.getIssuedAt();
        if (company == null || user == null || session == null || expires == null || issued == null) {
            return null;
        }
        if (!keys.issuer().equals(claims.getIssuer()) || now.getEpochSecond() >= expires.getValue()) {
            return null;
        }
        return new Claims(claims.getIssuer(), company, user, session, issued.getValue(), expires.getValue());
    }
}
