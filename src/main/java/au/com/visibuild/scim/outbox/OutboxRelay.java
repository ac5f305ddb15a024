package au.com.visibuild.scim.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Claims events that are due, hands them to the subscriber, marks them; at least once, in order per person, on any
 * number of replicas. It looks when a write on this replica wakes it and on a timer, so nothing depends on being woken.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int LONGEST_ERROR = 500;

    private final OutboxStore store;
    private final OutboxSubscriber subscriber;
    private final OutboxConfig config;
    private final RetrySchedule schedule;
    private final Vertx vertx;
    private final Clock clock;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean again = new AtomicBoolean();
    private volatile boolean stopped;
    private long timer;

    OutboxRelay(OutboxStore store, OutboxSubscriber subscriber, OutboxConfig config, Vertx vertx, Clock clock) {
        this.store = store;
        this.subscriber = subscriber;
        this.config = config;
        // current() for each number: a thread that never called it would count from a seed that all replicas share.
        this.schedule = new RetrySchedule(
                config.retries(), () -> ThreadLocalRandom.current().nextLong());
        this.vertx = vertx;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(config.pollInterval().toMillis(), _ -> wake());
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        vertx.cancelTimer(timer);
    }

    /** Call after a commit that appended events: the relay looks at once. Never waits. */
    public void wake() {
        again.set(true);
        if (!stopped && running.compareAndSet(false, true)) {
            drain();
        }
    }

    private void drain() {
        again.set(false);
        store.claim(clock.instant(), config.batch(), config.lease())
                .call(claimed -> Multi.createFrom()
                        .iterable(claimed)
                        .onItem()
                        .transformToUniAndMerge(this::deliver)
                        .collect()
                        .last())
                .subscribe()
                .with(claimed -> rest(!claimed.isEmpty()), failure -> {
                    LOG.warnf("The outbox could not be read: %s", failure.getMessage());
                    rest(false);
                });
    }

    /** Goes on while there is work. A wake that came in the meantime is not lost. */
    private void rest(boolean more) {
        if (!stopped && (more || again.get())) {
            drain();
            return;
        }
        running.set(false);
        if (again.get()) {
            wake();
        }
    }

    private Uni<Void> deliver(OutboxStore.Claimed claimed) {
        UserEvent event = claimed.event();
        return subscriber
                .deliver(event)
                .chain(() -> store.delivered(event.id(), clock.instant()))
                .onFailure()
                .recoverWithUni(failure -> failed(claimed, failure))
                .onFailure()
                .invoke(failure -> LOG.warnf("Event %s stays claimed until its lease ends: %s", event.id(), failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> failed(OutboxStore.Claimed claimed, Throwable failure) {
        UserEvent event = claimed.event();
        String error = String.valueOf(failure.getMessage());
        error = error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error;
        Instant now = clock.instant();
        Duration wait = schedule.after(claimed.attempt());
        if (wait == null) {
            LOG.errorf("Event %s is given up after %d attempts: %s", event.id(), claimed.attempt(), error);
            return store.dead(event.id(), now, error);
        }
        return store.retryAt(event.id(), now.plus(wait), error);
    }
}
