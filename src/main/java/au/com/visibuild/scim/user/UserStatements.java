package au.com.visibuild.scim.user;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.protocol.query.ListQuery;
import au.com.visibuild.scim.protocol.query.SqlFilter;
import au.com.visibuild.scim.protocol.query.SqlFragment;
import au.com.visibuild.scim.protocol.query.SqlKeyset;
import au.com.visibuild.scim.protocol.query.SqlSort;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The statements by which people are read. Each names the company and leaves out whoever was deleted; the caller's
 * filter only narrows that.
 */
final class UserStatements {

    // The manager is looked up within the company only; an empty text means found but without a name.
    private static final String COLUMNS = """
            SELECT id, document::text AS document, version, created_at, modified_at,
                   (SELECT coalesce(m.document ->> 'displayName', '') FROM users m
                     WHERE m.company_id = users.company_id AND m.id = users.manager_id AND m.deleted_at IS NULL)
                   AS manager_name
            """;
    private static final String SCOPE = " FROM users WHERE company_id = $1 AND deleted_at IS NULL";
    private static final String BY_ID = COLUMNS + SCOPE + " AND id = $2";

    private UserStatements() {}

    /** One person. */
    static SqlFragment byId(CompanyId company, UUID id) {
        return new SqlFragment(BY_ID, List.of(company.value(), id));
    }

    /** The people of a page by index, in order. */
    static SqlFragment page(CompanyId company, ListQuery query) {
        SqlFragment where = where(company, query);
        String sql = COLUMNS + SCOPE + where.text() + orderBy(query) + " LIMIT " + query.count() + " OFFSET "
                + query.offset();
        return new SqlFragment(sql, parameters(company, where));
    }

    /** How many people a query finds, on all pages. */
    static SqlFragment total(CompanyId company, ListQuery query) {
        SqlFragment where = where(company, query);
        return new SqlFragment("SELECT count(*)" + SCOPE + where.text(), parameters(company, where));
    }

    /**
     * The people behind a position (null: from the first one), in order, each with its {@code sort_key}: as many as the
     * page asks for and one more, which tells whether another page follows.
     */
    static SqlFragment pageAfter(CompanyId company, ListQuery query, SqlKeyset.@Nullable Position after) {
        SqlFragment where = where(company, query);
        List<Object> parameters = parameters(company, where);
        String behind = "";
        if (after != null) {
            SqlFragment keyset =
                    SqlKeyset.after(after, query.sortBy(), query.ascending(), UserColumns.MAP, parameters.size() + 1);
            behind = " AND " + keyset.text();
            parameters.addAll(keyset.parameters());
        }
        String key = query.sortBy() == null ? "NULL" : SqlSort.key(query.sortBy(), UserColumns.MAP);
        String sql = COLUMNS + ", (" + key + ")::text AS sort_key" + SCOPE + where.text() + behind + orderBy(query)
                + " LIMIT " + (query.count() + 1);
        return new SqlFragment(sql, parameters);
    }

    private static String orderBy(ListQuery query) {
        return " ORDER BY " + SqlSort.orderBy(query.sortBy(), query.ascending(), UserColumns.MAP);
    }

    private static SqlFragment where(CompanyId company, ListQuery query) {
        if (query.filter() == null) {
            return new SqlFragment("", List.of());
        }
        SqlFragment filter = SqlFilter.compile(query.filter(), UserColumns.MAP, company.toString(), 2);
        return new SqlFragment(" AND (" + filter.text() + ")", filter.parameters());
    }

    private static List<Object> parameters(CompanyId company, SqlFragment where) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(company.value());
        parameters.addAll(where.parameters());
        return parameters;
    }
}
