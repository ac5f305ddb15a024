package au.com.visibuild.scim.api.scim;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.CompanyRows;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.fixture.RawHttp;
import au.com.visibuild.scim.fixture.Tenant;
import au.com.visibuild.scim.requirement.Requirement;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Paths and queries meant to break something, sent as they are: refused with a SCIM error, and no way around the token. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class HostilePathsTest {

    @TestHTTPResource
    URI root;

    private Tenant tenant;
    private String token;
    private Map<String, List<String>> before;

    @BeforeEach
    void aCompanyWithAPerson() {
        tenant = Tenant.make(root);
        token = tenant.enable();
        tenant.person("pat");
        before = CompanyRows.withoutLogOf(tenant.id());
    }

    @AfterEach
    void nothingWasStored() {
        assertThat(CompanyRows.withoutLogOf(tenant.id())).isEqualTo(before);
    }

    @Test
    @Requirement("RT-01")
    void anIdOfAnyFormIsUnknown() {
        for (String id : List.of(
                "x",
                "0",
                "a%2Fb",
                "a%20b",
                "%C3%A9",
                "%F0%9F%92%A9",
                "'%20OR%20'1'='1",
                "%7B%7D",
                "00000000-0000-0000-0000-000000000000",
                "1-1-1-1-1",
                "Users",
                "x".repeat(5_000),
                "%41".repeat(1_500))) {
            for (String method : List.of("GET", "DELETE")) {
                send(method, "/scim_v2/Users/" + id).expectScimError(404);
            }
        }
    }

    @Test
    void encodedNonsenseIsRefused() {
        for (String odd : List.of("%00", "a%00b", "%c0%ae", "%ed%a0%80", "%ff")) {
            for (String path : List.of("/scim_v2/Users/", "/scim/v2/Users/", "/scim_v2/Schemas/", "/scim_v2/")) {
                assertRefused(path + odd);
            }
        }
    }

    /** The server refuses these before any of our code runs, and so without a body. */
    @Test
    void whatIsNoUriIsRefused() {
        for (String odd : List.of("%zz", "%", "%2", "a%", "%u0041", "{id}", "a|b", "\"x\"")) {
            for (String path : List.of("/scim_v2/Users/", "/scim/v2/Users?filter=", "/scim_v2/")) {
                Answer answer = send("GET", path + odd);
                assertThat(answer.status()).as("%s: %s", path + odd, answer).isEqualTo(400);
                assertThat(answer.body()).isEmpty();
            }
        }
    }

    @Test
    void dotSegmentsReachNobody() {
        for (String path : List.of(
                "/scim_v2/Users/%2e%2e",
                "/scim_v2/Users/%2e%2e/%2e%2e/companies",
                "/scim_v2/Users/../../companies",
                "/scim_v2/Users/%2e%2e%2f%2e%2e",
                "/scim_v2/Users/..%2f..%2fcompanies",
                "/scim_v2/Users/.%2e/x")) {
            Answer answer = send("GET", path);
            assertThat(answer.status()).as("%s: %s", path, answer).isBetween(200, 499);
            assertThat(answer.body()).as(path).doesNotContain("scimFeature");
        }
    }

    @Test
    @Requirement("AUTH-02")
    void noSpellingOfThePathLeadsAroundTheToken() {
        for (String path : List.of(
                "/scim%5Fv2/Groups",
                "/%73cim_v2/Groups",
                "/scim%5fv2/Users",
                "/scim%2Fv2/Users",
                "/x/../scim_v2/Groups",
                "/x/%2e%2e/scim_v2/Groups",
                "/./scim_v2/Groups",
                "/%2e/scim_v2/Users",
                "//scim_v2/Groups",
                "/scim_v2;a=b/Groups",
                "/scim_v2/Groups;a=b",
                "/;x/scim_v2/Groups",
                "/scim_v2%2FGroups",
                "/SCIM_V2/Groups",
                "/scim/./v2/Groups",
                "/scim/x/../v2/Groups",
                "/scim/%76%32/Groups",
                "/scim_v2/ServiceProviderConfig/../Groups",
                "/scim_v2/ServiceProviderConfig/%2e%2e/Groups",
                "/scim_v2/ServiceProviderConfig;/../Groups",
                "/scim_v2/ServiceProviderConfig%2f..%2fGroups",
                "http://elsewhere.example/scim_v2/Groups",
                "http://elsewhere.example/x/../scim_v2/Groups")) {
            Answer answer = RawHttp.send(root, "GET " + path + " HTTP/1.1\nAccept: */*", new byte[0]);
            assertThat(answer.status()).as("%s: %s", path, answer).isIn(400, 401, 404);
            assertThat(answer.body()).as(path).doesNotContain("totalResults");
        }
    }

    @Test
    @Requirement({"FI-03", "PG-06", "RT-04"})
    void brokenQueriesAreRefused() {
        for (String query : List.of(
                "filter=%00",
                "filter=userName%20eq%20%22%00%22",
                "filter=%c0%af",
                "filter=userName+eq+%22%ed%a0%80%22",
                "filter=userName+eq+%22%ff%22",
                "filter=",
                "filter=userName+eq",
                "filter=nonsense+eq+%22x%22",
                "filter=" + "(".repeat(3_000),
                "filter=userName+eq+%22" + "x".repeat(9_000) + "%22",
                "filter=" + "userName+eq+%22x%22+or+".repeat(300) + "id+pr",
                "startIndex=one",
                "count=many",
                "count=1.5",
                "sortBy=nonsense",
                "sortBy=userName&sortOrder=sideways",
                "attributes=a&excludedAttributes=b")) {
            assertRefused("/scim_v2/Users?" + query);
        }
    }

    @Test
    @Requirement("QU-01")
    void unusualButSoundQueriesAreAnswered() {
        for (String query : List.of("", "&", "&&a", "=", "a=b&c", "count=5&count=oops")) {
            send("GET", "/scim_v2/Users?" + query).expect(200);
        }
    }

    private void assertRefused(String target) {
        Answer answer = send("GET", target);
        assertThat(answer.status()).as("%s: %s", target, answer).isBetween(400, 499);
        answer.expectScimError(answer.status());
    }

    private Answer send(String method, String target) {
        return RawHttp.send(root, method + " " + target + " HTTP/1.1\nAuthorization: Bearer " + token, new byte[0]);
    }
}
