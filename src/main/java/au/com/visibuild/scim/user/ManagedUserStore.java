package au.com.visibuild.scim.user;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.platform.CrossTenant;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** How many people are in the hands of identity providers. */
@ApplicationScoped
class ManagedUserStore {

    private static final String COUNT = """
            SELECT company_id, active, count(*) AS people
              FROM users
             WHERE scim_managed_since IS NOT NULL AND deleted_at IS NULL
             GROUP BY company_id, active
             ORDER BY people DESC, company_id, active
             LIMIT $1""";

    private final Pool pool;

    ManagedUserStore(Pool pool) {
        this.pool = pool;
    }

    /** So many people of a company are active, or are not. */
    record Group(CompanyId company, boolean active, long people) {}

    /** The largest groups. */
    @CrossTenant("operators' numbers of all companies, which name nobody")
    Uni<List<Group>> count(int most) {
        return pool.preparedQuery(COUNT).execute(Tuple.of(most)).map(ManagedUserStore::groups);
    }

    private static List<Group> groups(RowSet<Row> rows) {
        List<Group> groups = new ArrayList<>();
        for (Row row : rows) {
            groups.add(new Group(
                    new CompanyId(row.getUUID("company_id")), row.getBoolean("active"), row.getLong("people")));
        }
        return groups;
    }
}
