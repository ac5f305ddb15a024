package au.com.visibuild.scim.api.admin;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.Caller;
import au.com.visibuild.scim.fixture.CompanyRows;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.fixture.RawHttp;
import au.com.visibuild.scim.fixture.ServiceUnderTest;
import au.com.visibuild.scim.fixture.Tenant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the company and session APIs cannot use is refused as the caller's mistake, and never fails as ours. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class HostileFormsTest {

    @TestHTTPResource
    URI root;

    private Tenant tenant;
    private String pat;
    private Map<String, List<String>> before;

    @BeforeEach
    void aCompanyWithAPerson() {
        tenant = Tenant.make(root);
        pat = tenant.person("pat");
        before = CompanyRows.withoutLogOf(tenant.id());
    }

    private static Map<String, String> hostileTexts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("a NUL", "\"a\\u0000b\"");
        texts.put("half a pair", "\"a\\ud800b\"");
        texts.put("the other half", "\"\\udc00\"");
        texts.put("100,000 characters", "\"" + "x".repeat(100_000) + "\"");
        texts.put("nothing", "\"\"");
        texts.put("blanks", "\" \\u2003\\t\"");
        texts.put("an object", "{}");
        texts.put("an array", "[\"a\"]");
        texts.put("depth", "[".repeat(5_000) + "]".repeat(5_000));
        return texts;
    }

    @Test
    void textsThatNothingCanBeCalledAreRefused() {
        hostileTexts().forEach((name, text) -> {
            refused(name, tenant.staff().post("/companies", "{\"name\":" + text + "}"));
            refused(name, tenant.staff().patch(tenant.path(""), "{\"name\":" + text + "}"));
            refused(name, tenant.admin().post(tenant.path("/projects"), "{\"name\":" + text + "}"));
            refused(name, tenant.admin().post(tenant.path("/users"), "{\"userName\":" + text + "}"));
            refused(name, tenant.admin().patch(tenant.path("/users/" + pat), "{\"userName\":" + text + "}"));
            refused(name, tenant.admin().post(tenant.path("/users/" + pat + "/roles"), "{\"role\":" + text + "}"));
            refused(
                    name,
                    tenant.admin().post(tenant.path("/users/" + pat + "/projects"), "{\"projectId\":" + text + "}"));
            refused(name, tenant.platform().post("/sessions", "{\"userName\":" + text + ",\"platform\":\"web\"}"));
            refused(
                    name,
                    tenant.platform()
                            .post(
                                    "/sessions",
                                    "{\"userName\":\"" + tenant.userName("pat") + "\",\"platform\":" + text + "}"));
        });
        assertThat(CompanyRows.withoutLogOf(tenant.id())).isEqualTo(before);
    }

    @Test
    void whatIsNoUtf8IsRefused() {
        byte[] body = "{\"name\":\"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        String jwt = ServiceUnderTest.jwt(root, "group=staff");

        Answer answer = RawHttp.send(
                root,
                "POST /companies HTTP/1.1\nAuthorization: Bearer " + jwt + "\nContent-Type: application/json\n"
                        + "Content-Length: " + body.length,
                body);

        refused("Latin-1", answer);
    }

    @Test
    void oddIdsAreUnknown() {
        for (String odd :
                List.of("x", "%00", "a%00b", "%ff", "%ed%a0%80", "..%2f..", "%F0%9F%92%A9", "x".repeat(5_000))) {
            refused(odd, tenant.staff().get("/companies/" + odd));
            refused(odd, tenant.admin().get("/companies/" + odd + "/users"));
            refused(odd, tenant.admin().get(tenant.path("/users/" + odd)));
            refused(odd, tenant.admin().post(tenant.path("/users/" + odd + "/deactivate"), null));
            refused(odd, tenant.admin().delete(tenant.path("/users/" + pat + "/roles/" + odd)));
            refused(odd, tenant.admin().delete(tenant.path("/users/" + pat + "/projects/" + odd)));
            refused(odd, tenant.staff().get("/login-emails/" + odd));
            refused(odd, tenant.staff().post("/login-emails/" + odd + "/release", null));
            Answer ended = tenant.platform().delete("/sessions/" + odd);
            assertThat(ended.status()).as("%s: %s", odd, ended).isBetween(200, 499);
        }
        assertThat(CompanyRows.withoutLogOf(tenant.id())).isEqualTo(before);
    }

    @Test
    void aPageThatIsFarAwayIsEmpty() {
        for (String path : List.of("/companies", tenant.path("/projects"))) {
            Caller staff = tenant.staff();
            for (String page : List.of("21474836", "21474837", "42949673", "2147483647")) {
                Answer far = staff.get(path + "?page=" + page).expect(200);
                assertThat(far.json().isArray()).isTrue();
                assertThat(far.json()).as("%s?page=%s", path, page).isEmpty();
            }
            assertThat(staff.get(path + "?page=-1").expect(200).json())
                    .isEqualTo(staff.get(path).json());
            for (String odd : List.of("x", "1.5", "99999999999", "%00")) {
                refused(odd, staff.get(path + "?page=" + odd));
            }
        }
        for (String odd : List.of("x", "%00", "00000000-0000-0000-0000-000000000000", "")) {
            Answer list = tenant.admin().get(tenant.path("/users?after=" + odd));
            assertThat(list.status()).as("%s: %s", odd, list).isIn(200, 400);
        }
    }

    @Test
    void aTokenOfAnyFormIsNotActive() {
        for (String token :
                List.of("token=", "token=x", "token=%00", "token=%ff", "token=a.b.c", "token=" + "x".repeat(1_500))) {
            Answer answer = tenant.platform()
                    .with("Content-Type", "application/x-www-form-urlencoded")
                    .post("/sessions/introspect", token);
            assertThat(answer.status()).as("%s: %s", token, answer).isIn(200, 400);
            if (answer.status() == 200) {
                assertThat(answer.json().toString()).isEqualTo("{\"active\":false}");
            }
        }
    }

    private static void refused(String name, Answer answer) {
        assertThat(answer.status()).as("%s: %s", name, answer).isBetween(400, 499);
        answer.expectProblem(answer.status());
        assertThat(answer.body()).as(name).hasSizeLessThan(2_000);
    }
}
