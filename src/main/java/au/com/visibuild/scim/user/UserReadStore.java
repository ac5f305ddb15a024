package au.com.visibuild.scim.user;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.protocol.query.ListQuery;
import au.com.visibuild.scim.protocol.query.SqlFilter;
import au.com.visibuild.scim.protocol.query.SqlFragment;
import au.com.visibuild.scim.protocol.query.SqlKeyset;
import au.com.visibuild.scim.protocol.query.SqlSort;
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
 * What the identity provider reads of the table {@code users}: statements that return the stored document, without
 * entities. Each names the company and leaves out whoever was deleted; the caller's filter only narrows that.
 */
@ApplicationScoped
public class UserReadStore {

    // The manager is looked up within the company only; an empty text means found but without a name.
    private static final String COLUMNS = """
            SELECT id, document::text AS document, version, created_at, modified_at,
                   (SELECT coalesce(m.document ->> 'displayName', '') FROM users m
                     WHERE m.company_id = users.company_id AND m.id = users.manager_id AND m.deleted_at IS NULL)
                   AS manager_name
            """;
    private static final String SCOPE = " FROM users WHERE company_id = $1 AND deleted_at IS NULL";
    private static final String BY_ID = COLUMNS + SCOPE + " AND id = $2";

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
        return pool.preparedQuery(BY_ID).execute(Tuple.of(company.value(), id)).map(rows -> {
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
        SqlFragment where = where(query);
        if (query.count() == 0) {
            return total(company, where).map(total -> new Page(List.of(), total));
        }
        List<Object> parameters = parameters(company, where);
        String sql = COLUMNS + SCOPE + where.text() + " ORDER BY "
                + SqlSort.orderBy(query.sortBy(), query.ascending(), UserColumns.MAP) + " LIMIT " + query.count()
                + " OFFSET " + query.offset();
        return pool.preparedQuery(sql).execute(Tuple.from(parameters)).chain(rows -> page(company, query, where, rows));
    }

    /** The page behind that position (null: the first); one row more than asked for tells whether another follows. */
    public Uni<CursorPage> pageAfter(CompanyId company, ListQuery query, SqlKeyset.@Nullable Position after) {
        SqlFragment where = where(query);
        List<Object> parameters = parameters(company, where);
        String behind = "";
        if (after != null) {
            SqlFragment keyset =
                    SqlKeyset.after(after, query.sortBy(), query.ascending(), UserColumns.MAP, parameters.size() + 1);
            behind = " AND " + keyset.text();
            parameters.addAll(keyset.parameters());
        }
        String key = query.sortBy() == null ? "NULL" : SqlSort.key(query.sortBy(), UserColumns.MAP);
        String sql = COLUMNS + ", (" + key + ")::text AS sort_key" + SCOPE + where.text() + behind + " ORDER BY "
                + SqlSort.orderBy(query.sortBy(), query.ascending(), UserColumns.MAP) + " LIMIT "
                + (query.count() + 1);
        return pool.preparedQuery(sql).execute(Tuple.from(parameters)).map(rows -> cursorPage(rows, query.count()));
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

    private Uni<Page> page(CompanyId company, ListQuery query, SqlFragment where, RowSet<Row> rows) {
        List<StoredUser> users = new ArrayList<>(rows.size());
        rows.forEach(row -> users.add(storedUser(row)));
        long before = query.offset();
        boolean last = users.size() < query.count() && (!users.isEmpty() || before == 0);
        return last
                ? Uni.createFrom().item(new Page(users, before + users.size()))
                : total(company, where).map(total -> new Page(users, total));
    }

    private Uni<Long> total(CompanyId company, SqlFragment where) {
        return pool.preparedQuery("SELECT count(*)" + SCOPE + where.text())
                .execute(Tuple.from(parameters(company, where)))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    private static SqlFragment where(ListQuery query) {
        if (query.filter() == null) {
            return new SqlFragment("", List.of());
        }
        SqlFragment filter = SqlFilter.compile(query.filter(), UserColumns.MAP, 2);
        return new SqlFragment(" AND (" + filter.text() + ")", filter.parameters());
    }

    private static List<Object> parameters(CompanyId company, SqlFragment where) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(company.value());
        parameters.addAll(where.parameters());
        return parameters;
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
