package au.com.visibuild.scim.signal;

import au.com.visibuild.scim.signal.DeliveryMetrics.Result;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Writes down what came of deliveries, pushed or polled: arrived, to be tried again at some time, given up. */
@ApplicationScoped
class DeliveryLedger {

    private static final Logger LOG = Logger.getLogger(DeliveryLedger.class);

    private final DeliveryStore store;
    private final DeliveryMetrics metrics;
    private final RetrySchedule schedule;
    private final Clock clock;

    DeliveryLedger(DeliveryStore store, DeliveryMetrics metrics, SignalConfig config, Clock clock) {
        this.store = store;
        this.metrics = metrics;
        // current() for each number: a thread that never called it would count from a seed that all replicas share.
        this.schedule = new RetrySchedule(
                config.retries(), () -> ThreadLocalRandom.current().nextLong());
        this.clock = clock;
    }

    /** The receiver has it. */
    Uni<Void> taken(Signal signal) {
        Instant now = clock.instant();
        return store.delivered(signal.id(), now).invoke(() -> metrics.delivered(signal.occurredAt(), now));
    }

    /** The receiver of a polled stream has these. */
    Uni<Void> acknowledged(UUID stream, List<UUID> deliveries) {
        Instant now = clock.instant();
        return store.acknowledged(stream, deliveries, now)
                .invoke(occurred -> occurred.forEach(then -> metrics.delivered(then, now)))
                .replaceWithVoid();
    }

    /** The how-manieth attempt failed, from 1. */
    Uni<Void> notTaken(UUID delivery, int attempt, NotTaken why) {
        Instant now = clock.instant();
        Duration wait = why.isForGood() ? null : schedule.after(attempt);
        if (wait == null) {
            LOG.warnf("Delivery %s is given up: %s", delivery, why.reason());
            return store.dead(delivery, now, why.reason()).invoke(() -> metrics.count(Result.DEAD));
        }
        return store.retryAt(delivery, now.plus(longer(wait, why.after())), why.reason())
                .invoke(() -> metrics.count(Result.RETRIED));
    }

    private static Duration longer(Duration wait, @Nullable Duration asked) {
        return asked != null && asked.compareTo(wait) > 0 ? asked : wait;
    }
}
