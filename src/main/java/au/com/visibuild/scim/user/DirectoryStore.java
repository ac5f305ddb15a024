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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code users} as a company admin reads it: people with what they may do, and where. */
@ApplicationScoped
public class DirectoryStore {

    private static final String ENTRY = """
            SELECT u.id, u.user_name, u.login_email, u.external_id, u.document ->> 'displayName' AS display_name,
                   u.active, u.scim_managed_since, u.created_at, u.modified_at,
                   ARRAY(SELECT r.role FROM role_assignment r
                          WHERE r.company_id = u.company_id AND r.user_id = u.id AND r.ended_at IS NULL
                          ORDER BY r.role) AS roles,
                   ARRAY(SELECT p.id || ' ' || p.name FROM project_membership m
                           JOIN project p ON p.company_id = m.company_id AND p.id = m.project_id
                          WHERE m.company_id = u.company_id AND m.user_id = u.id AND m.ended_at IS NULL
                          ORDER BY p.name) AS projects
              FROM users u
             WHERE u.company_id = $1 AND u.deleted_at IS NULL""";
    private static final String BY_ID = ENTRY + " AND u.id = $2";
    private static final String BY_IDS = " AND u.id = ANY ($2)";
    private static final String BEHIND =
            " AND u.user_name_key >" + " (SELECT k.user_name_key FROM users k WHERE k.company_id = $1 AND k.id = $2)";
    private static final String IN_ORDER = " ORDER BY u.user_name_key LIMIT $3";

    private static final String NAMES = """
            SELECT id, coalesce(nullif(document ->> 'displayName', ''), user_name) AS name
              FROM users WHERE company_id = $1 AND id = ANY ($2)""";

    private static final String COUNTS = """
            SELECT count(*) FILTER (WHERE scim_managed_since IS NOT NULL AND active) AS managed_active,
                   count(*) FILTER (WHERE scim_managed_since IS NOT NULL AND NOT active) AS managed_inactive,
                   count(*) FILTER (WHERE scim_managed_since IS NULL AND active) AS by_hand_active,
                   count(*) FILTER (WHERE scim_managed_since IS NULL AND NOT active) AS by_hand_inactive
              FROM users WHERE company_id = $1 AND deleted_at IS NULL""";

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
            @Nullable String externalId,
            @Nullable String displayName,
            boolean active,
            @Nullable Instant scimManagedSince,
            Instant createdAt,
            Instant modifiedAt,
            List<String> roles,
            List<ProjectRef> projects) {}

    /**
     * Which people a list has; null narrows nothing.
     *
     * @param managed whether the identity provider manages them
     * @param active whether they may log in
     */
    public record Sort(@Nullable Boolean managed, @Nullable Boolean active) {
        /** Everybody. */
        public static final Sort ANY = new Sort(null, null);

        /** As a part of a statement in which the people are {@code u}. */
        String condition() {
            String byManagement = managed == null
                    ? ""
                    : managed ? " AND u.scim_managed_since IS NOT NULL" : " AND u.scim_managed_since IS NULL";
            return byManagement + (active == null ? "" : active ? " AND u.active" : " AND NOT u.active");
        }
    }

    /** How many people a company has, by who manages them and whether they may log in. */
    public record Counts(long managedActive, long managedInactive, long byHandActive, long byHandInactive) {}

    /** Up to {@code size} people by userName, after that person (null: from the start). */
    public Uni<List<Entry>> page(CompanyId company, Sort sort, @Nullable UUID after, int size) {
        String text = ENTRY + sort.condition() + (after == null ? " AND $2::uuid IS NULL" : BEHIND) + IN_ORDER;
        return entries(text, Tuple.of(company.value(), after, size));
    }

    /** Up to {@code size} of these people by userName. */
    public Uni<List<Entry>> among(CompanyId company, Collection<UUID> people, Sort sort, int size) {
        String text = ENTRY + sort.condition() + BY_IDS + IN_ORDER;
        return entries(text, Tuple.of(company.value(), people.toArray(UUID[]::new), size));
    }

    private Uni<List<Entry>> entries(String text, Tuple parameters) {
        return pool.preparedQuery(text).execute(parameters).map(rows -> {
            List<Entry> people = new ArrayList<>(rows.size());
            rows.forEach(row -> people.add(entry(row)));
            return people;
        });
    }

    /** What those people are called, the deleted ones too; who is not the company's is left out. */
    public Uni<Map<UUID, String>> names(CompanyId company, Collection<UUID> people) {
        return pool.preparedQuery(NAMES)
                .execute(Tuple.of(company.value(), people.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, String> names = new HashMap<>();
                    rows.forEach(row -> names.put(row.getUUID("id"), row.getString("name")));
                    return names;
                });
    }

    /** How many people there are. */
    public Uni<Counts> counts(CompanyId company) {
        return pool.preparedQuery(COUNTS).execute(Tuple.of(company.value())).map(rows -> {
            Row row = rows.iterator().next();
            return new Counts(row.getLong(0), row.getLong(1), row.getLong(2), row.getLong(3));
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
                row.getString("external_id"),
                row.getString("display_name"),
                row.getBoolean("active"),
                managed == null ? null : managed.toInstant(),
                row.getOffsetDateTime("created_at").toInstant(),
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
