package au.com.visibuild.scim.signal;

import au.com.visibuild.scim.platform.RequestRefused;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** What a receiver fetches by itself (RFC 8936): what it has not acknowledged is offered again. */
@ApplicationScoped
public class Polls {

    /** The most tokens of one answer. */
    private static final int MOST = 50;

    private final Streams streams;
    private final DeliveryStore store;
    private final StreamNews news;
    private final DeliveryLedger ledger;
    private final SecurityEvents events;
    private final SignalConfig config;
    private final Clock clock;

    Polls(
            Streams streams,
            DeliveryStore store,
            StreamNews news,
            DeliveryLedger ledger,
            SecurityEvents events,
            SignalConfig config,
            Clock clock) {
        this.streams = streams;
        this.store = store;
        this.news = news;
        this.ledger = ledger;
        this.events = events;
        this.config = config;
        this.clock = clock;
    }

    /**
     * What a receiver says and asks for.
     *
     * @param most how many tokens it takes; none: it only acknowledges
     * @param atOnce whether it wants an answer although there is nothing
     * @param taken the {@code jti} of what it has
     * @param refused the {@code jti} of what it could not take, and why
     */
    public record Request(int most, boolean atOnce, List<UUID> taken, Map<UUID, Refusal> refused) {}

    /** Why a receiver does not take a token (RFC 8936 §2.6). */
    public record Refusal(String error, String description) {}

    /** Signed tokens by their {@code jti}, in order, and whether there are more. */
    public record Offer(Map<String, String> tokens, boolean more) {}

    /** Takes down what the receiver has and answers what it has not, at the latest when a long poll ends. */
    public Uni<Offer> poll(StreamOwner owner, String id, Request request) {
        Instant end = clock.instant().plus(request.atOnce() ? Duration.ZERO : config.longPoll());
        Executor caller = callersContext();
        return streams.get(owner, id)
                .invoke(stream -> {
                    if (stream.settings().method() != DeliveryMethod.POLL) {
                        throw RequestRefused.unknown("There is no such stream.");
                    }
                })
                .chain(stream -> takeDown(stream.id(), request)
                        .chain(() -> request.most() == 0
                                ? Uni.createFrom().item(new Offer(Map.of(), false))
                                : offer(stream.id(), Math.min(request.most(), MOST), end)))
                .emitOn(caller);
    }

    private Uni<Void> takeDown(UUID stream, Request request) {
        Uni<Void> done =
                request.taken().isEmpty() ? Uni.createFrom().voidItem() : ledger.acknowledged(stream, request.taken());
        for (Map.Entry<UUID, Refusal> one : request.refused().entrySet()) {
            done = done.chain(() -> refused(stream, one.getKey(), one.getValue()));
        }
        return done;
    }

    private Uni<Void> refused(UUID stream, UUID delivery, Refusal refusal) {
        return store.refused(stream, delivery)
                .chain(attempts -> attempts == null
                        ? Uni.createFrom().voidItem()
                        : ledger.notTaken(delivery, attempts, NotTaken.said(refusal.error(), refusal.description())));
    }

    private Uni<Offer> offer(UUID stream, int most, Instant end) {
        Instant now = clock.instant();
        StreamNews.Wait wait = now.isBefore(end) ? news.take(stream) : null;
        return store.offer(stream, now, most + 1)
                .onFailure()
                .invoke(() -> leave(wait))
                .onCancellation()
                .invoke(() -> leave(wait))
                .chain(open -> {
                    if (!open.isEmpty()) {
                        leave(wait);
                        return signed(open, most);
                    }
                    return wait == null
                            ? Uni.createFrom().item(new Offer(Map.of(), false))
                            : wait.within(Duration.between(now, end))
                                    .chain(() -> offer(stream, most, news.isEnding() ? now : end));
                });
    }

    private static void leave(StreamNews.@Nullable Wait wait) {
        if (wait != null) {
            wait.leave();
        }
    }

    /** Many signatures take long: not on an event loop. */
    private Uni<Offer> signed(List<Signal> open, int most) {
        return Uni.createFrom()
                .item(() -> {
                    Map<String, String> tokens = new LinkedHashMap<>();
                    open.stream()
                            .limit(most)
                            .forEach(signal -> tokens.put(signal.id().toString(), events.sign(signal)));
                    return new Offer(tokens, open.size() > most);
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private static Executor callersContext() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : task -> context.runOnContext(_ -> task.run());
    }
}
