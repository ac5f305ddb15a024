package au.com.visibuild.scim.outbox;

import au.com.visibuild.scim.platform.Outage;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hands events on after they were committed: takes some, gives them to the subscriber and marks them, all in one
 * transaction, so that each is handed on once, in order per person, on any number of replicas. It looks when a write on
 * this replica wakes it and on a timer, so nothing depends on being woken.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    private final OutboxRowStore rows;
    private final OutboxSubscriber subscriber;
    private final OutboxConfig config;
    private final Vertx vertx;
    private final Clock clock;
    private final Outage outage;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean again = new AtomicBoolean();
    private volatile boolean stopped;
    private long timer;

    OutboxRelay(OutboxRowStore rows, OutboxSubscriber subscriber, OutboxConfig config, Vertx vertx, Clock clock) {
        this.rows = rows;
        this.subscriber = subscriber;
        this.config = config;
        this.vertx = vertx;
        this.clock = clock;
        this.outage = new Outage(LOG, "Events cannot be handed on", clock);
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(config.pollInterval().toMillis(), _ -> wake());
    }

    void stop(@Observes ShutdownEvent event) {
        stop();
    }

    /** From the signal to end on, other replicas take what is to be done; what is under way here can still end. */
    void stopEarly(@Observes ShutdownDelayInitiatedEvent event) {
        stop();
    }

    private void stop() {
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

    /** In a context of its own: a session is bound to its context, and the caller's may have one. */
    private void drain() {
        again.set(false);
        Context own =
                VertxContext.createNewDuplicatedContext(vertx.getDelegate().getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(own, true);
        own.runOnContext(_ -> handOn().subscribe().with(this::rest, failure -> {
            outage.failed(failure);
            again.set(false);
            rest(false);
        }));
    }

    private Uni<Boolean> handOn() {
        return Panache.withTransaction(() -> rows.takeOpen(config.batch()).chain(this::handOver))
                .map(committed -> {
                    outage.over();
                    if (committed != null) {
                        committed.run();
                    }
                    return committed != null;
                });
    }

    /** Answers what to run after the commit, null when there was nothing. */
    private Uni<@Nullable Runnable> handOver(List<OutboxRow> taken) {
        if (taken.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        List<UserEvent> events = taken.stream().map(OutboxRow::event).toList();
        List<UUID> ids = events.stream().map(UserEvent::id).toList();
        return subscriber.take(events).call(() -> rows.handedOn(ids, clock.instant()));
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
}
