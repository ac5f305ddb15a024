package au.com.visibuild.scim.platform;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Rings at all replicas when there may be something new about some ids, by PostgreSQL's LISTEN and NOTIFY. Nothing may
 * depend on it: what was rung while a replica did not listen is lost to it, so it is told of everything once it listens
 * again, and looks on a timer besides.
 *
 * <p>It rings after the commit and apart, for a NOTIFY inside of a transaction makes PostgreSQL commit such transactions
 * one after another; what is to be rung while a ring is under way is rung together. It listens on a connection of the
 * common pool, which has the settings for encryption and credentials that a connection of its own would have to repeat.
 */
@ApplicationScoped
public class Doorbell {

    private static final Logger LOG = Logger.getLogger(Doorbell.class);
    private static final String CHANNEL = "visibuild_scim";
    private static final String EVERYTHING = "*";
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** PostgreSQL takes 8,000 bytes; an id has 36. */
    private static final int MOST_NAMED = 150;

    private final Pool pool;
    private final Vertx vertx;
    private final Outage outage;
    private final String self = UUID.randomUUID().toString();
    private final List<Consumer<Set<UUID>>> listeners = new CopyOnWriteArrayList<>();
    private final Set<UUID> waiting = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean ringing = new AtomicBoolean();
    private volatile @Nullable SqlConnection line;
    private volatile boolean stopped;

    Doorbell(Pool pool, Vertx vertx, Clock clock) {
        this.pool = pool;
        this.vertx = vertx;
        this.outage = new Outage(LOG, "News of other replicas are not heard", clock);
    }

    void start(@Observes StartupEvent event) {
        connect();
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        SqlConnection open = line;
        line = null;
        if (open != null) {
            open.close().subscribe().with(_ -> {}, _ -> {});
        }
    }

    /** Tells this listener of what other replicas ring; of an empty set when it may be anything. On an event loop. */
    public void onRing(Consumer<Set<UUID>> listener) {
        listeners.add(listener);
    }

    /** Whether rings of other replicas are heard now. */
    public boolean isListening() {
        return line != null;
    }

    /** The connection of its own on which it listens, for which nobody has to wait; null while there is none. */
    @Nullable
    SqlConnection line() {
        return line;
    }

    /** Rings at the other replicas. Never waits. */
    public void ring(Set<UUID> about) {
        waiting.addAll(about);
        if (!waiting.isEmpty() && ringing.compareAndSet(false, true)) {
            send();
        }
    }

    private void send() {
        Set<UUID> about = new HashSet<>(waiting);
        waiting.removeAll(about);
        String ids = about.size() > MOST_NAMED
                ? EVERYTHING
                : about.stream().map(UUID::toString).collect(Collectors.joining(","));
        pool.preparedQuery("SELECT pg_notify($1, $2)")
                .execute(Tuple.of(CHANNEL, self + " " + ids))
                .subscribe()
                .with(_ -> sent(), _ -> sent());
    }

    private void sent() {
        ringing.set(false);
        ring(Set.of());
    }

    private void connect() {
        if (stopped) {
            return;
        }
        pool.getConnection()
                .chain(connection -> listen(connection)
                        .ifNoItem()
                        .after(PATIENCE)
                        .fail()
                        .onFailure()
                        .call(() -> connection.close()))
                .subscribe()
                .with(this::listening, this::lost);
    }

    private Uni<SqlConnection> listen(SqlConnection connection) {
        PgConnection own = PgConnection.cast(connection.getDelegate());
        own.notificationHandler(ring -> heard(ring.getPayload()));
        return connection.query("LISTEN " + CHANNEL).execute().replaceWith(connection);
    }

    private void listening(SqlConnection connection) {
        line = connection;
        outage.over();
        connection.closeHandler(() -> gone(connection, new IllegalStateException("the connection was closed")));
        vertx.setTimer(HEARTBEAT.toMillis(), _ -> beat(connection));
        tell(Set.of());
    }

    /** A connection that a firewall forgot is closed by nobody: one has to speak on it to find out. */
    private void beat(SqlConnection connection) {
        if (connection.equals(line)) {
            connection
                    .query("SELECT 1")
                    .execute()
                    .ifNoItem()
                    .after(PATIENCE)
                    .fail()
                    .subscribe()
                    .with(
                            _ -> vertx.setTimer(HEARTBEAT.toMillis(), _ -> beat(connection)),
                            failure -> gone(connection, failure));
        }
    }

    private synchronized void gone(SqlConnection connection, Throwable why) {
        if (connection.equals(line)) {
            line = null;
            lost(why);
        }
    }

    private void lost(Throwable why) {
        if (!stopped) {
            outage.failed(why);
            vertx.setTimer(ThreadLocalRandom.current().nextLong(500, 2_000), _ -> connect());
        }
    }

    private void heard(String payload) {
        int blank = payload.indexOf(' ');
        if (blank > 0 && !payload.startsWith(self)) {
            String ids = payload.substring(blank + 1);
            tell(
                    EVERYTHING.equals(ids)
                            ? Set.of()
                            : Arrays.stream(ids.split(","))
                                    .map(UUID::fromString)
                                    .collect(Collectors.toSet()));
        }
    }

    private void tell(Set<UUID> about) {
        listeners.forEach(listener -> listener.accept(about));
    }
}
