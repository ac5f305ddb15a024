package au.com.visibuild.scim.api.settings;

import au.com.visibuild.scim.token.ScimToken;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A token that the company has or had, as a row of the history.
 *
 * @param fate {@code live}, {@code expired}, {@code replaced} or {@code switched_off}
 * @param at when it will end or has ended
 * @param endedBy who ended it, or empty
 * @param lastUsed when it was last used, or null
 */
public record PastToken(
        String keyId,
        When createdAt,
        String createdBy,
        String fate,
        When at,
        String endedBy,
        @Nullable When lastUsed) {

    static PastToken of(ScimToken token, Instant now, Function<@Nullable String, String> name) {
        Instant ended = token.endedAt();
        return new PastToken(
                token.keyId(),
                When.at(token.issuedAt()),
                name.apply(token.issuedBy()),
                fate(token, now),
                When.at(ended == null ? token.expiresAt() : ended),
                name.apply(token.endedBy()),
                When.atOrNull(token.lastUsedAt()));
    }

    private static String fate(ScimToken token, Instant now) {
        return switch (token.endedReason()) {
            case REGENERATED -> "replaced";
            case DISABLED -> "switched_off";
            case null -> now.isBefore(token.expiresAt()) ? "live" : "expired";
        };
    }
}
