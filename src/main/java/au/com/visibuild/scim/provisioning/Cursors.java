package au.com.visibuild.scim.provisioning;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.keys.Seal;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.query.ListQuery;
import au.com.visibuild.scim.protocol.query.SqlKeyset.Position;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Cursors (RFC 9865): where a page ended, sealed for one company, filter and order. Opaque to clients, bound to nothing
 * on our side: they cost no memory and outlive a restart.
 */
@ApplicationScoped
public class Cursors {

    /** For how long a cursor is good. */
    public static final Duration TIMEOUT = Duration.ofDays(1);

    private static final char SEPARATOR = '\n';

    private final Seal seal;
    private final Clock clock;

    Cursors(Seal seal, Clock clock) {
        this.seal = seal;
        this.clock = clock;
    }

    /** What a cursor is good for: the same company asking the same question. */
    static String use(CompanyId company, ListQuery query, @Nullable String filter) {
        return String.join(
                String.valueOf(SEPARATOR),
                company.toString(),
                query.sortBy() == null ? "" : query.sortBy().path(),
                query.ascending() ? "ascending" : "descending",
                filter == null ? "" : filter.strip());
    }

    /** The cursor for the page behind this position. */
    String cursor(String use, Position last) {
        String key = last.key() == null ? "" : SEPARATOR + last.key();
        return seal.seal(use, clock.instant().getEpochSecond() + String.valueOf(SEPARATOR) + last.id() + key);
    }

    /** Where the page before ended; null for the first page. 400 for a cursor that is not ours, not for this, or too old. */
    @Nullable
    Position position(String use, String cursor) {
        if (cursor.isEmpty()) {
            return null;
        }
        String opened = seal.open(use, cursor);
        if (opened == null) {
            throw ScimException.invalidCursor("The cursor does not belong to this query. Start again without one.");
        }
        String[] parts = opened.split(String.valueOf(SEPARATOR), 3);
        if (clock.instant().getEpochSecond() - Long.parseLong(parts[0]) > TIMEOUT.toSeconds()) {
            throw ScimException.expiredCursor("The cursor is too old. Start again without one.");
        }
        return new Position(parts.length == 3 ? parts[2] : null, parts[1]);
    }
}
