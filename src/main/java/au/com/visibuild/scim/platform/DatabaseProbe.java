package au.com.visibuild.scim.platform;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Asks the database whether it answers, and does not wait longer than those who ask can. It asks on the {@link Doorbell}'s
 * connection: one of the pool would have to be waited for under load, and a replica must not be taken for dead because it is
 * busy.
 */
@ApplicationScoped
public class DatabaseProbe {

    /** Kubernetes asks with a patience of two seconds. */
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    private final Pool pool;
    private final Doorbell doorbell;

    DatabaseProbe(Pool pool, Doorbell doorbell) {
        this.pool = pool;
        this.doorbell = doorbell;
    }

    /** Whether it does; never fails. */
    public Uni<Boolean> answers() {
        SqlConnection line = doorbell.line();
        return (line == null ? pool : line)
                .query("SELECT 1")
                .execute()
                .replaceWith(true)
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithItem(false)
                .onFailure()
                .recoverWithItem(false);
    }
}
