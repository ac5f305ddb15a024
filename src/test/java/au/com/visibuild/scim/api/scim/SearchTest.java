package au.com.visibuild.scim.api.scim;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.IdentityProvider;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.requirement.Requirement;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Queries by POST (RFC 7644 §3.4.3). */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SearchTest {

    @TestHTTPResource
    URI root;

    private IdentityProvider idp;

    @BeforeEach
    void aCompanyWithPeople() {
        idp = IdentityProvider.at(root);
        for (int i = 0; i < 5; i++) {
            idp.made("'userName':'p" + i + "','title':'t" + i % 2 + "'");
        }
    }

    @Test
    @Requirement({"SR-01", "SR-02", "SR-03", "QU-05", "BASE-06"})
    void theAnswerIsThatOfTheSameGet() {
        Map<String, String> same = Map.of(
                "filter=" + IdentityProvider.encoded("title eq \"t0\""),
                "'filter':'title eq \\\"t0\\\"'",
                "sortBy=title&sortOrder=descending",
                "'sortBy':'title','sortOrder':'descending'",
                "startIndex=2&count=2",
                "'startIndex':2,'count':2",
                "startIndex=-3&count=-1",
                "'startIndex':-3,'count':-1",
                "attributes=userName,title",
                "'attributes':['userName','title']",
                "excludedAttributes=meta",
                "'excludedAttributes':['meta']",
                "",
                "",
                "count=0",
                "'filter':null,'sortBy':null,'attributes':null,'COUNT':0");
        same.forEach((query, members) -> {
            Answer get = idp.get("/Users?" + query).expect(200);
            for (String path : List.of("/Users/.search", "/.search", "/.search/")) {
                Answer search = idp.search(path, members).expect(200);
                assertThat(search.json()).as("%s %s", path, members).isEqualTo(get.json());
                assertThat(search.header("content-type")).startsWith("application/scim+json");
            }
        });
        assertThat(idp.get("/Users?count=0").json().path("totalResults").asInt())
                .as("nothing was made")
                .isEqualTo(6);
    }

    @Test
    @Requirement("SR-02")
    void aBodyOfAnotherSchemaIsRefused() {
        for (String path : List.of("/Users/.search", "/.search")) {
            for (String body : List.of(
                    "{}",
                    "{'filter':'userName pr'}",
                    IdentityProvider.user("'userName':'x'"),
                    IdentityProvider.message("ListResponse", ""),
                    "{'schemas':'" + IdentityProvider.MESSAGES + "SearchRequest'}")) {
                Answer refused = idp.post(path, body).expectScimError(400);
                assertThat(refused.text("scimType")).as("%s %s", path, body).isIn("invalidSyntax", "invalidValue");
            }
        }
    }

    @Test
    @Requirement({"SR-02", "SR-03"})
    void aMemberOfAWrongTypeIsRefusedByName() {
        for (String member : List.of(
                "'attributes':'userName'",
                "'excludedAttributes':[1]",
                "'filter':true",
                "'sortBy':['title']",
                "'sortOrder':1",
                "'startIndex':[1]",
                "'count':'many'",
                "'count':1.5",
                "'cursor':7")) {
            Answer refused = idp.search("/Users/.search", member).expectScimError(400);
            assertThat(refused.text("scimType")).as(member).isEqualTo("invalidValue");
            assertThat(refused.text("detail")).contains(member.substring(1, member.indexOf('\'', 1)));
        }
    }

    @Test
    @Requirement("FMT-05")
    void itIsOnlyPosted() {
        for (String path : List.of("/scim_v2/.search", "/scim_v2/Users/.search", "/scim_v2/Groups/.search")) {
            for (String method : List.of("GET", "PUT", "PATCH", "DELETE")) {
                Answer answer = idp.caller().send(method, path, method.startsWith("P") ? "{}" : null);
                answer.expectScimError(405);
                assertThat(answer.header("allow")).as(method + " " + path).isEqualTo("POST");
            }
            idp.tenant().anyone().post(path, "{}").expectScimError(401);
        }
    }
}
