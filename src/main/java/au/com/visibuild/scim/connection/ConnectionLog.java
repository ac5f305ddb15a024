package au.com.visibuild.scim.connection;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.platform.Ids;
import au.com.visibuild.scim.token.ScimTokens;
import au.com.visibuild.scim.token.TokenClue;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes note of identity providers' requests: in memory at once, in the database a second later, so that no request waits
 * for it and none costs a statement. What is kept singly is bounded for each company, what waits is bounded as a whole;
 * the rest is counted.
 */
@ApplicationScoped
public class ConnectionLog {

    private static final Logger LOG = Logger.getLogger(ConnectionLog.class);

    private final ConnectionStore store;
    private final ScimTokens tokens;
    private final ConnectionConfig config;
    private final Ids ids;
    private final Vertx vertx;
    private final Clock clock;
    private final Pending pending = new Pending();
    private final Allowance refused;
    private final Allowance accepted;
    private final AtomicBoolean writing = new AtomicBoolean();
    private volatile boolean stopped;
    private long flushTimer;
    private long sweepTimer;

    ConnectionLog(
            ConnectionStore store, ScimTokens tokens, ConnectionConfig config, Ids ids, Vertx vertx, Clock clock) {
        this.store = store;
        this.tokens = tokens;
        this.config = config;
        this.ids = ids;
        this.vertx = vertx;
        this.clock = clock;
        this.refused = new Allowance(config.refusedAnHour());
        this.accepted = new Allowance(config.acceptedAnHour());
    }

    void start(@Observes StartupEvent event) {
        flushTimer = vertx.setPeriodic(config.flushInterval().toMillis(), _ -> flushApart());
        sweepTimer = vertx.setPeriodic(config.sweepInterval().toMillis(), _ -> sweepApart());
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        vertx.cancelTimer(flushTimer);
        vertx.cancelTimer(sweepTimer);
    }

    /** Takes note of a request that was answered. Never waits. */
    public void seen(SeenRequest seen) {
        CompanyId company = seen.company();
        TokenClue clue = seen.clue();
        if (company != null) {
            linked(new Single(company, Finding.of(seen), seen));
        } else if (clue != null && !refused.take(clue.keyId(), seen.at())) {
            pending.uncounted(clue.keyId(), seen);
        } else if (clue != null) {
            pending.unlinked(seen);
        }
    }

    private void linked(Single single) {
        SeenRequest seen = single.seen();
        pending.count(Count.Key.of(single.company(), seen.at()), Count.of(seen, single.finding()));
        pending.route(single);
        Allowance allowance = single.finding().isWell() ? accepted : refused;
        if (allowance.take(single.company().toString(), seen.at())) {
            pending.single(single);
        }
    }

    private void flushApart() {
        if (pending.isEmpty() || !writing.compareAndSet(false, true)) {
            return;
        }
        flush().onTermination().invoke(() -> writing.set(false)).subscribe().with(_ -> {}, this::notWritten);
    }

    /** At the end the database's pool is closed under what was just being written: nobody needs to look into that. */
    private void notWritten(Throwable failure) {
        LOG.logf(
                stopped ? Logger.Level.DEBUG : Logger.Level.WARN,
                "What was seen of requests was not written: %s",
                failure.getMessage());
    }

    /** Writes down what waits. */
    Uni<Void> flush() {
        Pending.Batch batch = pending.take();
        List<TokenClue> clues = new ArrayList<>();
        batch.unlinked().forEach(seen -> clues.add(clue(seen)));
        Uni<Map<TokenClue, ScimTokens.Linked>> followed =
                clues.isEmpty() ? Uni.createFrom().item(Map.of()) : tokens.follow(clues);
        return followed.invoke(found -> batch.unlinked().forEach(seen -> link(batch, seen, found.get(clue(seen)))))
                .chain(() -> countOnly(batch))
                .chain(() -> store.write(batch, ids, config.refusedAnHour()));
    }

    private static void link(Pending.Batch batch, SeenRequest seen, ScimTokens.@Nullable Linked linked) {
        if (linked != null) {
            Single single = new Single(linked.company(), finding(seen, linked.trace()), seen);
            batch.count(Count.Key.of(linked.company(), seen.at()), Count.of(seen, single.finding()));
            batch.route(single);
            batch.singles().add(single);
        }
    }

    private Uni<Void> countOnly(Pending.Batch batch) {
        if (batch.uncounted().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Instant now = clock.instant();
        return tokens.owners(batch.uncounted().keySet())
                .invoke(owners -> owners.forEach((keyId, company) -> {
                    Pending.Uncounted seen = batch.uncounted().get(keyId);
                    if (seen != null) {
                        batch.count(Count.Key.of(company, now), Count.refused(seen.number()));
                        batch.route(new Single(company, Finding.COUNTED_ONLY, seen.last()));
                    }
                }))
                .replaceWithVoid();
    }

    private static TokenClue clue(SeenRequest seen) {
        TokenClue clue = seen.clue();
        if (clue == null) {
            throw new IllegalStateException("Only what has a clue waits to be linked");
        }
        return clue;
    }

    /** A right token in a right form was refused for something else, before anybody looked at it. */
    private static Finding finding(SeenRequest seen, ScimTokens.Trace trace) {
        TokenClue clue = clue(seen);
        return switch (trace) {
            case REPLACED -> Finding.TOKEN_REPLACED;
            case SWITCHED_OFF -> Finding.TOKEN_SWITCHED_OFF;
            case EXPIRED -> Finding.TOKEN_EXPIRED;
            case FEATURE_OFF -> Finding.FEATURE_OFF;
            case DAMAGED -> clue.length() < TokenClue.wholeLength() ? Finding.TOKEN_TRUNCATED : Finding.TOKEN_ALTERED;
            case LIVE ->
                switch (clue.form()) {
                    case PLAIN -> Finding.of(seen);
                    case NOT_BEARER -> Finding.NOT_BEARER;
                    case NO_SCHEME -> Finding.NO_SCHEME;
                    case SEVERAL_HEADERS -> Finding.SEVERAL_HEADERS;
                    case DOUBLED_BEARER -> Finding.DOUBLED_BEARER;
                    case QUOTED -> Finding.QUOTED;
                    case BLANKS -> Finding.BLANKS;
                };
        };
    }

    private void sweepApart() {
        store.forget(clock.instant().minus(config.retention()), config.sweepBatch())
                .subscribe()
                .with(
                        _ -> {},
                        failure -> LOG.warnf("Old entries of connections were not dropped: %s", failure.getMessage()));
    }
}
