package au.com.visibuild.scim.signal;

import au.com.visibuild.scim.platform.CrossTenant;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** How far behind the deliveries are, over all streams that transmit. */
@ApplicationScoped
class LagStore {

    /** Each count ends somewhere: what it is for is seen by then, and a heap of a million is not read for it. */
    private static final String OPEN = """
            SELECT (SELECT min(first.created_at) FROM stream s CROSS JOIN LATERAL
                      (SELECT d.created_at FROM delivery d
                        WHERE d.stream_id = s.id AND d.delivered_at IS NULL AND d.dead_at IS NULL
                        ORDER BY d.position LIMIT 1) first
                     WHERE s.status = 'ENABLED') AS oldest,
                   (SELECT count(*) FROM
                      (SELECT 1 FROM stream s JOIN delivery d ON d.stream_id = s.id
                        WHERE s.status = 'ENABLED' AND d.delivered_at IS NULL AND d.dead_at IS NULL LIMIT $1) o) AS open,
                   (SELECT count(*) FROM
                      (SELECT 1 FROM delivery WHERE dead_at IS NOT NULL AND user_id IS NOT NULL LIMIT $1) d) AS dead""";

    private final Pool pool;

    LagStore(Pool pool) {
        this.pool = pool;
    }

    /** Deliveries that have not arrived: since when the oldest waits, or null, how many there are, how many are dead. */
    record Open(@Nullable Instant oldest, long open, long dead) {}

    /** Counted up to {@code most}. */
    @CrossTenant("an operator's figures, without anything of a company")
    Uni<Open> open(int most) {
        return pool.preparedQuery(OPEN).execute(Tuple.of(most)).map(rows -> {
            Row row = rows.iterator().next();
            OffsetDateTime oldest = row.getOffsetDateTime("oldest");
            return new Open(oldest == null ? null : oldest.toInstant(), row.getLong("open"), row.getLong("dead"));
        });
    }
}
