package au.com.visibuild.scim.api.scim;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.CompanyRows;
import au.com.visibuild.scim.fixture.IdentityProvider;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.requirement.Requirement;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code DELETE /Users/{id}} (RFC 7644 §3.6) as a client sees it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class DeleteTest {

    @TestHTTPResource
    URI root;

    private static final String TITLE = "{'op':'replace','path':'title','value':'x'}";

    private IdentityProvider idp;
    private String id;
    private String path;

    @BeforeEach
    void aCompanyWithAPerson() {
        idp = IdentityProvider.at(root);
        id = idp.made("'userName':'ann','externalId':'e1','title':'Fitter'");
        path = "/Users/" + id;
    }

    @Test
    @Requirement("DEL-01")
    void theAnswerIsEmpty() {
        Answer answer = idp.delete(path).expect(204);

        assertThat(answer.body()).isEmpty();
    }

    @Test
    @Requirement("DEL-02")
    void afterwardsEveryOperationAnswers404AndChangesNothing() {
        idp.delete(path).expect(204);
        Map<String, List<String>> rows = CompanyRows.withoutLogOf(idp.tenant().id());

        idp.get(path).expectScimError(404);
        idp.patch(path, TITLE).expectScimError(404);
        idp.put(path, IdentityProvider.user("'userName':'ann'")).expectScimError(404);
        idp.delete(path).expectScimError(404);
        idp.with("If-Match", "*").delete(path).expectScimError(404);
        JsonNode results = idp.bulk("{'method':'PATCH','path':'" + path + "','data':"
                        + IdentityProvider.message("PatchOp", "'Operations':[" + TITLE + "]") + "},"
                        + "{'method':'DELETE','path':'" + path + "'}")
                .expect(200)
                .json()
                .path("Operations");

        assertThat(results).extracting(result -> result.path("status").asText()).containsExactly("404", "404");
        assertThat(CompanyRows.withoutLogOf(idp.tenant().id())).isEqualTo(rows);
    }

    @Test
    @Requirement("DEL-03")
    void noQueryFindsThePersonAnyMore() {
        idp.made("'userName':'bob'");
        idp.delete(path).expect(204);

        for (String filter : List.of(
                "userName eq \"ann\"",
                "id eq \"" + id + "\"",
                "externalId eq \"e1\"",
                "title pr",
                "active eq false",
                "not (userName eq \"bob\") and not (userName sw \"admin-\")",
                "userName eq \"ann\" or title eq \"Fitter\"")) {
            assertThat(idp.find(filter).expect(200).json().path("totalResults").asInt())
                    .as(filter)
                    .isZero();
        }
        for (Answer list : List.of(
                idp.get("/Users"),
                idp.get(""),
                idp.get("/Users?sortBy=title"),
                idp.get("/Users?cursor="),
                idp.search("/Users/.search", ""),
                idp.search("/.search", ""))) {
            assertThat(list.expect(200).body()).contains("bob").doesNotContain(id);
        }
        assertThat(idp.get("/Users?count=0").json().path("totalResults").asInt())
                .as("bob and the admin")
                .isEqualTo(2);
    }

    @Test
    @Requirement("DEL-04")
    void theNameIsFreeForAnother() {
        String bob = idp.made("'userName':'bob'");
        idp.delete(path).expect(204);

        idp.patch("/Users/" + bob, "{'op':'replace','value':{'userName':'ANN','externalId':'e1'}}")
                .expect(200);
    }

    @Test
    @Requirement("DEL-05")
    void whoeverReportedToThePersonNoLongerShowsALink() {
        String reporter =
                idp.made("'userName':'bob','" + IdentityProvider.ENTERPRISE + "':{'manager':{'value':'" + id + "'}}");
        assertThat(idp.get("/Users/" + reporter).body()).contains("$ref");

        idp.delete(path).expect(204);

        assertThat(idp.get("/Users/" + reporter).expect(200).body()).doesNotContain("$ref");
    }

    @Test
    void nobodyIsNotDeleted() {
        for (String nobody : List.of("00000000-0000-0000-0000-000000000000", "ann", "x")) {
            idp.delete("/Users/" + nobody).expectScimError(404);
        }
        idp.get(path).expect(200);
    }
}
