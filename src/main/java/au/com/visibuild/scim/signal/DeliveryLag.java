package au.com.visibuild.scim.signal;

import au.com.visibuild.scim.outbox.BacklogStore;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * How far behind the telling is, as seen a moment ago: read on a timer, so that neither a scrape nor a health check
 * waits for the database. What was seen last stays when the database is away, and the age goes on growing.
 */
@ApplicationScoped
public class DeliveryLag {

    private static final Duration INTERVAL = Duration.ofSeconds(15);
    private static final int MOST = 100_000;

    private final BacklogStore backlog;
    private final LagStore deliveries;
    private final Vertx vertx;
    private final Clock clock;
    private final AtomicBoolean reading = new AtomicBoolean();
    private volatile Seen seen = new Seen(null, 0, 0);
    private long timer;

    DeliveryLag(BacklogStore backlog, LagStore deliveries, Vertx vertx, Clock clock) {
        this.backlog = backlog;
        this.deliveries = deliveries;
        this.vertx = vertx;
        this.clock = clock;
    }

    private record Seen(@Nullable Instant oldest, long pending, long dead) {}

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(INTERVAL.toMillis(), _ -> {
            if (reading.compareAndSet(false, true)) {
                read().subscribe().with(_ -> reading.set(false), _ -> reading.set(false));
            }
        });
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    /** Looks now. */
    public Uni<Void> read() {
        return backlog.backlog(MOST)
                .chain(events -> deliveries.open(MOST).invoke(open -> {
                    Instant oldest = earlier(events.oldest(), open.oldest());
                    seen = new Seen(oldest, events.waiting() + open.open(), open.dead());
                }))
                .replaceWithVoid();
    }

    /** How long the oldest event has been waiting that not everybody has who is to be told; zero when there is none. */
    public Duration oldest() {
        Instant since = seen.oldest();
        if (since == null) {
            return Duration.ZERO;
        }
        Duration age = Duration.between(since, clock.instant());
        return age.isNegative() ? Duration.ZERO : age;
    }

    /** How many events and deliveries wait, counted up to 100,000 each. */
    public long pending() {
        return seen.pending();
    }

    /** How many deliveries about people are given up and not told again, counted up to 100,000. */
    public long dead() {
        return seen.dead();
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
