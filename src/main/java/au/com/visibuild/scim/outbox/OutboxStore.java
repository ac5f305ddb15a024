package au.com.visibuild.scim.outbox;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.platform.CrossTenant;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The relaying side of the table {@code outbox_event}. Claiming is a lease: a claimed event's next attempt is moved
 * behind the lease, so a relay that dies lets go of it by doing nothing, and no transaction stays open while a receiver
 * thinks. Only a person's oldest open event can be claimed: that keeps the order.
 */
@ApplicationScoped
public class OutboxStore {

    private static final String CLAIM = """
            WITH due AS (
              SELECT e.id FROM outbox_event e
               WHERE e.delivered_at IS NULL AND e.dead_at IS NULL AND e.next_attempt_at <= $1
                 AND NOT EXISTS (SELECT 1 FROM outbox_event earlier
                                  WHERE earlier.user_id = e.user_id AND earlier.position < e.position
                                    AND earlier.delivered_at IS NULL AND earlier.dead_at IS NULL)
               ORDER BY e.next_attempt_at, e.position LIMIT $2
               FOR UPDATE SKIP LOCKED)
            UPDATE outbox_event o SET attempts = o.attempts + 1, next_attempt_at = $3
              FROM due WHERE o.id = due.id
            RETURNING o.id, o.company_id, o.user_id, o.type, o.payload, o.txn, o.occurred_at, o.attempts, o.position""";

    private static final String DELIVERED =
            "UPDATE outbox_event SET delivered_at = $2, last_error = NULL WHERE id = $1 AND delivered_at IS NULL";

    private static final String RETRY =
            "UPDATE outbox_event SET next_attempt_at = $2, last_error = $3 WHERE id = $1 AND delivered_at IS NULL";

    private static final String DEAD =
            "UPDATE outbox_event SET dead_at = $2, last_error = $3 WHERE id = $1 AND delivered_at IS NULL";

    private final Pool pool;

    OutboxStore(Pool pool) {
        this.pool = pool;
    }

    /** An event to deliver, and the how-manieth attempt this is, from 1. */
    public record Claimed(UserEvent event, int attempt, long position) {}

    /** Claims up to {@code limit} events that are due, for the length of the lease, oldest first. */
    @CrossTenant("one relay serves all companies")
    public Uni<List<Claimed>> claim(Instant now, int limit, Duration lease) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(at(now), limit, at(now.plus(lease))))
                .map(rows -> {
                    List<Claimed> claimed = new ArrayList<>(rows.size());
                    rows.forEach(row -> claimed.add(claimed(row)));
                    claimed.sort((a, b) -> Long.compare(a.position(), b.position()));
                    return claimed;
                });
    }

    /** The event reached everyone it is for. */
    @CrossTenant("bookkeeping of events this relay claimed")
    public Uni<Void> delivered(UUID event, Instant now) {
        return pool.preparedQuery(DELIVERED).execute(Tuple.of(event, at(now))).replaceWithVoid();
    }

    /** The event did not arrive; it is due again at {@code next}. */
    @CrossTenant("bookkeeping of events this relay claimed")
    public Uni<Void> retryAt(UUID event, Instant next, String error) {
        return pool.preparedQuery(RETRY)
                .execute(Tuple.of(event, at(next), error))
                .replaceWithVoid();
    }

    /** The event did not arrive and is not tried again by itself. */
    @CrossTenant("bookkeeping of events this relay claimed")
    public Uni<Void> dead(UUID event, Instant now, String error) {
        return pool.preparedQuery(DEAD).execute(Tuple.of(event, at(now), error)).replaceWithVoid();
    }

    private static Claimed claimed(Row row) {
        JsonObject payload = row.getJsonObject("payload");
        UserEvent event = new UserEvent(
                row.getUUID("id"),
                new CompanyId(row.getUUID("company_id")),
                row.getUUID("user_id"),
                EventType.valueOf(row.getString("type")),
                payload.getString("email"),
                payload.getString("newEmail"),
                payload.getString("reason"),
                row.getString("txn"),
                row.getOffsetDateTime("occurred_at").toInstant());
        return new Claimed(event, row.getInteger("attempts"), row.getLong("position"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
