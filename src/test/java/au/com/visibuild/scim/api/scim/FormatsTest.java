package au.com.visibuild.scim.api.scim;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.IdentityProvider;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.fixture.RawHttp;
import au.com.visibuild.scim.requirement.Requirement;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Media types and characters (RFC 7644 §3.8). */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class FormatsTest {

    @TestHTTPResource
    URI root;

    private static final String NAME = "Zoë Œuvré 漢字 \u202e \uD83C\uDFD7";

    private IdentityProvider idp;
    private String path;

    @BeforeEach
    void aCompanyWithAPerson() {
        idp = IdentityProvider.at(root);
        path = "/Users/" + idp.made("'userName':'ann','displayName':'" + NAME + "'");
    }

    private String head(String request) {
        return request + " HTTP/1.1\nAuthorization: Bearer " + idp.token();
    }

    @Test
    @Requirement({"FMT-01", "AT-05"})
    void textIsUtf8BothWays() {
        Answer answer = RawHttp.send(root, head("GET /scim_v2" + path), new byte[0]);

        assertThat(answer.expect(200).text("displayName")).isEqualTo(NAME);
        for (String type : List.of(
                "application/scim+json",
                "application/json",
                "application/scim+json;charset=utf-8",
                "application/scim+json; charset=\"UTF-8\"",
                "Application/SCIM+JSON")) {
            String changed = NAME + type.length();
            assertThat(idp.with("Content-Type", type)
                            .put(path, IdentityProvider.user("'userName':'ann','displayName':'" + changed + "'"))
                            .expect(200)
                            .text("displayName"))
                    .as(type)
                    .isEqualTo(changed);
        }
        assertThat(idp.patch(path, "{'op':'replace','path':'displayName','value':'\\u005a\\u006f\\ud83c\\udfd7'}")
                        .expect(200)
                        .text("displayName"))
                .isEqualTo("Zo\uD83C\uDFD7");
    }

    @Test
    @Requirement("FMT-01")
    void aByteOrderMarkIsNoPartOfTheBody() {
        assertThat(idp.put(path, "\uFEFF" + IdentityProvider.user("'userName':'ann','title':'x'"))
                        .expect(200)
                        .text("title"))
                .isEqualTo("x");
    }

    @Test
    @Requirement("FMT-01")
    void anotherEncodingIsRefused() {
        for (String charset : List.of("iso-8859-1", "utf-16")) {
            byte[] body = ("{\"schemas\":[\"" + IdentityProvider.USER + "\"],\"userName\":\"zoë\"}")
                    .getBytes(Charset.forName(charset));
            Answer answer = RawHttp.send(
                    root,
                    head("POST /scim_v2/Users") + "\nContent-Type: application/scim+json; charset=" + charset
                            + "\nContent-Length: " + body.length,
                    body);
            assertThat(answer.status()).as("%s: %s", charset, answer).isIn(400, 415);
            answer.expectScimError(answer.status());
        }
    }

    @Test
    @Requirement({"FMT-02", "FMT-03"})
    void theAnswersTypeIsWhatIsWantedMostAndScimsElse() {
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put("", "application/scim+json");
        wanted.put("*/*", "application/scim+json");
        wanted.put("application/*", "application/scim+json");
        wanted.put("application/scim+json", "application/scim+json");
        wanted.put("APPLICATION/SCIM+JSON", "application/scim+json");
        wanted.put("application/json", "application/json");
        wanted.put("application/json; charset=utf-8", "application/json");
        wanted.put("application/json, application/scim+json", "application/");
        wanted.put("application/json;q=0.5, application/scim+json", "application/scim+json");
        wanted.put("application/json, application/scim+json;q=0.5", "application/json");
        wanted.put("application/json, text/plain, */*", "application/json");
        wanted.put("text/html, */*;q=0.1", "application/scim+json");
        for (String target : List.of(path, "/Users", "/Schemas", "/ServiceProviderConfig", "/Groups", "")) {
            wanted.forEach((accept, type) -> {
                Answer answer = RawHttp.send(
                        root,
                        head("GET /scim_v2" + target) + (accept.isEmpty() ? "" : "\nAccept: " + accept),
                        new byte[0]);
                assertThat(answer.expect(200).header("content-type"))
                        .as("%s for %s", accept, target)
                        .startsWith(type);
            });
        }
    }

    @Test
    @Requirement({"ERR-01", "ERR-02", "BASE-07", "BASE-02"})
    void everyErrorIsAScimErrorWhateverIsAccepted() {
        String big = "{'x':'" + "x".repeat(1 << 20) + "'}";
        for (String accept : List.of("application/json", "application/scim+json", "*/*")) {
            IdentityProvider client = idp.with("Accept", accept);
            client.make("'title':'nameless'").expectScimError(400);
            idp.tenant().anyone().with("Accept", accept).get("/scim_v2/Users").expectScimError(401);
            client.get("/Schemas?filter=x").expectScimError(403);
            client.get("/Users/nobody").expectScimError(404);
            client.get("/Nothing").expectScimError(404);
            client.delete("/Users").expectScimError(405);
            client.make("'userName':'ann'").expectScimError(409);
            client.with("If-Match", "\"x\"").delete(path).expectScimError(412);
            client.post("/Users", big).expectScimError(413);
            client.with("Content-Type", "text/csv").post("/Users", "x").expectScimError(415);
            client.get("/Me").expectScimError(501);
        }
    }

    @Test
    @Requirement("FMT-04")
    void aSuffixIsPartOfTheId() {
        idp.get(path + ".scim").expectScimError(404);
        idp.get(path + ".json").expectScimError(404);
        idp.get("/Users.scim").expectScimError(404);
    }

    @Test
    void headIsAnsweredLikeGetWithoutABody() {
        Answer get = idp.get(path).expect(200);
        Answer head = idp.caller().send("HEAD", "/scim_v2" + path, null).expect(200);

        assertThat(head.body()).isEmpty();
        assertThat(head.header("etag")).isEqualTo(get.header("etag"));
        assertThat(get.header("content-type")).startsWith(head.header("content-type"));
        assertThat(head.header("content-type")).isNotEmpty();
        idp.tenant().anyone().send("HEAD", "/scim_v2" + path, null).expect(401);
    }

    @Test
    @Requirement("FMT-05")
    void aPathOffersItsMethodsAndNoOthers() {
        Map<String, List<String>> offered = Map.of(
                "/Users", List.of("GET", "POST"), path, List.of("GET", "PUT", "PATCH", "DELETE"), "", List.of("GET"));
        offered.forEach((target, methods) -> {
            for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND")) {
                if (!methods.contains(method)) {
                    Answer answer = idp.caller()
                            .send(
                                    method,
                                    "/scim_v2" + target,
                                    List.of("POST", "PUT", "PATCH").contains(method) ? "{}" : null);
                    assertThat(answer.status()).as(method + " " + target).isIn(405, 501);
                    answer.expectScimError(answer.status());
                }
            }
        });
    }
}
