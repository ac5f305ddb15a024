package au.com.visibuild.scim.platform;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Asks the database whether it answers, and does not wait longer than those who ask can. */
@ApplicationScoped
public class DatabaseProbe {

    /** Kubernetes asks with a patience of two seconds. */
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    private final Pool pool;

    DatabaseProbe(Pool pool) {
        this.pool = pool;
    }

    /** Whether it does; never fails. */
    public Uni<Boolean> answers() {
        return pool.query("SELECT 1")
                .execute()
                .replaceWith(true)
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithItem(false)
                .onFailure()
                .recoverWithItem(false);
    }
}
