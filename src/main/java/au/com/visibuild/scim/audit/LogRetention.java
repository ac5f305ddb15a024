package au.com.visibuild.scim.audit;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Drops what the log has kept for long enough, batch by batch, each a short statement of its own. Every replica does so;
 * one skips the rows that another is at.
 */
@ApplicationScoped
public class LogRetention {

    private static final Logger LOG = Logger.getLogger(LogRetention.class);

    private final AuditReadStore store;
    private final LogConfig config;
    private final Vertx vertx;
    private final Clock clock;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile boolean stopped;
    private long timer;

    LogRetention(AuditReadStore store, LogConfig config, Vertx vertx, Clock clock) {
        this.store = store;
        this.config = config;
        this.vertx = vertx;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(config.sweepInterval().toMillis(), _ -> sweepApart());
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        vertx.cancelTimer(timer);
    }

    /** Drops all that is too old; answers how many rows that were. */
    public Uni<Integer> sweep() {
        Instant end = clock.instant().minus(config.retention());
        return Multi.createBy()
                .repeating()
                .uni(() -> store.forget(end, config.sweepBatch()))
                .whilst(dropped -> dropped > 0 && !stopped)
                .collect()
                .in(() -> new int[1], (sum, dropped) -> sum[0] += dropped)
                .map(sum -> sum[0]);
    }

    private void sweepApart() {
        if (running.compareAndSet(false, true)) {
            sweep().onTermination()
                    .invoke(() -> running.set(false))
                    .subscribe()
                    .with(
                            dropped -> LOG.debugf("%d old rows of the provisioning log were dropped", dropped),
                            failure -> LOG.warnf(
                                    "Old rows of the provisioning log were not dropped: %s", failure.getMessage()));
        }
    }
}
