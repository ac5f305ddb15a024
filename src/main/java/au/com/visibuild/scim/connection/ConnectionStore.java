package au.com.visibuild.scim.connection;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.platform.CrossTenant;
import au.com.visibuild.scim.platform.Ids;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tables {@code connection_…}. */
@ApplicationScoped
public class ConnectionStore {

    // Rows in one order on all replicas, so that two that write at once do not wait for each other in a circle.
    private static final String ADD_COUNTS = """
            INSERT INTO connection_count (company_id, begins_at, reads, writes, refused, failed)
            SELECT company_id, begins_at, reads, writes, refused, failed
              FROM json_to_recordset(($1::text::json) -> 'rows') AS s
                   (company_id uuid, begins_at timestamptz, reads bigint, writes bigint, refused bigint, failed bigint)
             ORDER BY company_id, begins_at
            ON CONFLICT (company_id, begins_at) DO UPDATE
               SET reads = connection_count.reads + excluded.reads, writes = connection_count.writes + excluded.writes,
                   refused = connection_count.refused + excluded.refused,
                   failed = connection_count.failed + excluded.failed""";

    // An hour's row is locked by who adds to it, so the bound holds across replicas.
    private static final String ADD_SINGLES = """
            WITH sent AS (
              SELECT *, date_trunc('hour', occurred_at, 'UTC') AS hour
                FROM json_to_recordset(($1::text::json) -> 'rows') AS s
                     (id uuid, company_id uuid, occurred_at timestamptz, finding text, well boolean, method text, path text,
                      route text, status integer, scim_type text, detail text, key_id text, token_length integer,
                      scheme text, content_type text, user_agent text, request_id text, millis integer)
            ), bound AS (
              INSERT INTO connection_count (company_id, begins_at, single)
              SELECT company_id, hour, count(*) FROM sent WHERE NOT well GROUP BY company_id, hour
               ORDER BY company_id, hour
              ON CONFLICT (company_id, begins_at) DO UPDATE SET single = connection_count.single + excluded.single
              RETURNING company_id, begins_at, single
            ), numbered AS (
              SELECT *, row_number() OVER (PARTITION BY company_id, hour, well ORDER BY id) AS number,
                     count(*) OVER (PARTITION BY company_id, hour, well) AS number_of_all
                FROM sent
            )
            INSERT INTO connection_request (id, company_id, occurred_at, finding, method, path, route, status, scim_type,
                                            detail, key_id, token_length, scheme, content_type, user_agent, request_id,
                                            millis)
            SELECT n.id, n.company_id, n.occurred_at, n.finding, n.method, n.path, n.route, n.status, n.scim_type, n.detail,
                   n.key_id, n.token_length, n.scheme, n.content_type, n.user_agent, n.request_id, n.millis
              FROM numbered n LEFT JOIN bound b ON b.company_id = n.company_id AND b.begins_at = n.hour
             WHERE n.well OR b.single - n.number_of_all + n.number <= $2""";

    private static final String SET_ROUTES = """
            INSERT INTO connection_route (company_id, route, last_at, last_status, last_millis, user_agent, last_ok_at,
                                          last_ok_millis, key_id)
            SELECT company_id, route, last_at, last_status, last_millis, user_agent, last_ok_at, last_ok_millis, key_id
              FROM json_to_recordset(($1::text::json) -> 'rows') AS s
                   (company_id uuid, route text, last_at timestamptz, last_status integer, last_millis integer,
                    user_agent text, last_ok_at timestamptz, last_ok_millis integer, key_id text)
             ORDER BY company_id, route
            ON CONFLICT (company_id, route) DO UPDATE
               SET last_at = excluded.last_at, last_status = excluded.last_status, last_millis = excluded.last_millis,
                   user_agent = excluded.user_agent, key_id = excluded.key_id,
                   last_ok_at = coalesce(excluded.last_ok_at, connection_route.last_ok_at),
                   last_ok_millis = coalesce(excluded.last_ok_millis, connection_route.last_ok_millis)
             WHERE connection_route.last_at <= excluded.last_at""";

    private static final String REQUESTS = """
            SELECT id, occurred_at, finding, method, path, route, status, scim_type, detail, key_id, token_length, scheme,
                   content_type, user_agent, request_id, millis
              FROM connection_request
             WHERE company_id = $1 AND id >= $2 AND occurred_at >= $3 ORDER BY id DESC LIMIT $4""";

    private static final String COUNTS = """
            SELECT begins_at, reads, writes, refused, failed FROM connection_count
             WHERE company_id = $1 AND begins_at >= $2 ORDER BY begins_at""";

    private static final String ROUTES = """
            SELECT route, last_at, last_status, last_millis, user_agent, last_ok_at, last_ok_millis, key_id
              FROM connection_route WHERE company_id = $1""";

    private static final String FORGET_REQUESTS = """
            DELETE FROM connection_request WHERE id IN
              (SELECT id FROM connection_request WHERE id < $1 ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED)""";

    private static final String FORGET_COUNTS = """
            DELETE FROM connection_count WHERE (company_id, begins_at) IN
              (SELECT company_id, begins_at FROM connection_count WHERE begins_at < $1 ORDER BY begins_at LIMIT $2
                  FOR UPDATE SKIP LOCKED)""";

    private final Pool pool;

    ConnectionStore(Pool pool) {
        this.pool = pool;
    }

    /** A request that was kept singly. */
    record Kept(
            UUID id,
            Instant at,
            Finding finding,
            String method,
            String path,
            String route,
            int status,
            @Nullable String scimType,
            @Nullable String detail,
            @Nullable String keyId,
            @Nullable Integer tokenLength,
            @Nullable String scheme,
            @Nullable String contentType,
            @Nullable String userAgent,
            String requestId,
            int millis) {}

    /** How many requests came to what in a piece of five minutes. */
    record Counted(Instant beginsAt, Count count) {}

    /** What a route last came to. */
    record Route(
            String route,
            Instant lastAt,
            int lastStatus,
            int lastMillis,
            @Nullable String userAgent,
            @Nullable Instant lastOkAt,
            @Nullable Integer lastOkMillis,
            @Nullable String keyId) {

        /** Whether the last one did not go well. */
        boolean wentWrong() {
            return lastOkAt == null || lastAt.isAfter(lastOkAt);
        }
    }

    /** Writes down what was seen: the requests before the routes, so that who finds a route finds what was kept of it. */
    @CrossTenant("bookkeeping of requests of any company, each row with its own")
    Uni<Void> write(Pending.Batch batch, Ids ids, int refusedAnHour) {
        return batch.isEmpty()
                ? Uni.createFrom().voidItem()
                : run(ADD_COUNTS, Tuple.of(ConnectionRows.counts(batch)))
                        .chain(() -> batch.singles().isEmpty()
                                ? Uni.createFrom().voidItem()
                                : run(ADD_SINGLES, Tuple.of(ConnectionRows.singles(batch, ids), refusedAnHour)))
                        .chain(() -> run(SET_ROUTES, Tuple.of(ConnectionRows.routes(batch))));
    }

    /** The requests kept since then, newest first. */
    Uni<List<Kept>> requests(CompanyId company, Instant since, int most) {
        return pool.preparedQuery(REQUESTS)
                .execute(Tuple.of(company.value(), Ids.firstOf(since), utc(since), most))
                .map(rows -> {
                    List<Kept> kept = new ArrayList<>(rows.size());
                    rows.forEach(row -> kept.add(kept(row)));
                    return kept;
                });
    }

    /** The counts since then, oldest first. */
    Uni<List<Counted>> counts(CompanyId company, Instant since) {
        return pool.preparedQuery(COUNTS)
                .execute(Tuple.of(company.value(), utc(since)))
                .map(rows -> {
                    List<Counted> counts = new ArrayList<>(rows.size());
                    rows.forEach(row -> counts.add(new Counted(
                            row.getOffsetDateTime(0).toInstant(),
                            new Count(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))));
                    return counts;
                });
    }

    /** What each route last came to. */
    Uni<List<Route>> routes(CompanyId company) {
        return pool.preparedQuery(ROUTES).execute(Tuple.of(company.value())).map(rows -> {
            List<Route> routes = new ArrayList<>(rows.size());
            rows.forEach(row -> routes.add(new Route(
                    row.getString("route"),
                    row.getOffsetDateTime("last_at").toInstant(),
                    row.getInteger("last_status"),
                    row.getInteger("last_millis"),
                    row.getString("user_agent"),
                    instant(row.getOffsetDateTime("last_ok_at")),
                    row.getInteger("last_ok_millis"),
                    row.getString("key_id"))));
            return routes;
        });
    }

    /** Drops what is older, batch by batch. */
    @CrossTenant("the retention is the same for all companies")
    Uni<Void> forget(Instant olderThan, int batch) {
        return forget(FORGET_REQUESTS, Tuple.of(Ids.firstOf(olderThan), batch))
                .chain(() -> forget(FORGET_COUNTS, Tuple.of(utc(olderThan), batch)));
    }

    private Uni<Void> forget(String statement, Tuple parameters) {
        return Multi.createBy()
                .repeating()
                .uni(() -> pool.preparedQuery(statement).execute(parameters).map(RowSet::rowCount))
                .whilst(dropped -> dropped > 0)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> run(String statement, Tuple parameters) {
        return pool.preparedQuery(statement).execute(parameters).replaceWithVoid();
    }

    private static Kept kept(Row row) {
        return new Kept(
                row.getUUID("id"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                Finding.valueOf(row.getString("finding")),
                row.getString("method"),
                row.getString("path"),
                row.getString("route"),
                row.getInteger("status"),
                row.getString("scim_type"),
                row.getString("detail"),
                row.getString("key_id"),
                row.getInteger("token_length"),
                row.getString("scheme"),
                row.getString("content_type"),
                row.getString("user_agent"),
                row.getString("request_id"),
                row.getInteger("millis"));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }
}
