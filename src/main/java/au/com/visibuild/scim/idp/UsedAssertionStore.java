package au.com.visibuild.scim.idp;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.platform.CrossTenant;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;

/** The table {@code used_assertion}: a token's digest for as long as the token would be good. */
@ApplicationScoped
class UsedAssertionStore implements PanacheRepositoryBase<UsedAssertion, String> {

    private static final String FORGET = """
            DELETE FROM used_assertion WHERE digest IN
              (SELECT digest FROM used_assertion WHERE expires_at < $1 ORDER BY expires_at LIMIT $2
                  FOR UPDATE SKIP LOCKED)""";

    private final Pool pool;

    UsedAssertionStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * Remembers the token in the caller's transaction; a violated {@code used_assertion_pkey} says that it is
     * remembered already. Of two at once one waits for the other's commit.
     */
    Uni<Void> remember(CompanyId company, String jti, Instant until) {
        return persistAndFlush(new UsedAssertion(digest(company, jti), company, until))
                .replaceWithVoid();
    }

    /** Drops some that could not be used again anyway, at most so many; answers how many. */
    @CrossTenant("what is over is dropped whosever it was")
    Uni<Integer> forget(Instant now, int most) {
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), most))
                .map(rows -> rows.rowCount());
    }

    private static String digest(CompanyId company, String jti) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((company.value() + " " + jti).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
