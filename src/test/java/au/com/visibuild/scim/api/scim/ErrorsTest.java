package au.com.visibuild.scim.api.scim;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.Caller;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.fixture.Tenant;
import au.com.visibuild.scim.requirement.Requirement;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the framework refuses: on SCIM paths a SCIM error, elsewhere problem details. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ErrorsTest {

    private static final List<String> BASES = List.of("/scim_v2", "/scim/v2", "//scim_v2/", "/scim//v2//");

    @TestHTTPResource
    URI root;

    private Tenant tenant;
    private Caller scim;
    private String person;

    @BeforeEach
    void aCompanyWithAPerson() {
        tenant = Tenant.make(root);
        scim = tenant.anyone().bearer(tenant.enable());
        person = tenant.person("pat");
    }

    @Test
    @Requirement({"BASE-02", "BASE-07", "ERR-01", "ERR-02"})
    void anUnknownPathIs404() {
        for (String base : BASES) {
            for (String path : List.of("/Nothing", "/Users/a/b", "/users", "/Users.json", "/ServiceProviderConfig/x")) {
                scim.get(base + path).expectScimError(404);
            }
        }
    }

    @Test
    @Requirement({"CFG-13", "ERR-02", "FMT-05"})
    void aWrongMethodIs405AndSaysWhichAreAllowed() {
        for (String base : BASES) {
            assertAllow(scim.put(base + "/Users", "{}"), "GET", "POST");
            assertAllow(scim.delete(base + "/Users"), "GET", "POST");
            assertAllow(scim.post(base + "/Users/" + person, "{}"), "GET", "PUT", "PATCH", "DELETE");
            assertAllow(scim.post(base + "/Schemas", "{}"), "GET");
            assertAllow(scim.delete(base + "/ServiceProviderConfig"), "GET");
            assertAllow(scim.get(base + "/Bulk"), "POST");
        }
    }

    private static void assertAllow(Answer answer, String... methods) {
        answer.expectScimError(405);
        assertThat(answer.header("allow").split(",\\s*")).as("%s", answer).contains(methods);
    }

    @Test
    @Requirement("ERR-02")
    void anAcceptHeaderThatWantsNoJsonIs406() {
        for (String base : BASES) {
            for (String path : List.of("/Users", "/Users/" + person, "/Schemas", "/ServiceProviderConfig", "/Groups")) {
                scim.with("Accept", "text/html").get(base + path).expectScimError(406);
            }
        }
    }

    @Test
    @Requirement({"FMT-02", "FMT-03"})
    void anAcceptHeaderThatAlsoWantsJsonIsAnsweredInScimsMediaType() {
        for (String accept : List.of(
                "application/scim+json",
                "application/*",
                "*/*",
                "text/html, */*;q=0.1",
                "application/scim+json; charset=utf-8",
                "application/scim+json, application/json")) {
            Answer answer =
                    scim.with("Accept", accept).get("/scim_v2/Users/" + person).expect(200);
            assertThat(answer.header("content-type")).as(accept).startsWith("application/scim+json");
        }
        assertThat(scim.with("Accept", "application/json")
                        .get("/scim_v2/Users/" + person)
                        .expect(200)
                        .header("content-type"))
                .startsWith("application/json");
    }

    @Test
    @Requirement("ERR-02")
    void anErrorIsInScimsMediaTypeWhateverIsAccepted() {
        for (String accept : List.of("application/json", "*/*", "text/plain")) {
            Answer answer = scim.with("Accept", accept).get("/scim_v2/Nothing");
            assertThat(answer.status()).isIn(404, 406);
            answer.expectScimError(answer.status());
        }
    }

    @Test
    @Requirement("ERR-02")
    void aBodyOfAnotherMediaTypeIs415() {
        for (String base : BASES) {
            for (String type : List.of("text/plain", "application/xml", "application/x-www-form-urlencoded")) {
                Caller other = scim.with("Content-Type", type);
                other.post(base + "/Users", "{}").expectScimError(415);
                other.put(base + "/Users/" + person, "{}").expectScimError(415);
                other.patch(base + "/Users/" + person, "{}").expectScimError(415);
                other.post(base + "/Users/.search", "{}").expectScimError(415);
            }
        }
    }

    @Test
    @Requirement({"FMT-02", "FMT-03"})
    void mediaTypesWithParametersAreRead() {
        for (String type :
                List.of("application/json", "application/json; charset=utf-8", "application/scim+json;charset=UTF-8")) {
            scim.with("Content-Type", type)
                    .put(
                            "/scim_v2/Users/" + person,
                            "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\""
                                    + tenant.userName("pat") + "\"}")
                    .expect(200);
        }
    }

    @Test
    void anUnreadableMediaTypeIsRefused() {
        Answer answer = scim.with("Content-Type", "nonsense").post("/scim_v2/Users", "{}");
        assertThat(answer.status()).isIn(400, 415);
        answer.expectScimError(answer.status());
        Answer accepted = scim.with("Accept", "nonsense").get("/scim_v2/Users");
        assertThat(accepted.status()).isIn(400, 406);
        accepted.expectScimError(accepted.status());
    }

    @Test
    void aBodyWithoutAMediaTypeIsReadAsJson() {
        scim.sendUntyped("POST", "/scim_v2/Users", "{\"userName\":42}").expectScimError(400);
        scim.sendUntyped("POST", "/scim_v2/Users", "{").expectScimError(400);
    }

    @Test
    @Requirement("BASE-08")
    void outsideOfScimTheSameIsSaidAsProblemDetails() {
        Caller admin = tenant.admin();
        admin.get("/nothing").expectProblem(404);
        admin.get("/scim_v3/Users").expectProblem(404);
        admin.get(tenant.path("/nothing")).expectProblem(404);
        admin.put(tenant.path("/users"), "{}").expectProblem(405);
        admin.with("Accept", "text/html").get(tenant.path("/users")).expectProblem(406);
        admin.with("Content-Type", "text/plain")
                .post(tenant.path("/users"), "x")
                .expectProblem(415);
        for (String body : List.of("{", "[]", "", "nonsense", "{\"userName\":{}}", "null", "\"x\"")) {
            admin.post(tenant.path("/users"), body).expectProblem(400);
        }
        tenant.anyone().get(tenant.path("/users")).expectProblem(401);
        tenant.platform().get(tenant.path("/users")).expectProblem(403);
        tenant.anyone().bearer("nonsense").get(tenant.path("/users")).expectProblem(401);
    }

    @Test
    void aRequestIdIsEchoedWhenItIsHarmlessAndReplacedWhenNot() {
        assertThat(scim.with("X-Request-Id", "my-request.id_1")
                        .get("/scim_v2/Users")
                        .header("x-request-id"))
                .isEqualTo("my-request.id_1");
        assertThat(scim.with("X-Request-Id", "my-request.id_1")
                        .get("/scim_v2/Nothing")
                        .header("x-request-id"))
                .isEqualTo("my-request.id_1");
        assertThat(tenant.anyone()
                        .with("X-Request-Id", "my-request.id_1")
                        .get("/scim_v2/Users")
                        .header("x-request-id"))
                .isEqualTo("my-request.id_1");
        for (String odd : List.of("a/b", "with blank here", "x".repeat(65), "<script>alert</script>")) {
            assertThat(scim.with("X-Request-Id", odd).get("/scim_v2/Users").header("x-request-id"))
                    .matches("[0-9a-f-]{36}");
        }
        assertThat(scim.get("/scim_v2/Users").header("x-request-id")).matches("[0-9a-f-]{36}");
    }
}
