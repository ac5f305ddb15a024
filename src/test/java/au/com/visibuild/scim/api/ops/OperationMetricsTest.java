package au.com.visibuild.scim.api.ops;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Call;
import au.com.visibuild.scim.fixture.Metrics;
import au.com.visibuild.scim.fixture.OwnCompany;
import au.com.visibuild.scim.fixture.OwnCompany.Person;
import au.com.visibuild.scim.fixture.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What operators see of the service's own doings. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class OperationMetricsTest {

    @TestHTTPResource
    URI root;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Test
    void requestsAreCountedByWhatTheyAskAndWhatCameOfThem() {
        OwnCompany company = OwnCompany.at(root);
        Person person = company.person();
        Person active = company.person();
        Metrics before = Metrics.at(metrics);

        company.scim("GET", "/Users/" + person.id(), null).send().expect(200);
        company.scim("POST", "/Users", person.body(true)).send().expect(409);
        company.scim("PATCH", "/Users/" + person.id(), active(true)).send().expect(200);
        company.scim("PATCH", "/Users/" + person.id(), active(false)).send().expect(200);
        company.scim("DELETE", "/Users/" + person.id(), null).send().expect(204);
        company.scim("DELETE", "/Users/" + active.id(), null).send().expect(204);
        Call.of("GET", root.resolve("/scim_v2/Users"), "nonsense", OwnCompany.SCIM, null)
                .send()
                .expect(401);

        grows(before, "scim_requests_total{operation=\"get\",outcome=\"ok\",resource=\"Users\"}", 1);
        grows(before, "scim_requests_total{operation=\"create\",outcome=\"refused\",resource=\"Users\"}", 1);
        grows(before, "scim_requests_total{operation=\"patch\",outcome=\"no_change\",resource=\"Users\"}", 1);
        grows(before, "scim_requests_total{operation=\"patch\",outcome=\"ok\",resource=\"Users\"}", 1);
        grows(before, "scim_requests_total{operation=\"list\",outcome=\"refused\",resource=\"Users\"}", 1);
        grows(before, "scim_deprovisions_total{kind=\"deactivate\",tenant=\"all\"}", 1);
        // Who was switched off before lost nothing by the deletion.
        grows(before, "scim_deprovisions_total{kind=\"delete\",tenant=\"all\"}", 1);
        grows(before, "scim_auth_failures_total{reason=\"malformed\"}", 1);
    }

    @Test
    void companiesAreNotNamedUnlessThatIsSwitchedOn() {
        OwnCompany company = OwnCompany.at(root);
        company.scim("GET", "/Users", null).send().expect(200);

        Metrics seen = Metrics.at(metrics);

        assertThat(seen.text()).doesNotContain(company.id().toString(), "scim_tenant_requests", "scim_managed_users{");
        assertThat(seen.labels("scim_token_expiry_timestamp_seconds", "tenant")).isSubsetOf(Set.of("all"));
    }

    @Test
    void objectivesCanBeToldFromTheStepsOfLatencies() {
        OwnCompany.at(root).scim("GET", "/Users", null).send().expect(200);

        Metrics seen = Metrics.at(metrics);

        assertThat(seen.labels("http_server_requests_seconds_bucket", "le"))
                .contains("0.25", "+Inf")
                .hasSize(10);
        assertThat(seen.text()).contains("scim_build_info{revision=\"unknown\",version=\"");
    }

    private void grows(Metrics before, String series, double by) {
        Instant until = Instant.now().plusSeconds(30);
        double had = value(before, series);
        while (value(Metrics.at(metrics), series) < had + by) {
            assertThat(Instant.now()).as(series).isBefore(until);
        }
        assertThat(value(Metrics.at(metrics), series)).as(series).isEqualTo(had + by);
    }

    private static double value(Metrics seen, String series) {
        return seen.text()
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElse(0);
    }

    private static String active(boolean value) {
        return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[{\"op\":\"replace\","
                + "\"path\":\"active\",\"value\":" + value + "}]}";
    }
}
