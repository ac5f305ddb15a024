package au.com.visibuild.scim.platform;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Does each {@link Chore} on a timer, one after another and portion by portion with a breath between them, so that
 * dropping a year's rows is no load that anybody notices. A replica's first time is a random part of the interval after
 * its start: replicas that start together do not work together.
 */
@ApplicationScoped
public class Housekeeping {

    private static final Logger LOG = Logger.getLogger(Housekeeping.class);
    private static final Duration BREATH = Duration.ofMillis(50);

    /** The rest is done the next time. */
    private static final int MOST_PORTIONS = 1_000;

    private final List<Chore> chores;
    private final Vertx vertx;
    private final Clock clock;
    private final long interval;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile boolean stopped;
    private volatile long timer;

    Housekeeping(@All List<Chore> chores, HousekeepingConfig config, Vertx vertx, Clock clock) {
        this.chores = List.copyOf(chores);
        this.vertx = vertx;
        this.clock = clock;
        this.interval = config.interval().toMillis();
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setTimer(ThreadLocalRandom.current().nextLong(1, interval + 1), _ -> {
            timer = vertx.setPeriodic(interval, _ -> now());
            now();
        });
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        vertx.cancelTimer(timer);
    }

    private void now() {
        if (stopped || !running.compareAndSet(false, true)) {
            return;
        }
        everything().subscribe().with(_ -> running.set(false), failure -> {
            LOG.warnf("Housekeeping stopped: %s", failure.getMessage());
            running.set(false);
        });
    }

    /** Does all chores to their end, or as much of each as is done at a time. One that fails is no other's trouble. */
    public Uni<Void> everything() {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (Chore chore : chores) {
            done = done.chain(() -> portions(chore, MOST_PORTIONS)).onFailure().recoverWithUni(failure -> {
                LOG.warnf("%s: not now, %s", chore.name(), failure.getMessage());
                return Uni.createFrom().voidItem();
            });
        }
        return done;
    }

    private Uni<Void> portions(Chore chore, int left) {
        return chore.portion(clock.instant())
                .chain(more -> more && left > 1 && !stopped
                        ? Uni.createFrom()
                                .voidItem()
                                .onItem()
                                .delayIt()
                                .by(BREATH)
                                .chain(() -> portions(chore, left - 1))
                        : Uni.createFrom().voidItem());
    }
}
