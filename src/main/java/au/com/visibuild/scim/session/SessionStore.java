package au.com.visibuild.scim.session;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.platform.CrossTenant;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code login_session}. */
@ApplicationScoped
public class SessionStore implements PanacheRepositoryBase<LoginSession, UUID> {

    /** How many of a person's sessions are shown. */
    public static final int MOST = 200;

    // Asks the person's row too: even a session row that escaped its revocation would not pass.
    private static final String LIVE = """
            SELECT s.id, s.company_id, s.user_id, s.platform, s.opened_at, s.expires_at, u.user_name, u.login_email
              FROM login_session s JOIN users u ON u.company_id = s.company_id AND u.id = s.user_id
             WHERE s.revoked_at IS NULL AND s.expires_at > $1 AND u.active AND u.deleted_at IS NULL""";

    private static final String BY_ID = LIVE + " AND s.id = $2";
    private static final String BY_COMPANY_AND_ID = BY_ID + " AND s.company_id = $3";
    private static final String OF_USER =
            LIVE + " AND s.company_id = $2 AND s.user_id = $3 ORDER BY s.opened_at DESC, s.id DESC LIMIT " + MOST;

    private static final String END = """
            UPDATE login_session SET revoked_at = $2, revoked_reason = 'SIGNED_OUT'
             WHERE id = $1 AND revoked_at IS NULL AND expires_at > $2""";

    /** A session that somebody ended has its time, too, and is dropped when that is long over. */
    private static final String DROP = """
            DELETE FROM login_session WHERE id IN
              (SELECT id FROM login_session WHERE expires_at < $1 ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED)""";

    private final Pool pool;

    SessionStore(Pool pool) {
        this.pool = pool;
    }

    /** The session if it is alive at {@code now} and its person active, else null. No transaction needed. */
    public Uni<@Nullable LiveSession> findLive(CompanyId company, UUID session, Instant now) {
        return one(BY_COMPANY_AND_ID, Tuple.of(at(now), session, company.value()));
    }

    /** The same for whoever knows only the session. */
    @CrossTenant("platforms serve all companies")
    public Uni<@Nullable LiveSession> findLive(UUID session, Instant now) {
        return one(BY_ID, Tuple.of(at(now), session));
    }

    /** The person's sessions that are alive, newest first, at most {@link #MOST}. */
    public Uni<List<LiveSession>> liveOf(CompanyId company, UUID user, Instant now) {
        return pool.preparedQuery(OF_USER)
                .execute(Tuple.of(at(now), company.value(), user))
                .map(rows -> {
                    List<LiveSession> live = new ArrayList<>(rows.size());
                    rows.forEach(row -> live.add(live(row)));
                    return live;
                });
    }

    private Uni<@Nullable LiveSession> one(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).map(rows -> {
            for (Row row : rows) {
                return live(row);
            }
            return null;
        });
    }

    /** Ends one session that is alive; answers false when there is none. */
    @CrossTenant("platforms serve all companies")
    public Uni<Boolean> signOut(UUID session, Instant now) {
        return pool.preparedQuery(END).execute(Tuple.of(session, at(now))).map(rows -> rows.rowCount() > 0);
    }

    /** Drops sessions whose time was over before this, at most so many; answers how many. */
    @CrossTenant("what is over is dropped whosever it was")
    Uni<Integer> drop(Instant before, int most) {
        return pool.preparedQuery(DROP).execute(Tuple.of(at(before), most)).map(rows -> rows.rowCount());
    }

    /** Ends all live sessions of the person, in the caller's transaction; answers how many. */
    public Uni<Integer> revokeAll(CompanyId company, UUID user, Instant now, RevocationReason reason) {
        return update(
                "revokedAt = ?1, revokedReason = ?2"
                        + " where companyId = ?3 and userId = ?4 and revokedAt is null and expiresAt > ?1",
                now,
                reason,
                company.value(),
                user);
    }

    private static LiveSession live(Row row) {
        return new LiveSession(
                row.getUUID("id"),
                new CompanyId(row.getUUID("company_id")),
                row.getUUID("user_id"),
                row.getString("platform"),
                row.getOffsetDateTime("opened_at").toInstant(),
                row.getOffsetDateTime("expires_at").toInstant(),
                row.getString("user_name"),
                row.getString("login_email"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
