package au.com.visibuild.scim.signal;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.signal.DeliveryView.State;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads how far the deliveries about a company's people are. */
@ApplicationScoped
class DeliveryViewStore {

    private static final String OF_USER = """
            SELECT d.id, d.type, d.txn, d.stream_id, s.company_id IS NOT NULL AS of_company, s.description, d.attempts,
                   d.next_attempt_at, d.delivered_at, d.dead_at, d.last_error, d.occurred_at
              FROM delivery d JOIN stream s ON s.id = d.stream_id
             WHERE d.company_id = $1 AND d.user_id = $2 AND ($3::text IS NULL OR d.txn = $3)
             ORDER BY d.position DESC LIMIT $4""";

    private final Pool pool;

    DeliveryViewStore(Pool pool) {
        this.pool = pool;
    }

    /** Those about a person, newest first; of one cause only, if one is named. */
    Uni<List<DeliveryView>> of(CompanyId company, UUID user, @Nullable String txn, int most) {
        return pool.preparedQuery(OF_USER)
                .execute(Tuple.of(company.value(), user, txn, most))
                .map(rows -> {
                    List<DeliveryView> found = new ArrayList<>(rows.size());
                    rows.forEach(row -> found.add(view(row)));
                    return found;
                });
    }

    private static DeliveryView view(Row row) {
        Instant delivered = instant(row, "delivered_at");
        Instant dead = instant(row, "dead_at");
        String error = row.getString("last_error");
        State state = delivered != null
                ? State.DELIVERED
                : dead != null ? State.DEAD : error == null ? State.WAITING : State.RETRYING;
        return new DeliveryView(
                row.getUUID("id"),
                SignalType.valueOf(row.getString("type")).uri(),
                row.getString("txn"),
                row.getUUID("stream_id"),
                row.getBoolean("of_company"),
                row.getString("description"),
                state,
                row.getInteger("attempts"),
                state == State.RETRYING ? instant(row, "next_attempt_at") : null,
                delivered != null ? delivered : dead,
                error,
                row.getOffsetDateTime("occurred_at").toInstant());
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }
}
