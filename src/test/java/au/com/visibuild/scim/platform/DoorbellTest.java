package au.com.visibuild.scim.platform;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.fixture.Rows;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** One replica is told by another that there is something new. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class DoorbellTest {

    @Inject
    Doorbell doorbell;

    @Inject
    Pool pool;

    @Inject
    Vertx vertx;

    private final List<Set<UUID>> heard = new CopyOnWriteArrayList<>();

    @Test
    void whatAnotherReplicaRingsIsHeardAlsoAfterTheConnectionWasLost() {
        doorbell.onRing(heard::add);
        until(() -> doorbell.isListening());
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();

        rung("another " + one + "," + two);
        until(() -> heard.contains(Set.of(one, two)));
        rung("another *");
        until(() -> heard.contains(Set.of()));
        heard.clear();

        Rows.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
        // Whatever was rung meanwhile is lost, so it may have been anything.
        until(() -> heard.contains(Set.of()));
        until(() -> {
            rung("another " + two);
            return heard.contains(Set.of(two));
        });
    }

    @Test
    void aRingGoesToTheOthersAndNotToOneself() {
        doorbell.onRing(heard::add);
        until(() -> doorbell.isListening());
        Doorbell other = new Doorbell(pool, vertx, Clock.systemUTC());
        List<Set<UUID>> heardByTheOther = new CopyOnWriteArrayList<>();
        other.onRing(heardByTheOther::add);
        other.start(new StartupEvent());
        try {
            until(() -> other.isListening());
            UUID id = UUID.randomUUID();

            doorbell.ring(Set.of(id));

            until(() -> heardByTheOther.contains(Set.of(id)));
            UUID back = UUID.randomUUID();
            other.ring(Set.of(back));
            until(() -> heard.contains(Set.of(back)));
            assertThat(heard).doesNotContain(Set.of(id));
        } finally {
            other.stop(new ShutdownEvent());
        }
    }

    private static void rung(String payload) {
        Rows.query("SELECT pg_notify('visibuild_scim', ?)::text", payload);
    }

    private static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(20_000_000L);
        }
    }
}
