package au.com.visibuild.scim.token;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.platform.CrossTenant;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code scim_token}. */
@ApplicationScoped
public class ScimTokenStore implements PanacheRepositoryBase<ScimToken, UUID> {

    private static final String FIND_BY_KEY = """
            SELECT t.id, t.company_id, t.digest, t.expires_at, t.ended_at, t.ended_reason, t.last_used_at, c.scim_feature
              FROM scim_token t JOIN company c ON c.id = t.company_id
             WHERE t.key_id = $1""";

    private static final String FIND_BY_KEYS = """
            SELECT t.id, t.company_id, t.digest, t.expires_at, t.ended_at, t.ended_reason, t.last_used_at, c.scim_feature,
                   t.key_id
              FROM scim_token t JOIN company c ON c.id = t.company_id
             WHERE t.key_id = ANY ($1)""";

    private static final String MARK_USED = """
            UPDATE scim_token t SET last_used_at = greatest(t.last_used_at, u.at)
              FROM unnest($1::uuid[], $2::timestamptz[]) AS u (id, at)
             WHERE t.id = u.id""";

    private static final int HISTORY = 100;

    private static final String ENDS = """
            SELECT t.company_id, t.expires_at
              FROM scim_token t JOIN company c ON c.id = t.company_id
             WHERE t.ended_at IS NULL AND c.scim_feature AND t.expires_at > $1
             ORDER BY t.expires_at, t.id LIMIT $2""";

    private final Pool pool;

    ScimTokenStore(Pool pool) {
        this.pool = pool;
    }

    /** What a check needs to know of a token and its company. Holds the digest: never log one. */
    record Candidate(
            UUID id,
            CompanyId company,
            Buffer digest,
            Instant expiresAt,
            @Nullable Instant endedAt,
            ScimToken.@Nullable EndReason endedReason,
            @Nullable Instant lastUsedAt,
            boolean featureOn) {}

    /** The token with that key id, live or not, or null. One indexed lookup outside of any transaction. */
    @CrossTenant("the token is what says which company it is")
    public Uni<@Nullable Candidate> findByKeyId(String keyId) {
        return pool.preparedQuery(FIND_BY_KEY).execute(Tuple.of(keyId)).map(ScimTokenStore::candidate);
    }

    /** The tokens with those key ids, live or not. */
    @CrossTenant("a damaged token says by its key id which company it was meant for; who sent it learns nothing")
    Uni<Map<String, Candidate>> findByKeyIds(Collection<String> keyIds) {
        return pool.preparedQuery(FIND_BY_KEYS)
                .execute(Tuple.of(keyIds.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, Candidate> found = new HashMap<>();
                    rows.forEach(row -> found.put(row.getString("key_id"), candidate(row)));
                    return found;
                });
    }

    /** All tokens the company ever had, newest first; at most a hundred. Needs an open session. */
    public Uni<List<ScimToken>> history(CompanyId company) {
        return find("companyId = ?1 order by issuedAt desc", company.value())
                .page(0, HISTORY)
                .list();
    }

    /** When the company last replaced its token but for so many times, or null. Needs an open session. */
    Uni<@Nullable Instant> replacedAt(CompanyId company, int butFor) {
        return find(
                        "companyId = ?1 and endedReason = ?2 order by endedAt desc",
                        company.value(),
                        ScimToken.EndReason.REGENERATED)
                .page(butFor, 1)
                .firstResult()
                .map(token -> token == null ? null : token.endedAt());
    }

    /** The company's live token, locked until the transaction ends, or null. Needs an open transaction. */
    public Uni<@Nullable ScimToken> findLiveForUpdate(CompanyId company) {
        return find("companyId = ?1 and endedAt is null", company.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /** The company's live token, or null. Needs an open session. */
    public Uni<@Nullable ScimToken> findLive(CompanyId company) {
        return find("companyId = ?1 and endedAt is null", company.value()).firstResult();
    }

    /** Writes down last uses, one statement for all. */
    @CrossTenant("bookkeeping of tokens that were just accepted, of any company")
    public Uni<Void> markUsed(Map<UUID, Instant> uses) {
        UUID[] ids = uses.keySet().toArray(UUID[]::new);
        Object[] times = Arrays.stream(ids)
                .map(id -> uses.getOrDefault(id, Instant.EPOCH).atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
        return pool.preparedQuery(MARK_USED).execute(Tuple.of(ids, times)).replaceWithVoid();
    }

    /** When a company's token ends. */
    record End(CompanyId company, Instant at) {}

    /** The live tokens that end after that moment, those that end first before the others. */
    @CrossTenant("operators' numbers of all companies")
    public Uni<List<End>> ends(Instant after, int most) {
        return pool.preparedQuery(ENDS)
                .execute(Tuple.of(after.atOffset(ZoneOffset.UTC), most))
                .map(rows -> {
                    List<End> ends = new ArrayList<>();
                    for (Row row : rows) {
                        ends.add(new End(
                                new CompanyId(row.getUUID("company_id")),
                                row.getOffsetDateTime("expires_at").toInstant()));
                    }
                    return ends;
                });
    }

    private static @Nullable Candidate candidate(RowSet<Row> rows) {
        for (Row row : rows) {
            return candidate(row);
        }
        return null;
    }

    private static Candidate candidate(Row row) {
        String reason = row.getString("ended_reason");
        return new Candidate(
                row.getUUID("id"),
                new CompanyId(row.getUUID("company_id")),
                row.getBuffer("digest"),
                row.getOffsetDateTime("expires_at").toInstant(),
                instant(row, "ended_at"),
                reason == null ? null : ScimToken.EndReason.valueOf(reason),
                instant(row, "last_used_at"),
                row.getBoolean("scim_feature"));
    }

    private static @Nullable Instant instant(Row row, String column) {
        var at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }
}
