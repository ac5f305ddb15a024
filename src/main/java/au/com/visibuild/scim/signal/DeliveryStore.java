package au.com.visibuild.scim.signal;

import au.com.visibuild.scim.platform.CrossTenant;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The sending side of the table {@code delivery}. Claiming is a lease: a claimed delivery's next attempt is moved behind
 * the lease, so a relay that dies lets go of it by doing nothing, and no transaction stays open while a receiver thinks.
 * Only the oldest open delivery of a lane (a person's within a stream) can be claimed: that keeps the order.
 */
@ApplicationScoped
class DeliveryStore {

    /** Some of each stream, so that one with much to send leaves room for the others. */
    private static final String CLAIM = """
            WITH due AS (
              SELECT first.id FROM stream s CROSS JOIN LATERAL (
                SELECT d.id, d.next_attempt_at FROM delivery d
                 WHERE d.stream_id = s.id AND d.delivered_at IS NULL AND d.dead_at IS NULL AND d.next_attempt_at <= $1
                   AND NOT EXISTS (SELECT 1 FROM delivery earlier
                                    WHERE earlier.stream_id = d.stream_id AND earlier.lane = d.lane
                                      AND earlier.position < d.position
                                      AND earlier.delivered_at IS NULL AND earlier.dead_at IS NULL)
                 ORDER BY d.next_attempt_at, d.position LIMIT $2
                 FOR UPDATE OF d SKIP LOCKED) first
               WHERE s.method = ANY ($6) AND s.status = 'ENABLED' AND s.id <> ALL ($4)
               LIMIT $3)
            UPDATE delivery o SET attempts = o.attempts + 1, next_attempt_at = $5, claimed_until = $5
              FROM due, stream s WHERE o.id = due.id AND s.id = o.stream_id
            RETURNING o.id, o.stream_id, o.user_id, o.type, o.payload, o.txn, o.occurred_at, o.created_at,
                      o.attempts, s.audience, s.subject_format, s.method, s.endpoint_url, s.authorization_header""";

    /**
     * In order; nothing that a refused one of its lane stands before, until that is due again. That the stream was
     * switched off by us is told whatever its status: by nothing else would its receiver learn of it.
     */
    private static final String OFFER = """
            SELECT d.id, d.stream_id, d.user_id, d.type, d.payload, d.txn, d.occurred_at, d.created_at,
                   s.audience, s.subject_format
              FROM delivery d JOIN stream s ON s.id = d.stream_id
             WHERE d.stream_id = $1 AND s.method = 'POLL' AND (s.status = 'ENABLED' OR d.type = 'STREAM_UPDATED')
               AND d.delivered_at IS NULL AND d.dead_at IS NULL AND d.next_attempt_at <= $2
               AND NOT EXISTS (SELECT 1 FROM delivery earlier
                                WHERE earlier.stream_id = d.stream_id AND earlier.lane = d.lane
                                  AND earlier.position < d.position AND earlier.next_attempt_at > $2
                                  AND earlier.delivered_at IS NULL AND earlier.dead_at IS NULL)
             ORDER BY d.position LIMIT $3""";

    /** Even what was given up in the meantime: who says late that it has it has it. */
    private static final String ACKNOWLEDGED = """
            UPDATE delivery SET delivered_at = $3, dead_at = NULL, last_error = NULL
             WHERE stream_id = $1 AND id = ANY ($2) AND delivered_at IS NULL RETURNING occurred_at""";

    private static final String REFUSED = """
            UPDATE delivery SET attempts = attempts + 1
             WHERE stream_id = $1 AND id = $2 AND delivered_at IS NULL AND dead_at IS NULL RETURNING attempts""";

    /** Even if it was given up for its age a moment ago. */
    private static final String DELIVERED = """
            UPDATE delivery SET delivered_at = $2, dead_at = NULL, last_error = NULL, claimed_until = NULL
             WHERE id = $1 AND delivered_at IS NULL""";

    private static final String RETRY = """
            UPDATE delivery SET next_attempt_at = $2, last_error = $3, claimed_until = NULL
             WHERE id = $1 AND delivered_at IS NULL AND dead_at IS NULL""";

    private static final String DEAD = """
            UPDATE delivery SET dead_at = $2, last_error = $3, claimed_until = NULL
             WHERE id = $1 AND delivered_at IS NULL AND dead_at IS NULL""";

    private final Pool pool;

    DeliveryStore(Pool pool) {
        this.pool = pool;
    }

    /** A delivery to make, how and where to, and the how-manieth attempt this is, from 1. */
    record Claimed(
            Signal signal,
            DeliveryMethod method,
            @Nullable String endpoint,
            @Nullable String authorization,
            int attempt) {

        /** The same delivery to another receiver. */
        Claimed to(String audience, @Nullable String receiver) {
            return new Claimed(signal.to(audience), method, receiver, authorization, attempt);
        }
    }

    /** How many deliveries a claim may take, and of which streams. */
    record Share(int perStream, int together, Collection<DeliveryMethod> methods) {}

    /** Claims deliveries that are due, for the length of the lease; of these busy streams none. */
    @CrossTenant("one relay serves all companies")
    Uni<List<Claimed>> claim(Instant now, Share most, Collection<UUID> busy, Duration lease) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(
                        at(now),
                        most.perStream(),
                        most.together(),
                        busy.toArray(UUID[]::new),
                        at(now.plus(lease)),
                        most.methods().stream().map(Enum::name).toArray(String[]::new)))
                .map(rows -> {
                    List<Claimed> claimed = new ArrayList<>(rows.size());
                    rows.forEach(row -> claimed.add(claimed(row)));
                    return claimed;
                });
    }

    /** What a stream that is polled has to offer at {@code now}, in order. */
    @CrossTenant("the caller found the stream by its owner")
    Uni<List<Signal>> offer(UUID stream, Instant now, int limit) {
        return pool.preparedQuery(OFFER)
                .execute(Tuple.of(stream, at(now), limit))
                .map(rows -> {
                    List<Signal> open = new ArrayList<>(rows.size());
                    rows.forEach(row -> open.add(signal(row)));
                    return open;
                });
    }

    /** The receiver of a polled stream has these; answers when those happened of which we did not know. */
    @CrossTenant("the caller found the stream by its owner")
    Uni<List<Instant>> acknowledged(UUID stream, List<UUID> deliveries, Instant now) {
        return pool.preparedQuery(ACKNOWLEDGED)
                .execute(Tuple.of(stream, deliveries.toArray(UUID[]::new), at(now)))
                .map(rows -> {
                    List<Instant> occurred = new ArrayList<>(rows.size());
                    rows.forEach(row ->
                            occurred.add(row.getOffsetDateTime("occurred_at").toInstant()));
                    return occurred;
                });
    }

    /** Counts a refusal by the receiver of a polled stream; answers how many there were, or null for what is not open. */
    @CrossTenant("the caller found the stream by its owner")
    Uni<@Nullable Integer> refused(UUID stream, UUID delivery) {
        return pool.preparedQuery(REFUSED).execute(Tuple.of(stream, delivery)).map(rows -> {
            for (Row row : rows) {
                return row.getInteger("attempts");
            }
            return null;
        });
    }

    /** The receiver has it. */
    @CrossTenant("bookkeeping of deliveries this relay claimed")
    Uni<Void> delivered(UUID delivery, Instant now) {
        return pool.preparedQuery(DELIVERED)
                .execute(Tuple.of(delivery, at(now)))
                .replaceWithVoid();
    }

    /** It did not arrive; it is due again at {@code next}. */
    @CrossTenant("bookkeeping of deliveries this relay claimed")
    Uni<Void> retryAt(UUID delivery, Instant next, String error) {
        return pool.preparedQuery(RETRY)
                .execute(Tuple.of(delivery, at(next), error))
                .replaceWithVoid();
    }

    /** It did not arrive and is not tried again by itself. */
    @CrossTenant("bookkeeping of deliveries this relay claimed")
    Uni<Void> dead(UUID delivery, Instant now, String error) {
        return pool.preparedQuery(DEAD)
                .execute(Tuple.of(delivery, at(now), error))
                .replaceWithVoid();
    }

    private static Claimed claimed(Row row) {
        return new Claimed(
                signal(row),
                DeliveryMethod.valueOf(row.getString("method")),
                row.getString("endpoint_url"),
                row.getString("authorization_header"),
                row.getInteger("attempts"));
    }

    private static Signal signal(Row row) {
        return new Signal(
                row.getUUID("id"),
                row.getUUID("stream_id"),
                row.getString("audience"),
                SubjectFormat.valueOf(row.getString("subject_format")),
                row.getUUID("user_id"),
                SignalType.valueOf(row.getString("type")),
                row.getJsonObject("payload"),
                row.getString("txn"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getOffsetDateTime("created_at").toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
