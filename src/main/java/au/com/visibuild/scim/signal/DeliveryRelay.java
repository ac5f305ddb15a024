package au.com.visibuild.scim.signal;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import au.com.visibuild.scim.platform.Outage;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Claims deliveries that are due, sends them, marks them; at least once, in order per person and stream, on any number
 * of replicas. It does not wait for what is under way before it looks again, and of each stream only so much is under way
 * at once, as of all together: a receiver that hangs takes neither the memory nor the turn of another.
 */
@ApplicationScoped
class DeliveryRelay {

    private static final Logger LOG = Logger.getLogger(DeliveryRelay.class);
    private static final int MOST_PER_CLAIM = 200;
    private static final int MOST_UNDER_WAY = 2_000;

    private final DeliveryStore store;
    private final BuiltInStream builtIn;
    private final SecurityEvents events;
    private final Map<DeliveryMethod, Transport> transports;
    private final DeliveryLedger ledger;
    private final SignalConfig config;
    private final Vertx vertx;
    private final Clock clock;
    private final Outage outage;
    private final Map<UUID, Integer> underWay = new ConcurrentHashMap<>();
    private final AtomicInteger together = new AtomicInteger();
    private final AtomicBoolean claiming = new AtomicBoolean();
    private final AtomicBoolean again = new AtomicBoolean();
    private volatile boolean stopped;
    private long timer;

    DeliveryRelay(
            DeliveryStore store,
            BuiltInStream builtIn,
            SecurityEvents events,
            @All List<Transport> transports,
            DeliveryLedger ledger,
            StreamNews news,
            SignalConfig config,
            Vertx vertx,
            Clock clock) {
        this.store = store;
        this.builtIn = builtIn;
        this.events = events;
        this.transports = transports.stream().filter(Transport::isOn).collect(toMap(Transport::method, identity()));
        this.ledger = ledger;
        this.config = config;
        this.vertx = vertx;
        this.clock = clock;
        this.outage = new Outage(LOG, "Deliveries cannot be claimed", clock);
        news.onNews(this::look);
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(config.pollInterval().toMillis(), _ -> look());
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

    private void look() {
        again.set(true);
        if (!stopped && claiming.compareAndSet(false, true)) {
            claim();
        }
    }

    private void claim() {
        again.set(false);
        int room = Math.min(MOST_PER_CLAIM, MOST_UNDER_WAY - together.get());
        if (room <= 0) {
            // The next one that ends looks again.
            claiming.set(false);
            return;
        }
        List<UUID> busy = underWay.entrySet().stream()
                .filter(stream -> stream.getValue() > config.window())
                .map(Map.Entry::getKey)
                .toList();
        DeliveryStore.Share share = new DeliveryStore.Share(config.window(), room, transports.keySet());
        store.claim(clock.instant(), share, busy, config.lease())
                .subscribe()
                .with(claimed -> send(claimed, room), failure -> {
                    outage.failed(failure);
                    again.set(false);
                    rest(false);
                });
    }

    /** Each delivery that ends makes room: the relay looks again. */
    private void send(List<DeliveryStore.Claimed> claimed, int room) {
        outage.over();
        together.addAndGet(claimed.size());
        claimed.forEach(one -> underWay.merge(one.signal().stream(), 1, Integer::sum));
        claimed.forEach(one -> deliver(builtIn.asSettingsSay(one)).subscribe().with(_ -> ended(one), _ -> ended(one)));
        rest(claimed.size() >= room);
    }

    private void ended(DeliveryStore.Claimed one) {
        together.decrementAndGet();
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

    /** Two hundred signatures take long: not on an event loop. */
    private Uni<Void> deliver(DeliveryStore.Claimed claimed) {
        Signal signal = claimed.signal();
        return Uni.createFrom()
                .item(() -> events.sign(signal))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(token -> requireNonNull(transports.get(claimed.method())).send(claimed, token))
                .map(_ -> true)
                .onFailure()
                .recoverWithUni(failure -> ledger.notTaken(signal.id(), claimed.attempt(), told(failure))
                        .replaceWith(false))
                .chain(taken -> taken ? ledger.taken(signal) : Uni.createFrom().voidItem())
                .onFailure()
                .invoke(outage::failed);
    }

    private static NotTaken told(Throwable failure) {
        return failure instanceof NotTaken why ? why : NotTaken.yet(String.valueOf(failure.getMessage()), null);
    }
}
