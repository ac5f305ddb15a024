package au.com.visibuild.scim.signal;

import au.com.visibuild.scim.platform.Doorbell;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * That there may be something to be told in some streams: wakes who waits for that on this replica, the relay and long
 * polls, and has the other replicas do the same.
 */
@ApplicationScoped
class StreamNews {

    /** How long a poll does without asking by itself: what is due again rings nowhere. */
    private static final Duration HEARING = Duration.ofSeconds(5);

    /** The same while other replicas are not heard. */
    private static final Duration DEAF = Duration.ofSeconds(1);

    private static final int MOST_WAITING = 10_000;

    private final Doorbell doorbell;
    private final List<Runnable> relays = new CopyOnWriteArrayList<>();
    private final Map<UUID, Set<Wait>> polls = new ConcurrentHashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean ending;

    StreamNews(Doorbell doorbell) {
        this.doorbell = doorbell;
        doorbell.onRing(this::wake);
    }

    /** Who waits here is answered while this instance can still answer. */
    void end(@Observes ShutdownDelayInitiatedEvent event) {
        ending = true;
        polls.values().forEach(StreamNews::complete);
    }

    /** Whether this instance is about to end: a poll looks once more, soon, and is answered. */
    boolean isEnding() {
        return ending;
    }

    /** Runs this on all news. */
    void onNews(Runnable relay) {
        relays.add(relay);
    }

    /** Call after a commit: there may be something new in these streams. Never waits. */
    void of(Set<UUID> streams) {
        if (!streams.isEmpty()) {
            wake(streams);
            doorbell.ring(streams);
        }
    }

    /** A place to wait for news of a stream, or null when too many wait. Take it before looking, so that none is missed. */
    @Nullable
    Wait take(UUID stream) {
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            return null;
        }
        Wait wait = new Wait(stream, new CompletableFuture<>());
        polls.compute(stream, (_, others) -> {
            Set<Wait> all = others == null ? ConcurrentHashMap.newKeySet() : others;
            all.add(wait);
            return all;
        });
        return wait;
    }

    /** A place to wait, to be left once. */
    final class Wait {
        private final UUID stream;
        private final CompletableFuture<@Nullable Void> news;

        private Wait(UUID stream, CompletableFuture<@Nullable Void> news) {
            this.stream = stream;
            this.news = news;
        }

        /** Completes when there may be something new, at the latest after this time; on no particular thread. */
        Uni<Void> within(Duration most) {
            Duration next = doorbell.isListening() && !ending ? HEARING : DEAF;
            return Uni.createFrom()
                    .completionStage(news)
                    .ifNoItem()
                    .after(most.compareTo(next) < 0 ? most : next)
                    .recoverWithUni(() -> Uni.createFrom().voidItem())
                    .onTermination()
                    .invoke(this::leave);
        }

        /** There is no need to wait. */
        void leave() {
            polls.computeIfPresent(stream, (_, all) -> {
                if (all.remove(this)) {
                    waiting.decrementAndGet();
                }
                return all.isEmpty() ? null : all;
            });
        }
    }

    /** An empty set stands for all. */
    private void wake(Set<UUID> streams) {
        relays.forEach(Runnable::run);
        (streams.isEmpty() ? polls.keySet() : streams).forEach(stream -> {
            Set<Wait> waits = polls.get(stream);
            if (waits != null) {
                complete(waits);
            }
        });
    }

    private static void complete(Collection<Wait> waits) {
        waits.forEach(wait -> wait.news.complete(null));
    }
}
