package au.com.visibuild.scim.session;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.platform.CrossTenant;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code login_session}. */
@ApplicationScoped
public class SessionStore implements PanacheRepositoryBase<LoginSession, UUID> {

    // Asks the person's row too: even a session row that escaped its revocation would not pass.
    private static final String FIND_LIVE = """
            SELECT s.platform, s.expires_at, u.user_name, u.login_email
              FROM login_session s JOIN users u ON u.company_id = s.company_id AND u.id = s.user_id
             WHERE s.company_id = $1 AND s.id = $2 AND s.revoked_at IS NULL AND s.expires_at > $3
               AND u.active AND u.deleted_at IS NULL""";

    private static final String END = """
            UPDATE login_session SET revoked_at = $2, revoked_reason = 'SIGNED_OUT'
             WHERE id = $1 AND revoked_at IS NULL AND expires_at > $2""";

    private final Pool pool;

    SessionStore(Pool pool) {
        this.pool = pool;
    }

    /** The session if it is alive at {@code now} and its person active, else null. No transaction needed. */
    public Uni<@Nullable LiveSession> findLive(CompanyId company, UUID session, Instant now) {
        return pool.preparedQuery(FIND_LIVE)
                .execute(Tuple.of(company.value(), session, now.atOffset(ZoneOffset.UTC)))
                .map(SessionStore::live);
    }

    /** Ends one session that is alive; answers false when there is none. */
    @CrossTenant("platforms serve all companies")
    public Uni<Boolean> signOut(UUID session, Instant now) {
        return pool.preparedQuery(END)
                .execute(Tuple.of(session, now.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.rowCount() > 0);
    }

    /** Ends all live sessions of the person, in the caller's transaction; answers how many. */
    public Uni<Integer> revokeAll(CompanyId company, UUID user, Instant now, RevocationReason reason) {
        return update(
                "revokedAt = ?1, revokedReason = ?2 where companyId = ?3 and userId = ?4 and revokedAt is null",
                now,
                reason,
                company.value(),
                user);
    }

    private static @Nullable LiveSession live(RowSet<Row> rows) {
        for (Row row : rows) {
            return new LiveSession(
                    row.getString("platform"),
                    row.getOffsetDateTime("expires_at").toInstant(),
                    row.getString("user_name"),
                    row.getString("login_email"));
        }
        return null;
    }
}
