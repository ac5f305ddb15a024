package au.com.visibuild.scim.token;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Remembers when tokens were used and writes it down every few seconds, apart from the requests: a request never waits
 * for it, and a busy token costs one row a minute. At most one entry per token, so bounded by the number of tokens.
 */
@ApplicationScoped
class TokenUses {

    private static final Logger LOG = Logger.getLogger(TokenUses.class);
    private static final Duration RESOLUTION = Duration.ofMinutes(1);

    private final Map<UUID, Instant> pending = new ConcurrentHashMap<>();
    private final ScimTokenStore store;
    private final Vertx vertx;
    private final TokenConfig config;
    private long timer;

    TokenUses(ScimTokenStore store, Vertx vertx, TokenConfig config) {
        this.store = store;
        this.vertx = vertx;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(config.useFlushInterval().toMillis(), _ -> flush());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    /** The token was accepted at {@code at}; {@code known} is the last use the database has. */
    void seen(UUID token, Instant at, @Nullable Instant known) {
        if (known == null || Duration.between(known, at).compareTo(RESOLUTION) > 0) {
            pending.put(token, at);
        }
    }

    private void flush() {
        if (pending.isEmpty()) {
            return;
        }
        Map<UUID, Instant> batch = new HashMap<>(pending);
        batch.forEach(pending::remove);
        store.markUsed(batch)
                .subscribe()
                .with(
                        _ -> {},
                        failure ->
                                LOG.warnf("Last use of %d tokens not written: %s", batch.size(), failure.getMessage()));
    }
}
