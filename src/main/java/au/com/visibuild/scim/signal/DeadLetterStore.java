package au.com.visibuild.scim.signal;

import au.com.visibuild.scim.company.CompanyId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Deliveries about a company's people that were given up. {@code all} is whether those in streams of other owners are
 * seen, too.
 */
@ApplicationScoped
class DeadLetterStore implements PanacheRepositoryBase<DeliveryRow, UUID> {

    /** Of what says that a person is on, off or gone the last word counts, of anything else the last of its type. */
    private static final String KIND = "CASE WHEN starts_with(%1$s.type, 'ACCOUNT') THEN 'ACCOUNT' ELSE %1$s.type END";

    /** Later ones of the same person in the same stream. */
    private static final String LATER = """
            EXISTS (SELECT 1 FROM delivery later
                     WHERE later.company_id = d.company_id AND later.user_id = d.user_id
                       AND later.stream_id = d.stream_id AND later.position > d.position""";

    private static final String OVERTAKEN = LATER + " AND later.delivered_at IS NOT NULL AND " + KIND.formatted("later")
            + " = " + KIND.formatted("d") + ")";

    private static final String BUSY =
            LATER + " AND later.delivered_at IS NULL AND later.dead_at IS NULL AND later.claimed_until > %s)";

    private static final String COLUMNS = """
            SELECT d.id, d.event_id, d.user_id, d.type, d.payload ->> 'email' AS email, d.attempts, d.last_error,
                   d.occurred_at, d.dead_at, s.id AS stream, s.method, s.endpoint_url, s.description,
                   CASE WHEN s.status = 'DISABLED' THEN 'DISABLED' WHEN %s THEN 'OVERTAKEN'
                        WHEN %s THEN 'BUSY' ELSE 'POSSIBLE' END AS replay
              FROM delivery d JOIN stream s ON s.id = d.stream_id
             WHERE d.company_id = $1 AND d.dead_at IS NOT NULL AND ($2::boolean OR s.company_id = $1)""".formatted(OVERTAKEN, BUSY.formatted("$3"));

    private static final String PAGE =
            COLUMNS + " AND (d.dead_at, d.id) < ($4, $5) ORDER BY d.dead_at DESC, d.id DESC LIMIT $6";

    private static final String ONE = COLUMNS + " AND d.id = $4";

    private static final String COUNT = """
            SELECT count(*) AS dead FROM (
              SELECT 1 FROM delivery d JOIN stream s ON s.id = d.stream_id
               WHERE d.company_id = $1 AND d.dead_at IS NOT NULL AND ($2::boolean OR s.company_id = $1)
               LIMIT 10000) d""";

    /**
     * What waits of the persons who will be told of again is not due for a moment. A relay that is claiming at this time
     * does not see yet that something is to be told before that; it does see that it is not due.
     */
    private static final String HOLD_BACK = """
            UPDATE delivery SET next_attempt_at = greatest(next_attempt_at, cast(?1 as timestamptz) + interval '1 second')
             WHERE id IN (
               SELECT waiting.id
                 FROM delivery d JOIN stream s ON s.id = d.stream_id
                 JOIN delivery waiting ON waiting.stream_id = d.stream_id AND waiting.lane = d.lane
                  AND waiting.position > d.position
                WHERE d.company_id = ?2 AND d.dead_at IS NOT NULL AND (?3 OR s.company_id = ?2) AND s.status <> 'DISABLED'
                  AND (?4 OR d.id = ?5) AND waiting.delivered_at IS NULL AND waiting.dead_at IS NULL
                  AND (waiting.claimed_until IS NULL OR waiting.claimed_until <= ?1)
                ORDER BY waiting.position FOR UPDATE OF waiting)""";

    /** Its place in the order of its person stays: it goes before what is still waiting. */
    private static final String REPLAY = """
            UPDATE delivery SET dead_at = NULL, attempts = 0, next_attempt_at = ?1, last_error = NULL, claimed_until = NULL
             WHERE id IN (
               SELECT d.id FROM delivery d JOIN stream s ON s.id = d.stream_id
                WHERE d.company_id = ?2 AND d.dead_at IS NOT NULL AND (?3 OR s.company_id = ?2) AND s.status <> 'DISABLED'
                  AND (?4 OR d.id = ?5) AND NOT %s AND NOT %s
                ORDER BY d.position LIMIT ?6 FOR UPDATE OF d)
            RETURNING stream_id""".formatted(OVERTAKEN, BUSY.formatted("?1"));

    private final Pool pool;

    DeadLetterStore(Pool pool) {
        this.pool = pool;
    }

    /** Dead letters from behind this place, newest first. */
    Uni<List<DeadLetter>> page(CompanyId company, boolean all, Instant now, Place behind, int most) {
        Tuple parameters = Tuple.of(company.value(), all, at(now), at(behind.deadAt()), behind.id());
        return found(PAGE, parameters.addInteger(most));
    }

    /** One of them, or null. */
    Uni<@Nullable DeadLetter> one(CompanyId company, boolean all, Instant now, UUID id) {
        return found(ONE, Tuple.of(company.value(), all, at(now), id))
                .map(found -> found.isEmpty() ? null : found.getFirst());
    }

    /** How many there are, counted up to 10,000. */
    Uni<Long> count(CompanyId company, boolean all) {
        return pool.preparedQuery(COUNT)
                .execute(Tuple.of(company.value(), all))
                .map(rows -> rows.iterator().next().getLong("dead"));
    }

    /** Makes one due that can be told again, in the caller's transaction; false when it cannot. */
    Uni<Boolean> replay(CompanyId company, boolean all, Instant now, UUID id) {
        return replayed(company, all, now, false, id, 1).map(streams -> !streams.isEmpty());
    }

    /** Makes all due that can be told again, the oldest first, at most so many; answers the stream of each. */
    Uni<List<UUID>> replayAll(CompanyId company, boolean all, Instant now, int most) {
        return replayed(company, all, now, true, new UUID(0, 0), most);
    }

    private Uni<List<UUID>> replayed(CompanyId company, boolean all, Instant now, boolean every, UUID id, int most) {
        return getSession()
                .chain(session -> session.createNativeQuery(HOLD_BACK)
                        .setParameter(1, now)
                        .setParameter(2, company.value())
                        .setParameter(3, all)
                        .setParameter(4, every)
                        .setParameter(5, id)
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery(REPLAY, UUID.class)
                                .setParameter(1, now)
                                .setParameter(2, company.value())
                                .setParameter(3, all)
                                .setParameter(4, every)
                                .setParameter(5, id)
                                .setParameter(6, most)
                                .getResultList()));
    }

    private Uni<List<DeadLetter>> found(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).map(rows -> {
            List<DeadLetter> found = new ArrayList<>(rows.size());
            rows.forEach(row -> found.add(letter(row)));
            return found;
        });
    }

    private static DeadLetter letter(Row row) {
        return new DeadLetter(
                row.getUUID("id"),
                SignalType.valueOf(row.getString("type")).uri(),
                row.getUUID("event_id"),
                row.getUUID("user_id"),
                row.getString("email"),
                new DeadLetter.Receiver(
                        row.getUUID("stream"),
                        row.getString("method").toLowerCase(Locale.ROOT),
                        host(row.getString("endpoint_url")),
                        row.getString("description")),
                row.getInteger("attempts"),
                row.getString("last_error"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getOffsetDateTime("dead_at").toInstant(),
                DeadLetter.Replay.valueOf(row.getString("replay")));
    }

    private static @Nullable String host(@Nullable String url) {
        if (url == null) {
            return null;
        }
        URI uri = URI.create(url);
        return uri.getScheme() + "://" + uri.getHost();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** A place in the list. */
    record Place(Instant deadAt, UUID id) {}
}
