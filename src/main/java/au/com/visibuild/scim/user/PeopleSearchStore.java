package au.com.visibuild.scim.user;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.protocol.filter.TextFold;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The table {@code users} by how a person's names begin. */
@ApplicationScoped
public class PeopleSearchStore {

    // Each part reads one index and no more of it than is asked for.
    private static final String BY_BEGINNING = """
            SELECT DISTINCT id FROM (
              (SELECT id FROM users WHERE company_id = $1 AND deleted_at IS NULL
                  AND user_name_key >= $2 AND user_name_key < $3 ORDER BY user_name_key LIMIT $6)
              UNION ALL
              (SELECT id FROM users WHERE company_id = $1 AND deleted_at IS NOT NULL
                  AND user_name_key >= $2 AND user_name_key < $3 ORDER BY user_name_key LIMIT $6)
              UNION ALL
              (SELECT id FROM users WHERE company_id = $1 AND login_email IS NOT NULL
                  AND login_email >= $2 AND login_email < $3 ORDER BY login_email LIMIT $6)
              UNION ALL
              (SELECT id FROM users WHERE company_id = $1 AND deleted_at IS NULL AND external_id IS NOT NULL
                  AND external_id >= $4 AND external_id < $5 ORDER BY external_id LIMIT $6)
              UNION ALL
              (SELECT id FROM users WHERE company_id = $1 AND deleted_at IS NOT NULL
                  AND external_id >= $4 AND external_id < $5 ORDER BY external_id LIMIT $6)
            ) found LIMIT $6""";

    // As above; AND :sort stands for what else is asked of them.
    private static final String LIVING = """
            SELECT DISTINCT id, user_name_key FROM (
              (SELECT id, user_name_key FROM users u WHERE u.company_id = $1 AND u.deleted_at IS NULL
                  AND u.user_name_key >= $2 AND u.user_name_key < $3 AND :sort ORDER BY u.user_name_key LIMIT $6)
              UNION ALL
              (SELECT id, user_name_key FROM users u WHERE u.company_id = $1 AND u.deleted_at IS NULL
                  AND u.login_email IS NOT NULL AND u.login_email >= $2 AND u.login_email < $3 AND :sort
                ORDER BY u.login_email LIMIT $6)
              UNION ALL
              (SELECT id, user_name_key FROM users u WHERE u.company_id = $1 AND u.deleted_at IS NULL
                  AND u.external_id IS NOT NULL AND u.external_id >= $4 AND u.external_id < $5 AND :sort
                ORDER BY u.external_id LIMIT $6)
            ) found ORDER BY user_name_key LIMIT $6""";

    private final Pool pool;

    PeopleSearchStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * Up to {@code limit} people whose userName or login e-mail (without case) or externalId begins like that; the deleted
     * ones too, for they have a history.
     */
    public Uni<List<UUID>> byBeginning(CompanyId company, String text, int limit) {
        return found(BY_BEGINNING, company, text, limit);
    }

    /** Up to {@code limit} of those who are not deleted and of this sort, by userName. */
    public Uni<List<UUID>> living(CompanyId company, String text, DirectoryStore.Sort sort, int limit) {
        return found(LIVING.replace(" AND :sort", sort.condition()), company, text, limit);
    }

    private Uni<List<UUID>> found(String statement, CompanyId company, String text, int limit) {
        String folded = TextFold.fold(text);
        return pool.preparedQuery(statement)
                .execute(Tuple.of(company.value(), folded, end(folded), text, end(text), limit))
                .map(rows -> {
                    List<UUID> ids = new ArrayList<>(rows.size());
                    rows.forEach(row -> ids.add(row.getUUID(0)));
                    return ids;
                });
    }

    /** Behind every text that begins like this one. */
    private static String end(String text) {
        return text + Character.toString(Character.MAX_CODE_POINT);
    }
}
