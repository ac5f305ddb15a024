package au.com.visibuild.scim.signal;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds out by one sending whether the other side is there, and lets the others wait for what becomes of it. Who waits
 * for something that is away waits one after the other in Kafka's client: the last of many would be sent long after its
 * claim ended and another replica had sent it, too. So all fail with the first.
 */
final class OneAhead {

    /** For how long what was heard last is taken to be still true. */
    private static final long TRUSTED = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanos;
    private final Consumer<String> changes;
    private final AtomicReference<@Nullable CompletableFuture<Void>> ahead = new AtomicReference<>();
    private volatile @Nullable Long answeredAt;
    private boolean away;

    /**
     * Knows nothing yet.
     *
     * @param changes is told what the trouble is when there begins to be some, and the empty text when it is over
     */
    OneAhead(LongSupplier nanos, Consumer<String> changes) {
        this.nanos = nanos;
        this.changes = changes;
    }

    /** Sends at once, or when the one ahead arrived; fails with it when it did not. */
    Uni<Void> send(Supplier<Uni<Void>> sending) {
        if (isThere()) {
            return heard(sending);
        }
        CompletableFuture<Void> own = new CompletableFuture<>();
        CompletableFuture<Void> other = ahead.compareAndExchange(null, own);
        if (other != null) {
            return Uni.createFrom().completionStage(other).chain(() -> heard(sending));
        }
        return heard(sending).onItemOrFailure().invoke((_, failure) -> {
            ahead.set(null);
            if (failure == null) {
                own.complete(null);
            } else {
                own.completeExceptionally(failure);
            }
        });
    }

    private boolean isThere() {
        Long last = answeredAt;
        return last != null && nanos.getAsLong() - last < TRUSTED;
    }

    private Uni<Void> heard(Supplier<Uni<Void>> sending) {
        return Uni.createFrom().deferred(sending::get).onItemOrFailure().invoke((_, failure) -> {
            if (failure == null) {
                answeredAt = nanos.getAsLong();
            } else {
                answeredAt = null;
            }
            changed(failure);
        });
    }

    private synchronized void changed(@Nullable Throwable failure) {
        boolean isAway = failure != null;
        if (isAway != away) {
            away = isAway;
            changes.accept(failure == null ? "" : String.valueOf(failure.getMessage()));
        }
    }
}
