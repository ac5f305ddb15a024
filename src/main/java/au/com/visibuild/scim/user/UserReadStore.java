package au.com.visibuild.scim.user;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.protocol.query.ListQuery;
import au.com.visibuild.scim.protocol.query.SqlFragment;
import au.com.visibuild.scim.protocol.query.SqlKeyset;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the identity provider reads of the table {@code users}: the stored documents, without entities, by the statements
 * of {@link UserStatements}.
 */
@ApplicationScoped
public class UserReadStore {

    private final Pool pool;

    UserReadStore(Pool pool) {
        this.pool = pool;
    }

    /** One page of a query and the number of all its matches. */
    public record Page(List<StoredUser> users, long total) {}

    /** One page by cursor, and where it ended if there is more behind it. */
    public record CursorPage(List<StoredUser> users, SqlKeyset.@Nullable Position last) {}

    /** The person SCIM shows under that id, or null. */
    public Uni<@Nullable StoredUser> find(CompanyId company, UUID id) {
        return rows(UserStatements.byId(company, id)).map(rows -> {
            for (Row row : rows) {
                return storedUser(row);
            }
            return null;
        });
    }

    /**
     * A page of people. The total costs a statement of its own only when the page alone does not tell it: a lookup that
     * finds one person, which is nearly every query of an identity provider, is one statement.
     */
    public Uni<Page> page(CompanyId company, ListQuery query) {
        if (query.count() == 0) {
            return total(company, query).map(total -> new Page(List.of(), total));
        }
        return rows(UserStatements.page(company, query)).chain(rows -> page(company, query, rows));
    }

    /** The page behind that position (null: the first); one row more than asked for tells whether another follows. */
    public Uni<CursorPage> pageAfter(CompanyId company, ListQuery query, SqlKeyset.@Nullable Position after) {
        return rows(UserStatements.pageAfter(company, query, after)).map(rows -> cursorPage(rows, query.count()));
    }

    private static CursorPage cursorPage(RowSet<Row> rows, int count) {
        List<StoredUser> users = new ArrayList<>(rows.size());
        SqlKeyset.Position last = null;
        for (Row row : rows) {
            if (users.size() == count) {
                return new CursorPage(users, last);
            }
            users.add(storedUser(row));
            last = new SqlKeyset.Position(
                    row.getString("sort_key"), row.getUUID("id").toString());
        }
        return new CursorPage(users, null);
    }

    private Uni<Page> page(CompanyId company, ListQuery query, RowSet<Row> rows) {
        List<StoredUser> users = new ArrayList<>(rows.size());
        rows.forEach(row -> users.add(storedUser(row)));
        long before = query.offset();
        boolean last = users.size() < query.count() && (!users.isEmpty() || before == 0);
        return last
                ? Uni.createFrom().item(new Page(users, before + users.size()))
                : total(company, query).map(total -> new Page(users, total));
    }

    private Uni<Long> total(CompanyId company, ListQuery query) {
        return rows(UserStatements.total(company, query))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    private Uni<RowSet<Row>> rows(SqlFragment statement) {
        return pool.preparedQuery(statement.text()).execute(Tuple.from(statement.parameters()));
    }

    private static StoredUser storedUser(Row row) {
        String manager = row.getString("manager_name");
        return new StoredUser(
                row.getUUID("id"),
                row.getString("document"),
                row.getLong("version"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("modified_at").toInstant(),
                manager != null,
                manager == null || manager.isEmpty() ? null : manager);
    }
}
