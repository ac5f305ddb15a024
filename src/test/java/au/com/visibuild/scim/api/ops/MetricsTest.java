package au.com.visibuild.scim.api.ops;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.api.Routes;
import au.com.visibuild.scim.fixture.Call;
import au.com.visibuild.scim.fixture.Metrics;
import au.com.visibuild.scim.fixture.OwnCompany;
import au.com.visibuild.scim.fixture.OwnCompany.Person;
import au.com.visibuild.scim.fixture.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What operators see of requests: routes, and nothing that a caller wrote. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class MetricsTest {

    private static final String REQUESTS = "http_server_requests_seconds_count";
    private static final String SECRET = "secret-in-a-path";

    @TestHTTPResource
    URI root;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Test
    void requestsAreCountedByTheirRoutes() {
        OwnCompany company = OwnCompany.at(root);
        Person person = company.person();

        company.scim("GET", "/Users/" + person.id(), null).send().expect(200);
        company.scim("GET", "//Users/?filter=userName%20eq%20%22" + SECRET + "%22", null)
                .send()
                .expect(200);
        send("GET", "/scim/v2/Schemas/" + SECRET, company.token(), 404);
        send("GET", "/scim/v2/ResourceTypes/User", company.token(), 200);
        company.scim("POST", "/Users", person.body(true)).send().expect(409);

        assertThat(Metrics.at(metrics).labels(REQUESTS, "uri"))
                .contains(
                        "/scim_v2/Users",
                        "/scim_v2/Users/{id}",
                        "/scim_v2/Schemas/{urn}",
                        "/scim_v2/ResourceTypes/{name}",
                        "/companies/{company}/scim/enable");
        assertThat(Metrics.at(metrics).text())
                .contains("method=\"POST\",outcome=\"CLIENT_ERROR\",status=\"409\",uri=\"/scim_v2/Users\"");
    }

    @Test
    @DisabledOnIntegrationTest("asks the code in this JVM for its routes")
    void noTextOfACallerBecomesALabel() {
        OwnCompany company = OwnCompany.at(root);
        Person person = company.person();
        String token = company.token();

        for (String path :
                new String[] {"/scim_v2/", "/scim/v2/", "/scim_v2/Users/", "/companies/", "/login-emails/", "/"}) {
            for (String bearer : new String[] {"", token, SECRET}) {
                for (String end : new String[] {SECRET, SECRET + "/deeper", "%ff" + SECRET, token, person.userName()}) {
                    answered("GET", path + end, bearer.isEmpty() ? null : bearer);
                    answered("PATCH", path + end + "?x=" + SECRET, bearer.isEmpty() ? null : bearer);
                }
            }
        }
        answered("SECRETVERB", "/scim_v2/Users", token);
        answered("OPTIONS", "/scim_v2/Users/" + SECRET, token);
        Call.of("PUT", root.resolve("/scim_v2/Users/" + SECRET), null, OwnCompany.SCIM, "x".repeat(3_000_000))
                .send();

        Metrics seen = Metrics.at(metrics);
        assertThat(seen.labels(REQUESTS, "uri")).isNotEmpty().isSubsetOf(routes());
        assertThat(seen.labels(REQUESTS, "method"))
                .contains("OTHER")
                .isSubsetOf(Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "OTHER"));
        assertThat(seen.text())
                .doesNotContainIgnoringCase("secret")
                .doesNotContain(
                        person.id().toString(), person.userName(), company.id().toString(), company.name(), token);
    }

    @Test
    void metricsAreNotOnThePortOfTheApi() {
        send("GET", "/q/metrics", null, 404);
    }

    private static Set<String> routes() {
        Set<String> routes = new HashSet<>(Set.of("NOT_FOUND", "UNROUTED"));
        Routes.ofTheRunningApplication().forEach(route -> routes.add(route.substring(route.indexOf(' ') + 1)));
        return routes;
    }

    private void send(String method, String path, @Nullable String bearer, int status) {
        Call.of(method, root.resolve(path), bearer, OwnCompany.SCIM, null)
                .send()
                .expect(status);
    }

    private void answered(String method, String path, @Nullable String bearer) {
        int status = Call.of(method, root.resolve(path), bearer, OwnCompany.SCIM, null)
                .send()
                .status();
        assertThat(status).isBetween(200, 499);
    }
}
