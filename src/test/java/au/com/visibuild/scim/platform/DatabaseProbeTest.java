package au.com.visibuild.scim.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DatabaseProbeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Pool pool;

    @Inject
    DatabaseProbe probe;

    @Inject
    Doorbell doorbell;

    @ConfigProperty(name = "quarkus.datasource.reactive.max-size")
    int size;

    @Test
    void aDatabaseThatAnswersDoesSoThoughEveryConnectionOfThePoolIsTaken() {
        Instant until = Instant.now().plus(PATIENCE);
        while (!doorbell.isListening()) {
            assertThat(Instant.now()).isBefore(until);
            LockSupport.parkNanos(10_000_000L);
        }
        List<SqlConnection> taken = new ArrayList<>();
        try {
            // One of them is the doorbell's.
            for (int i = 1; i < size; i++) {
                taken.add(pool.getConnection().await().atMost(PATIENCE));
            }

            assertThat(probe.answers().await().atMost(PATIENCE)).isTrue();
        } finally {
            taken.forEach(connection -> connection.close().await().atMost(PATIENCE));
        }
    }
}
