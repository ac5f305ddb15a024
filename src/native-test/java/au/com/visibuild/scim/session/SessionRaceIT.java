package au.com.visibuild.scim.session;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.Call;
import au.com.visibuild.scim.fixture.Instance;
import au.com.visibuild.scim.fixture.LongRun;
import au.com.visibuild.scim.fixture.ProductionCompany;
import au.com.visibuild.scim.fixture.Replicas;
import au.com.visibuild.scim.fixture.TestPostgres;
import au.com.visibuild.scim.fixture.Workforce;
import au.com.visibuild.scim.fixture.Workforce.Worker;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * A person signs in at one instance while the company switches the person off at the other. {@code -Dlong} has them race
 * 10,000 times.
 */
class SessionRaceIT {

    private static final int RACES = LongRun.count(200, 10_000);
    private static final int THREADS = 4;
    private static final String ALIVE_BUT_INACTIVE = """
            SELECT count(*) FROM users u JOIN login_session s ON s.user_id = u.id
             WHERE (NOT u.active OR u.deleted_at IS NOT NULL) AND s.revoked_at IS NULL""";

    private final List<Instance> instances = Replicas.both();
    private final Workforce workforce = Workforce.at(instances.getFirst());
    private final String platform = ProductionCompany.platformJwt();

    @Test
    void nobodyInactiveEverHasALiveSession() throws Exception {
        Map<Integer, Integer> outcomes = new TreeMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1)) {
            List<Future<Map<Integer, Integer>>> lanes = new ArrayList<>();
            for (int lane = 0; lane < THREADS; lane++) {
                int offset = lane;
                lanes.add(threads.submit(() -> race(offset, workforce.hire(instances.getFirst(), "racer"))));
            }
            Future<Integer> looks = threads.submit(() -> lookOn(lanes));
            for (Future<Map<Integer, Integer>> lane : lanes) {
                lane.get().forEach((status, count) -> outcomes.merge(status, count, Integer::sum));
            }
            System.out.printf(
                    "%d races of opening a session against a deactivation: %d sessions were opened and ended, %d"
                            + " refused; %d looks at the database found nobody inactive with a live session%n",
                    RACES, outcomes.get(201), outcomes.get(403), looks.get());
        }

        assertThat(outcomes).as("both won sometimes").containsOnlyKeys(201, 403);
    }

    private Map<Integer, Integer> race(int offset, Worker worker) {
        Map<Integer, Integer> outcomes = new TreeMap<>();
        for (int race = offset; race < RACES; race += THREADS) {
            boolean opensFirst = race / THREADS % 2 == 0;
            Call open = Workforce.open(instances.get(race / 2 % 2), platform, worker);
            Call off = workforce.activate(instances.get((race / 2 + 1) % 2), worker, false);
            CompletableFuture<Answer> first = (opensFirst ? open : off).begin();
            LockSupport.parkNanos(race % 11 * 200_000L);
            CompletableFuture<Answer> second = (opensFirst ? off : open).begin();
            Answer opened = (opensFirst ? first : second).join();
            (opensFirst ? second : first).join().expect(200);

            assertThat(opened.status()).as(opened.body()).isIn(201, 403);
            if (opened.status() == 201) {
                for (Instance instance : instances) {
                    assertThat(Workforce.introspect(instance, platform, opened.text("access_token"))
                                    .send()
                                    .body())
                            .isEqualTo("{\"active\":false}");
                }
            }
            outcomes.merge(opened.status(), 1, Integer::sum);
            workforce.activate(instances.get(race % 2), worker, true).send().expect(200);
        }
        return outcomes;
    }

    /** Again and again, in one statement and so at one moment of the database. */
    private static int lookOn(List<? extends Future<?>> lanes) throws SQLException {
        int looks = 0;
        try (Connection database = TestPostgres.connect(Replicas.database());
                var statement = database.prepareStatement(ALIVE_BUT_INACTIVE)) {
            while (!lanes.stream().allMatch(Future::isDone) || looks == 0) {
                try (var result = statement.executeQuery()) {
                    result.next();
                    assertThat(result.getLong(1)).isZero();
                }
                looks++;
                LockSupport.parkNanos(20_000_000);
            }
        }
        return looks;
    }
}
