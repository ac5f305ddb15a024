package au.com.visibuild.scim.session;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.Call;
import au.com.visibuild.scim.fixture.OwnCompany;
import au.com.visibuild.scim.fixture.OwnCompany.Person;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.fixture.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** A person signs in while the company switches the person off. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SessionRaceTest {

    private static final int RACES = 300;

    @TestHTTPResource
    URI root;

    @Test
    void inThreeHundredRacesNobodyInactiveEverHasALiveSession() {
        OwnCompany company = OwnCompany.at(root);
        Person person = company.person();
        Set<Integer> outcomes = new TreeSet<>();
        for (int race = 0; race < RACES; race++) {
            Call open = company.open(person.userName());
            Call off = company.activate(person, false);
            CompletableFuture<Answer> first = (race % 2 == 0 ? open : off).begin();
            LockSupport.parkNanos(race % 7 * 150_000L);
            CompletableFuture<Answer> second = (race % 2 == 0 ? off : open).begin();
            Answer opened = (race % 2 == 0 ? first : second).join();
            (race % 2 == 0 ? second : first).join().expect(200);

            assertThat(opened.status()).as(opened.body()).isIn(201, 403);
            assertThat(Rows.count(
                            "SELECT count(*) FROM login_session WHERE user_id = ? AND revoked_at IS NULL", person.id()))
                    .isZero();
            if (opened.status() == 201) {
                assertThat(company.introspect(opened.text("access_token"))
                                .send()
                                .body())
                        .isEqualTo("{\"active\":false}");
            }
            outcomes.add(opened.status());
            company.activate(person, true).send().expect(200);
        }

        assertThat(outcomes).containsExactly(201, 403);
    }
}
