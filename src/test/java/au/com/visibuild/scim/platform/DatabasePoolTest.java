package au.com.visibuild.scim.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.visibuild.scim.embedded.EmbeddedDatabase;
import au.com.visibuild.scim.fixture.BesideTheService;
import au.com.visibuild.scim.fixture.OwnServer;
import au.com.visibuild.scim.fixture.TestCertificate;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No wait on the database is without end, and whom it is trusted by stands in its URL. */
@BesideTheService
class DatabasePoolTest {

    private static final Duration STATEMENT = Duration.ofMillis(500);

    private final OwnServer server = OwnServer.start();
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        vertx.close();
        server.close();
    }

    @Test
    void aSilentServerIsGivenUpAndAnIdleConnectionIsNot() throws Exception {
        Pool pool = pool("", 1);
        int first = backend(pool);

        // Longer than any silence that is put up with while something is asked.
        Thread.sleep(STATEMENT.plusMillis(2_500));
        assertThat(backend(pool)).as("the same connection").isEqualTo(first);

        server.freeze();
        try {
            assertUnavailable(pool.query("SELECT 1").execute());
            // Now there is none, and the frozen server takes no new one.
            assertUnavailable(pool.query("SELECT 1").execute());
        } finally {
            server.thaw();
        }

        assertThat(eventually(pool)).isNotEqualTo(first);
    }

    @Test
    void aStatementThatTakesTooLongIsGivenUpByTheServer() {
        assertUnavailable(pool("", 1).query("SELECT pg_sleep(30)").execute());
    }

    @Test
    void whoeverGetsNoConnectionInTimeIsTold() {
        Pool pool = pool("", 1);
        Future<?> busy = pool.withConnection(connection -> Future.future(_ -> {}));

        assertUnavailable(pool.query("SELECT 1").execute());

        assertThat(busy.isComplete()).isFalse();
    }

    @Test
    void theUrlSaysWhomToTrust() throws Exception {
        TestCertificate own = TestCertificate.forThisHost();
        server.speakTls(own);

        assertThat(backend(pool("?sslmode=verify-full&sslrootcert=" + own.file(), 2)))
                .isPositive();
        assertUnavailable(pool("?sslmode=verify-full&sslrootcert="
                        + TestCertificate.forThisHost().file())
                .query("SELECT 1")
                .execute());
    }

    @Test
    void theServerMustBeTheOneThatIsNamed() throws Exception {
        TestCertificate anothers = TestCertificate.forHost("elsewhere.example");
        server.speakTls(anothers);

        assertThat(backend(pool("?sslmode=verify-ca&sslrootcert=" + anothers.file(), 2)))
                .isPositive();
        assertUnavailable(pool("?sslmode=verify-full&sslrootcert=" + anothers.file())
                .query("SELECT 1")
                .execute());
    }

    private Pool pool(String parameters) {
        return pool(parameters, 2);
    }

    private Pool pool(String parameters, int connections) {
        return new DatabasePool(new Impatient(), Optional.of(server.url() + parameters))
                .create(new Asked(parameters, connections));
    }

    private static int backend(Pool pool) throws Exception {
        RowSet<Row> rows = done(pool.query("SELECT pg_backend_pid() AS pid").execute());
        return rows.iterator().next().getInteger("pid");
    }

    private static int eventually(Pool pool) throws Exception {
        for (int tries = 0; ; tries++) {
            try {
                return backend(pool);
            } catch (ExecutionException e) {
                assertThat(tries).isLessThan(50);
            }
        }
    }

    private static void assertUnavailable(Future<?> answer) {
        assertThatThrownBy(() -> done(answer))
                .isInstanceOf(ExecutionException.class)
                .satisfies(failure -> assertThat(PgErrors.isUnavailable(failure))
                        .as("%s", failure.getCause())
                        .isTrue());
    }

    private static <T> T done(Future<T> answer) throws ExecutionException, InterruptedException, TimeoutException {
        return answer.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private final class Asked implements PgPoolCreator.Input {
        private final String parameters;
        private final int connections;

        Asked(String parameters, int connections) {
            this.parameters = parameters;
            this.connections = connections;
        }

        @Override
        public Vertx vertx() {
            return vertx;
        }

        @Override
        public PoolOptions poolOptions() {
            return new PoolOptions().setMaxSize(connections);
        }

        @Override
        public List<PgConnectOptions> pgConnectOptionsList() {
            return List.of(PgConnectOptions.fromUri(server.url() + parameters)
                    .setUser(EmbeddedDatabase.USER)
                    .setPassword(server.password()));
        }
    }

    private record Impatient() implements DatabaseConfig {
        @Override
        public Optional<String> url() {
            return Optional.empty();
        }

        @Override
        public Duration patience() {
            return Duration.ZERO;
        }

        @Override
        public boolean migrate() {
            return false;
        }

        @Override
        public Duration acquireTimeout() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Duration statementTimeout() {
            return STATEMENT;
        }

        @Override
        public int waiting() {
            return 10;
        }
    }
}
