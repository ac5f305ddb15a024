package au.com.visibuild.scim.signal;

import au.com.visibuild.scim.platform.CrossTenant;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** What is done to the tables {@code delivery} and {@code stream} because time has passed, in portions. */
@ApplicationScoped
class DeliveryUpkeepStore {

    private static final String DROP_DELIVERED = """
            DELETE FROM delivery WHERE id IN
              (SELECT id FROM delivery WHERE delivered_at IS NOT NULL AND delivered_at < $1
                ORDER BY delivered_at LIMIT $2 FOR UPDATE SKIP LOCKED)""";

    private static final String DROP_DEAD = """
            DELETE FROM delivery WHERE id IN
              (SELECT id FROM delivery WHERE dead_at IS NOT NULL AND dead_at < $1
                ORDER BY dead_at LIMIT $2 FOR UPDATE SKIP LOCKED)""";

    /** Not what is to be told again: that is old, and was made due a moment ago. */
    private static final String GIVE_UP = """
            UPDATE delivery SET dead_at = $2, last_error = coalesce(last_error, $3) WHERE id IN
              (SELECT id FROM delivery
                WHERE delivered_at IS NULL AND dead_at IS NULL AND created_at < $1 AND next_attempt_at < $1
                ORDER BY created_at LIMIT $4 FOR UPDATE SKIP LOCKED)""";

    /** One statement: a stream is never off without having been told, nor told and on. */
    private static final String SWITCH_OFF = """
            WITH idle AS (
              SELECT id, gen_random_uuid() AS jti FROM stream
               WHERE method = 'POLL' AND status <> 'DISABLED' AND last_seen_at < $1
               ORDER BY last_seen_at LIMIT $5 FOR UPDATE SKIP LOCKED),
            off AS (
              UPDATE stream s SET status = 'DISABLED', status_reason = $3, updated_at = $2 FROM idle WHERE s.id = idle.id),
            let_go AS (
              DELETE FROM delivery d USING idle
               WHERE d.stream_id = idle.id AND d.delivered_at IS NULL AND d.dead_at IS NULL)
            INSERT INTO delivery (id, stream_id, type, payload, txn, occurred_at, created_at, next_attempt_at)
            SELECT jti, id, 'STREAM_UPDATED', $4::text::json, jti::text, $2, $2, $2 FROM idle""";

    private final Pool pool;

    DeliveryUpkeepStore(Pool pool) {
        this.pool = pool;
    }

    /** Drops deliveries that arrived before this, at most so many; answers how many. */
    @CrossTenant("what is over is dropped whosever it was")
    Uni<Integer> dropDelivered(Instant before, int most) {
        return changed(DROP_DELIVERED, Tuple.of(at(before), most));
    }

    /** Drops deliveries that were given up before this, at most so many; answers how many. */
    @CrossTenant("what is over is dropped whosever it was")
    Uni<Integer> dropDead(Instant before, int most) {
        return changed(DROP_DEAD, Tuple.of(at(before), most));
    }

    /** Gives up deliveries that were made before this and never arrived, at most so many; answers how many. */
    @CrossTenant("nothing is held for ever, whosever it is")
    Uni<Integer> giveUp(Instant before, Instant now, String why, int most) {
        return changed(GIVE_UP, Tuple.of(at(before), at(now), why, most));
    }

    /** Disables polled streams whose receivers were not seen since then, and lets them know; answers how many. */
    @CrossTenant("a receiver that is gone is gone, whosever it was")
    Uni<Integer> switchOff(Instant unseenSince, Instant now, String why, String payload, int most) {
        return changed(SWITCH_OFF, Tuple.of(at(unseenSince), at(now), why, payload, most));
    }

    private Uni<Integer> changed(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).map(rows -> rows.rowCount());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
