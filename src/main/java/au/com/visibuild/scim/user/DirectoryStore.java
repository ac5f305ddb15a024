package au.com.visibuild.scim.user;

import au.com.visibuild.scim.company.CompanyId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code users} as a company admin reads it: people with what they may do, and where. */
@ApplicationScoped
public class DirectoryStore {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String ENTRY = """
            SELECT u.id, u.user_name, u.login_email, u.document ->> 'displayName' AS display_name, u.active,
                   u.scim_managed_since, u.modified_at,
                   ARRAY(SELECT r.role FROM role_assignment r
                          WHERE r.company_id = u.company_id AND r.user_id = u.id AND r.ended_at IS NULL
                          ORDER BY r.role) AS roles,
                   ARRAY(SELECT p.id || ' ' || p.name FROM project_membership m
                           JOIN project p ON p.company_id = m.company_id AND p.id = m.project_id
                          WHERE m.company_id = u.company_id AND m.user_id = u.id AND m.ended_at IS NULL
                          ORDER BY p.name) AS projects
              FROM users u
             WHERE u.company_id = $1 AND u.deleted_at IS NULL AND
            """;
    private static final String PAGE = ENTRY + " u.id > $2 ORDER BY u.id LIMIT $3";
    private static final String BY_ID = ENTRY + " u.id = $2";

    private static final String IS_ACTIVE =
            "SELECT 1 FROM users WHERE company_id = $1 AND id = $2 AND active AND deleted_at IS NULL";

    private final Pool pool;

    DirectoryStore(Pool pool) {
        this.pool = pool;
    }

    /** A project by id and name. */
    public record ProjectRef(UUID id, String name) {}

    /** A person, with the open roles and the projects with an open membership. */
    public record Entry(
            UUID id,
            String userName,
            @Nullable String loginEmail,
            @Nullable String displayName,
            boolean active,
            @Nullable Instant scimManagedSince,
            Instant modifiedAt,
            List<String> roles,
            List<ProjectRef> projects) {}

    /** Up to {@code size} people by id, after that id (null: from the start). */
    public Uni<List<Entry>> page(CompanyId company, @Nullable UUID after, int size) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(company.value(), after == null ? BEFORE_ALL : after, size))
                .map(rows -> {
                    List<Entry> people = new ArrayList<>(rows.size());
                    rows.forEach(row -> people.add(entry(row)));
                    return people;
                });
    }

    /** The person, or null. */
    public Uni<@Nullable Entry> find(CompanyId company, UUID user) {
        return pool.preparedQuery(BY_ID)
                .execute(Tuple.of(company.value(), user))
                .map(rows -> {
                    for (Row row : rows) {
                        return entry(row);
                    }
                    return null;
                });
    }

    /** Whether that person exists in the company and may log in. */
    public Uni<Boolean> isActive(CompanyId company, UUID user) {
        return pool.preparedQuery(IS_ACTIVE)
                .execute(Tuple.of(company.value(), user))
                .map(rows -> rows.size() > 0);
    }

    private static Entry entry(Row row) {
        var managed = row.getOffsetDateTime("scim_managed_since");
        return new Entry(
                row.getUUID("id"),
                row.getString("user_name"),
                row.getString("login_email"),
                row.getString("display_name"),
                row.getBoolean("active"),
                managed == null ? null : managed.toInstant(),
                row.getOffsetDateTime("modified_at").toInstant(),
                Arrays.asList(row.getArrayOfStrings("roles")),
                Arrays.stream(row.getArrayOfStrings("projects"))
                        .map(DirectoryStore::project)
                        .toList());
    }

    /** A project as the statement writes it: the id's 36 characters, a blank, the name. */
    private static ProjectRef project(String written) {
        return new ProjectRef(UUID.fromString(written.substring(0, 36)), written.substring(37));
    }
}
