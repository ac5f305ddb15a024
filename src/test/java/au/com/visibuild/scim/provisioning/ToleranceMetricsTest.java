package au.com.visibuild.scim.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Metrics;
import au.com.visibuild.scim.fixture.OwnCompany;
import au.com.visibuild.scim.fixture.OwnCompany.Person;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.platform.WarmUp;
import au.com.visibuild.scim.protocol.interop.Tolerance;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code scim_tolerance_total}: once per request and tolerance without which it would have been read otherwise. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ToleranceMetricsTest {

    @TestHTTPResource
    URI root;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Inject
    Rehearsal rehearsal;

    @Test
    void aPatchInEntrasWordsCountsEachToleranceItNeededOnce() {
        OwnCompany company = OwnCompany.at(root);
        Person person = company.person();
        Metrics before = Metrics.at(metrics);

        company.patch(
                        person,
                        "{\"op\": \"Replace\", \"path\": \"active\", \"value\": \"False\"},"
                                + "{\"op\": \"Replace\", \"path\": \"phoneNumbers[type eq \\\"mobile\\\"].value\", \"value\": \"1\"},"
                                + "{\"op\": \"Add\", \"path\": \"addresses[type eq \\\"work\\\"].country\", \"value\": \"AU\"}")
                .send()
                .expect(200);

        assertThat(Metrics.at(metrics).tolerancesSince(before)).isEqualTo(Map.of("T1", 1.0, "T2", 1.0, "T4", 1.0));
    }

    @Test
    void aQueryCountsWhatItsFilterAndItsSortKeyNeeded() {
        OwnCompany company = OwnCompany.at(root);
        company.token();
        Metrics before = Metrics.at(metrics);

        company.scim(
                        "GET",
                        "/Users?filter=department+eq+x+and+emails%5Btype+eq+%22work%22%5D.value+eq+%22y%22&sortBy=division",
                        null)
                .send()
                .expect(200);

        assertThat(Metrics.at(metrics).tolerancesSince(before)).isEqualTo(Map.of("T22", 1.0, "T23", 1.0, "T26", 1.0));
    }

    @Test
    void aBodyIsCountedEvenIfItIsRefusedAfterwards() {
        OwnCompany company = OwnCompany.at(root);
        Person person = company.person();
        Metrics before = Metrics.at(metrics);

        company.scim("POST", "/Users", "{\"userName\": \"" + person.userName() + "\"}")
                .send()
                .expectScimError(409);

        assertThat(Metrics.at(metrics).tolerancesSince(before)).isEqualTo(Map.of("T25", 1.0));
    }

    @Test
    void requestsThatKeepToTheRfcCountNothing() {
        OwnCompany company = OwnCompany.at(root);
        Metrics before = Metrics.at(metrics);

        Person person = company.person();
        company.scim("PUT", "/Users/" + person.id(), person.body(true)).send().expect(200);
        company.activate(person, false).send().expect(200);
        company.scim("GET", "/Users?filter=emails%5Btype%20eq%20%22work%22%5D&sortBy=name.familyName", null)
                .send()
                .expect(200);
        company.scim("DELETE", "/Users/" + person.id(), null).send().expect(204);

        assertThat(Metrics.at(metrics).tolerancesSince(before)).isEmpty();
    }

    @Test
    void theRehearsalBeforeTheFirstRequestCountsNothing() {
        Metrics before = Metrics.at(metrics);

        rehearsal.play(new WarmUp());

        assertThat(Metrics.at(metrics).tolerancesSince(before)).isEmpty();
    }

    @Test
    void everyToleranceThatCanBeTakenAwayHasACounterFromTheStart() {
        assertThat(Metrics.at(metrics).tolerances().keySet())
                .containsExactlyInAnyOrder(Arrays.stream(Tolerance.values())
                        .filter(tolerance -> tolerance.kind() == Tolerance.Kind.REPAIR)
                        .map(Tolerance::name)
                        .toArray(String[]::new));
    }
}
