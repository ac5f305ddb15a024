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

/** What a receiver fetches by itself (RFC 8936): what it has not acknowledged is offered again. */
@ApplicationScoped
public class Polls {

    /** The most tokens of one answer. */
    private static final int MOST = 50;

    private final Streams streams;
    private final DeliveryStore store;
    private final DeliveryRelay relay;
    private final SecurityEvents events;
    private final SignalConfig config;
    private final Clock clock;

    Polls(
            Streams streams,
            DeliveryStore store,
            DeliveryRelay relay,
            SecurityEvents events,
            SignalConfig config,
            Clock clock) {
        this.streams = streams;
        this.store = store;
        this.relay = relay;
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
        Uni<Void> done = request.taken().isEmpty()
                ? Uni.createFrom().voidItem()
                : store.acknowledged(stream, request.taken(), clock.instant());
        for (Map.Entry<UUID, Refusal> one : request.refused().entrySet()) {
            done = done.chain(() -> refused(stream, one.getKey(), one.getValue()));
        }
        return done;
    }

    private Uni<Void> refused(UUID stream, UUID delivery, Refusal refusal) {
        return store.refused(stream, delivery)
                .chain(attempts ->
                        attempts == null ? Uni.createFrom().voidItem() : relay.refused(delivery, attempts, refusal));
    }

    private Uni<Offer> offer(UUID stream, int most, Instant end) {
        return store.offer(stream, clock.instant(), most + 1).chain(open -> {
            if (!open.isEmpty()) {
                return signed(open, most);
            }
            Duration left = Duration.between(clock.instant(), end);
            return left.isZero() || left.isNegative()
                    ? Uni.createFrom().item(new Offer(Map.of(), false))
                    : relay.news(left).chain(() -> offer(stream, most, end));
        });
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
