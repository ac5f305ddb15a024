package au.com.visibuild.scim.audit;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.platform.AttributeJson;
import au.com.visibuild.scim.platform.CrossTenant;
import au.com.visibuild.scim.platform.Ids;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.query.SqlFragment;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code provisioning_log} as it is read, and as its old rows are dropped. */
@ApplicationScoped
public class AuditReadStore {

    private static final String FORGET = """
            DELETE FROM provisioning_log WHERE id IN
              (SELECT id FROM provisioning_log WHERE id < $1 AND occurred_at < $2
                ORDER BY id LIMIT $3 FOR UPDATE SKIP LOCKED)""";

    // Who is deleted and was switched off before lost nothing now; only who is switched off loses roles, if none are
    // left.
    private static final String LOST_ACCESS = """
            SELECT count(DISTINCT user_id) AS lost FROM (
              SELECT user_id FROM provisioning_log
               WHERE company_id = $1 AND action IN ('DEACTIVATE_USER', 'DELETE_USER') AND outcome = 'DONE'
                 AND (action = 'DEACTIVATE_USER' OR effects ->> 'rolesEnded' IS NOT NULL)
                 AND actor_kind = 'SCIM' AND id >= $2 AND occurred_at >= $3
               ORDER BY id DESC LIMIT 10000) found""";

    private final Pool pool;

    AuditReadStore(Pool pool) {
        this.pool = pool;
    }

    /** The rows that a query finds, newest first, without what they changed unless asked for. */
    public Uni<List<LogEntry>> page(CompanyId company, LogQuery query, boolean withChanges) {
        return rows(LogStatements.page(company, query, withChanges)).map(rows -> {
            List<LogEntry> entries = new ArrayList<>(rows.size());
            rows.forEach(row -> entries.add(entry(row)));
            return entries;
        });
    }

    /** One row of the company's log, or null. */
    public Uni<@Nullable LogEntry> find(CompanyId company, UUID id) {
        return rows(LogStatements.byId(company, id)).map(rows -> {
            for (Row row : rows) {
                return entry(row);
            }
            return null;
        });
    }

    /** How many people lost access since then because the identity provider said so, counted over 10,000 rows at most. */
    public Uni<Integer> lostAccess(CompanyId company, Instant since) {
        return pool.preparedQuery(LOST_ACCESS)
                .execute(Tuple.of(company.value(), Ids.firstOf(since.minusSeconds(1)), since.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next().getInteger("lost"));
    }

    /** Drops up to {@code batch} rows that are older than that; answers how many. Replicas do not wait for each other. */
    @CrossTenant("the retention is the same for all companies")
    public Uni<Integer> forget(Instant olderThan, int batch) {
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of(Ids.firstOf(olderThan), olderThan.atOffset(ZoneOffset.UTC), batch))
                .map(RowSet::rowCount);
    }

    private Uni<RowSet<Row>> rows(SqlFragment statement) {
        return pool.preparedQuery(statement.text()).execute(Tuple.from(statement.parameters()));
    }

    private static LogEntry entry(Row row) {
        return new LogEntry(
                row.getUUID("id"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                Origin.Kind.valueOf(row.getString("actor_kind")),
                row.getString("actor"),
                AuditAction.valueOf(row.getString("action")),
                AuditEntry.Outcome.valueOf(row.getString("outcome")),
                row.getUUID("user_id"),
                row.getString("subject"),
                row.getString("request_id"),
                row.getInteger("status"),
                row.getString("scim_type"),
                row.getString("reason"),
                row.getUUID("related_user_id"),
                values(row.getString("changes")),
                values(row.getString("effects")));
    }

    private static @Nullable ComplexValue values(@Nullable String json) {
        return json == null ? null : AttributeJson.parseStored(json);
    }
}
