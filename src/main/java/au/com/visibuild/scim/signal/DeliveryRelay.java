package au.com.visibuild.scim.signal;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Claims deliveries that are due, sends them, marks them; at least once, in order per person and stream, on any number
 * of replicas. It does not wait for what is under way before it looks again, and of each stream only so much is under way
 * at once: a receiver that hangs takes neither the memory nor the turn of another.
 */
@ApplicationScoped
class DeliveryRelay {

    private static final Logger LOG = Logger.getLogger(DeliveryRelay.class);
    private static final int LONGEST_ERROR = 500;
    private static final int MOST_PER_CLAIM = 200;

    /** What a repeat cannot heal. */
    private static final Set<String> HOPELESS = Set.of("invalid_request", "invalid_issuer", "invalid_audience");

    private final DeliveryStore store;
    private final SecurityEvents events;
    private final Map<DeliveryMethod, Transport> transports;
    private final SignalConfig config;
    private final RetrySchedule schedule;
    private final Vertx vertx;
    private final Clock clock;
    private final Set<UniEmitter<? super Void>> polls = ConcurrentHashMap.newKeySet();
    private final Map<UUID, Integer> underWay = new ConcurrentHashMap<>();
    private final AtomicBoolean claiming = new AtomicBoolean();
    private final AtomicBoolean again = new AtomicBoolean();
    private volatile boolean stopped;
    private long timer;

    DeliveryRelay(
            DeliveryStore store,
            SecurityEvents events,
            @All List<Transport> transports,
            SignalConfig config,
            Vertx vertx,
            Clock clock) {
        this.store = store;
        this.events = events;
        this.transports = transports.stream().filter(Transport::isOn).collect(toMap(Transport::method, identity()));
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

    /** Call when there may be something to send: the relay and whoever polls look at once. Never waits. */
    void wake() {
        polls.forEach(poll -> poll.complete(null));
        look();
    }

    /** Completes when there may be something new, at the latest after this time; on no particular thread. */
    Uni<Void> news(Duration most) {
        return Uni.createFrom()
                .<Void>emitter(poll -> {
                    polls.add(poll);
                    poll.onTermination(() -> polls.remove(poll));
                })
                .ifNoItem()
                .after(most)
                .recoverWithUni(() -> Uni.createFrom().voidItem());
    }

    /** What the receiver of a polled stream said of a token. */
    Uni<Void> refused(UUID delivery, int attempt, Polls.Refusal refusal) {
        String error = refusal.error() + ": " + refusal.description();
        boolean hopeless = HOPELESS.contains(refusal.error());
        return failed(delivery, hopeless ? Integer.MAX_VALUE : attempt, error);
    }

    private void look() {
        again.set(true);
        if (!stopped && claiming.compareAndSet(false, true)) {
            claim();
        }
    }

    private void claim() {
        again.set(false);
        List<UUID> busy = underWay.entrySet().stream()
                .filter(stream -> stream.getValue() > config.window())
                .map(Map.Entry::getKey)
                .toList();
        DeliveryStore.Share share = new DeliveryStore.Share(config.window(), MOST_PER_CLAIM, transports.keySet());
        store.claim(clock.instant(), share, busy, config.lease()).subscribe().with(this::send, failure -> {
            LOG.warnf("Deliveries could not be claimed: %s", failure.getMessage());
            rest(false);
        });
    }

    /** Each delivery that ends makes room: the relay looks again. */
    private void send(List<DeliveryStore.Claimed> claimed) {
        claimed.forEach(one -> underWay.merge(one.signal().stream(), 1, Integer::sum));
        claimed.forEach(one -> deliver(one).subscribe().with(_ -> ended(one), _ -> ended(one)));
        rest(claimed.size() >= MOST_PER_CLAIM);
    }

    private void ended(DeliveryStore.Claimed one) {
        underWay.computeIfPresent(one.signal().stream(), (_, count) -> count == 1 ? null : count - 1);
        look();
    }

    /** A wake that came in the meantime is not lost. */
    private void rest(boolean more) {
        if (!stopped && (more || again.get())) {
            claim();
            return;
        }
        claiming.set(false);
        if (again.get()) {
            look();
        }
    }

    private Uni<Void> deliver(DeliveryStore.Claimed claimed) {
        Signal signal = claimed.signal();
        return Uni.createFrom()
                .item(() -> events.sign(signal))
                .chain(token -> requireNonNull(transports.get(claimed.method())).send(claimed, token))
                .chain(() -> store.delivered(signal.id(), clock.instant()))
                .onFailure()
                .recoverWithUni(failure -> failed(signal.id(), claimed.attempt(), String.valueOf(failure.getMessage())))
                .onFailure()
                .invoke(failure ->
                        LOG.warnf("Delivery %s stays claimed until its lease ends: %s", signal.id(), failure));
    }

    private Uni<Void> failed(UUID delivery, int attempt, String reason) {
        String error = reason.length() > LONGEST_ERROR ? reason.substring(0, LONGEST_ERROR) : reason;
        Instant now = clock.instant();
        Duration wait = schedule.after(attempt);
        if (wait == null) {
            LOG.errorf("Delivery %s is given up: %s", delivery, error);
            return store.dead(delivery, now, error);
        }
        return store.retryAt(delivery, now.plus(wait), error);
    }
}
