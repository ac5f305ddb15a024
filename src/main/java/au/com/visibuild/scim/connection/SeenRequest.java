package au.com.visibuild.scim.connection;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.token.TokenClue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request as it was received and answered; texts are cut when they are kept.
 *
 * @param company whose token was accepted, or null
 * @param keyId that token's key id, or null
 * @param clue what the request tells of a token that was not accepted or not looked at, or null
 * @param route its method and the pattern of its path, which is one of a few words
 * @param knownRoute whether a resource answers at that path
 * @param scimType what the answer said beside its status, or null
 * @param detail the answer's own words, or null
 */
public record SeenRequest(
        Instant at,
        @Nullable CompanyId company,
        @Nullable String keyId,
        @Nullable TokenClue clue,
        String method,
        String path,
        String route,
        boolean knownRoute,
        int status,
        @Nullable String scimType,
        @Nullable String detail,
        @Nullable String contentType,
        @Nullable String userAgent,
        String requestId,
        int millis) {

    /** Whether it only asked. */
    boolean reads() {
        return route.startsWith("GET ") || route.startsWith("HEAD ") || route.endsWith("/.search");
    }
}
