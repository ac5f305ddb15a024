package au.com.visibuild.scim.session;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.Instance;
import au.com.visibuild.scim.fixture.LongRun;
import au.com.visibuild.scim.fixture.ProductionCompany;
import au.com.visibuild.scim.fixture.Replicas;
import au.com.visibuild.scim.fixture.Workforce;
import au.com.visibuild.scim.fixture.Workforce.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * From the answer to a deactivation on, every instance says of the person's sessions that they are over; whichever way
 * the person was switched off. {@code -Dlong} asks 10,000 times at each of two instances.
 */
class IntrospectionIT {

    private static final int TRIES = LongRun.count(150, 10_000);
    private static final int SESSIONS = 2;
    private static final int THREADS = 4;
    private static final int WAYS = 4;
    private static final String OVER = "{\"active\":false}";

    private final List<Instance> instances = Replicas.both();
    private final Workforce workforce = Workforce.at(instances.getFirst());
    private final String platform = ProductionCompany.platformJwt();

    @Test
    void noInstanceTakesASessionForAliveOnceTheDeactivationIsAnswered() throws Exception {
        int rounds = TRIES / SESSIONS / THREADS;
        List<String> exceptions = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<List<String>>> lanes = new ArrayList<>();
            for (int lane = 0; lane < THREADS; lane++) {
                int offset = lane;
                lanes.add(threads.submit(() -> {
                    List<String> alive = new ArrayList<>();
                    Worker worker = workforce.hire(at(offset), "prober");
                    for (int round = 0; round < rounds; round++) {
                        alive.addAll(aliveAfterwards(round + offset, worker));
                        worker = comeBack(round + offset, worker);
                    }
                    return alive;
                }));
            }
            for (Future<List<String>> lane : lanes) {
                exceptions.addAll(lane.get());
            }
        }

        System.out.printf(
                "Introspection after the answer: %d tries at each of %d instances, %d exceptions%n",
                rounds * THREADS * SESSIONS, instances.size(), exceptions.size());
        assertThat(exceptions).isEmpty();
    }

    private List<String> aliveAfterwards(int round, Worker worker) {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
            Answer opened = Workforce.open(at(i), platform, worker).send().expect(201);
            tokens.add(opened.text("access_token"));
        }
        assertThat(Workforce.introspect(at(round), platform, tokens.getFirst())
                        .send()
                        .json()
                        .path("active")
                        .asBoolean())
                .as("alive before")
                .isTrue();

        switchOff(round, worker);

        List<CompletableFuture<Answer>> asked = new ArrayList<>();
        for (String token : tokens) {
            instances.forEach(instance ->
                    asked.add(Workforce.introspect(instance, platform, token).begin()));
        }
        return asked.stream()
                .map(answer -> answer.join().expect(200).body())
                .filter(body -> !body.equals(OVER))
                .toList();
    }

    private void switchOff(int round, Worker worker) {
        Instance at = at(round / WAYS);
        switch (round % WAYS) {
            case 0 -> workforce.activate(at, worker, false).send().expect(200);
            case 1 ->
                workforce
                        .scim(at, "PUT", "/Users/" + worker.id(), """
                                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"%s",
                                 "active":false}""".formatted(worker.userName()))
                        .send()
                        .expect(200);
            case 2 ->
                workforce
                        .company()
                        .admin(at)
                        .post(workforce.company().path("/users/" + worker.id() + "/deactivate"), null)
                        .expect(200);
            default ->
                workforce.scim(at, "DELETE", "/Users/" + worker.id(), "").send().expect(204);
        }
    }

    /** Who was deleted does not: another comes. */
    private Worker comeBack(int round, Worker worker) {
        if (round % WAYS == WAYS - 1) {
            return workforce.hire(at(round), "prober");
        }
        workforce.activate(at(round), worker, true).send().expect(200);
        return worker;
    }

    private Instance at(int number) {
        return instances.get(number % instances.size());
    }
}
