package au.com.visibuild.scim.outbox;

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
            LOG.warnf("Events could not be handed on: %s", failure.getMessage());
            rest(0);
        }));
    }

    private Uni<Integer> handOn() {
        return Panache.withTransaction(() -> rows.takeOpen(config.batch()).chain(this::handOver))
                .invoke(count -> {
                    if (count > 0) {
                        subscriber.taken();
                    }
                });
    }

    private Uni<Integer> handOver(List<OutboxRow> taken) {
        if (taken.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        List<UserEvent> events = taken.stream().map(OutboxRow::event).toList();
        List<UUID> ids = events.stream().map(UserEvent::id).toList();
        return subscriber
                .take(events)
                .chain(() -> rows.handedOn(ids, clock.instant()))
                .replaceWith(events.size());
    }

    /** Goes on while there is work. A wake that came in the meantime is not lost. */
    private void rest(int handedOn) {
        if (!stopped && (handedOn > 0 || again.get())) {
            drain();
            return;
        }
        running.set(false);
        if (again.get()) {
            wake();
        }
    }
}
