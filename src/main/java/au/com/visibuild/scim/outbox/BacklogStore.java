package au.com.visibuild.scim.outbox;

import au.com.visibuild.scim.platform.CrossTenant;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Both ends of the table {@code outbox_event}: what is not handed on yet, and what was long ago. */
@ApplicationScoped
public class BacklogStore {

    private static final String WAITING = """
            SELECT (SELECT occurred_at FROM outbox_event WHERE handed_on_at IS NULL ORDER BY position LIMIT 1) AS oldest,
                   (SELECT count(*) FROM (SELECT 1 FROM outbox_event WHERE handed_on_at IS NULL LIMIT $1) e) AS waiting""";

    private static final String DROP = """
            DELETE FROM outbox_event WHERE id IN
              (SELECT id FROM outbox_event WHERE handed_on_at IS NOT NULL AND handed_on_at < $1
                ORDER BY handed_on_at LIMIT $2 FOR UPDATE SKIP LOCKED)""";

    private final Pool pool;

    BacklogStore(Pool pool) {
        this.pool = pool;
    }

    /** Events that are not handed on yet: since when the oldest waits, or null, and how many there are. */
    public record Backlog(@Nullable Instant oldest, long waiting) {}

    /** What waits, counted up to {@code most}. */
    @CrossTenant("an operator's figures, without anything of a company")
    public Uni<Backlog> backlog(int most) {
        return pool.preparedQuery(WAITING).execute(Tuple.of(most)).map(rows -> {
            Row row = rows.iterator().next();
            OffsetDateTime oldest = row.getOffsetDateTime("oldest");
            return new Backlog(oldest == null ? null : oldest.toInstant(), row.getLong("waiting"));
        });
    }

    /** Drops events that were handed on before this, at most so many; answers how many. */
    @CrossTenant("what is over is dropped whosever it was")
    Uni<Integer> drop(Instant before, int most) {
        return pool.preparedQuery(DROP)
                .execute(Tuple.of(before.atOffset(ZoneOffset.UTC), most))
                .map(rows -> rows.rowCount());
    }
}
