package au.com.visibuild.scim.administration;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.Call;
import au.com.visibuild.scim.fixture.LongRun;
import au.com.visibuild.scim.fixture.OwnCompany;
import au.com.visibuild.scim.fixture.OwnCompany.Person;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.fixture.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Assignments by hand and deactivation, at the same time. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RoleRaceTest {

    private static final int RACES = LongRun.count(80, 1_000);
    private static final int LANES = 4;
    /** Enough that the relay tells one person's events while others race. */
    private static final int PEOPLE_PER_LANE = 10;
    /** In which order the three requests leave: assignment, membership, deactivation. */
    private static final int[][] ORDERS = {{0, 1, 2}, {0, 2, 1}, {2, 0, 1}, {2, 1, 0}, {1, 2, 0}, {1, 0, 2}};

    private static final String OPEN_THOUGH_INACTIVE = """
            SELECT (SELECT count(*) FROM users u JOIN role_assignment r ON r.company_id = u.company_id AND r.user_id = u.id
                     WHERE u.company_id = ? AND NOT u.active AND r.ended_at IS NULL)
                 + (SELECT count(*) FROM users u JOIN project_membership m ON m.company_id = u.company_id AND m.user_id = u.id
                     WHERE u.company_id = ? AND NOT u.active AND m.ended_at IS NULL)""";

    @TestHTTPResource
    URI root;

    private final Set<String> outcomes = ConcurrentHashMap.newKeySet();

    @Test
    void inAThousandRacesNobodyInactiveEverHasARoleOrAProject() throws InterruptedException, ExecutionException {
        OwnCompany company = OwnCompany.at(root);
        company.token();
        String project = company.project("Race course");
        List<Future<?>> lanes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(LANES)) {
            for (int lane = 0; lane < LANES; lane++) {
                List<Person> people =
                        Stream.generate(company::person).limit(PEOPLE_PER_LANE).toList();
                lanes.add(threads.submit(() -> {
                    for (int race = 0; race < RACES / LANES; race++) {
                        race(company, people.get(race % PEOPLE_PER_LANE), project, race);
                    }
                }));
            }
        }
        for (Future<?> lane : lanes) {
            lane.get();
        }

        assertThat(outcomes).contains("role 204", "role 409", "project 204", "project 409");
        assertThat(Rows.count(
                        "SELECT count(*) FROM provisioning_log WHERE company_id = ? AND action = 'DEACTIVATE_USER'"
                                + " AND outcome = 'DONE'",
                        company.id()))
                .as("races that were run")
                .isEqualTo(RACES);
    }

    private void race(OwnCompany company, Person person, String project, int race) {
        Call off = race % 2 == 0
                ? company.activate(person, false)
                : company.admin("POST", "/users/" + person.id() + "/deactivate", null);
        List<Call> calls = List.of(company.assign(person, "Racer"), company.join(person, project), off);
        List<CompletableFuture<Answer>> begun = new ArrayList<>(
                calls.stream().map(_ -> new CompletableFuture<Answer>()).toList());
        for (int next : ORDERS[race % ORDERS.length]) {
            begun.set(next, calls.get(next).begin());
            LockSupport.parkNanos(race % 5 * 200_000L);
        }
        Answer role = begun.get(0).join();
        Answer membership = begun.get(1).join();
        begun.get(2).join().expect(200);

        assertThat(role.status()).as(role.body()).isIn(204, 409);
        assertThat(membership.status()).as(membership.body()).isIn(204, 409);
        assertThat(Rows.count(OPEN_THOUGH_INACTIVE, company.id(), company.id())).isZero();
        outcomes.add("role " + role.status());
        outcomes.add("project " + membership.status());
        company.activate(person, true).send().expect(200);
    }
}
