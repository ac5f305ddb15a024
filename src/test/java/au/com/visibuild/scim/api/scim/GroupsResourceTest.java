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

/** There is no group sync: looking is free, writing is told what to switch off. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class GroupsResourceTest {

    private static final String GROUP =
            "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:Group'],'displayName':'Carpenters'}";

    @TestHTTPResource
    URI root;

    private IdentityProvider idp;
    private String person;

    @BeforeEach
    void aCompanyWithAPerson() {
        idp = IdentityProvider.at(root);
        person = idp.made("'userName':'ann'");
    }

    @Test
    @Requirement({"QU-02", "QU-03", "QU-04"})
    void everyListIsEmpty() {
        for (String query : List.of(
                "",
                "?filter=displayName+eq+%22Carpenters%22",
                "?filter=id+eq+%22" + person + "%22",
                "?filter=nonsense",
                "?excludedAttributes=members&startIndex=1&count=1",
                "?startIndex=9&count=0",
                "?cursor")) {
            assertEmpty(idp.get("/Groups" + query));
        }
        assertEmpty(idp.search("/Groups/.search", "'filter':'displayName pr'"));
        assertEmpty(idp.search("/Groups/.search", ""));
    }

    private static void assertEmpty(Answer answer) {
        JsonNode list = answer.expect(200).json();
        assertThat(list.at("/schemas/0").asText()).isEqualTo(IdentityProvider.MESSAGES + "ListResponse");
        assertThat(list.path("totalResults").isInt()).isTrue();
        assertThat(list.path("totalResults").asInt()).isZero();
        assertThat(list.path("itemsPerPage").asInt()).isZero();
        assertThat(list.path("Resources").isArray()).isTrue();
        assertThat(list.path("Resources")).isEmpty();
        assertThat(answer.header("content-type")).startsWith("application/scim+json");
    }

    @Test
    void noIdIsAGroups() {
        for (String id : List.of(person, "x", "00000000-0000-0000-0000-000000000000")) {
            idp.get("/Groups/" + id).expectScimError(404);
        }
    }

    @Test
    void everyWriteIsAnsweredByWhatToSwitchOff() {
        Map<String, List<String>> before = CompanyRows.withoutLogOf(idp.tenant().id());

        for (Answer answer : List.of(
                idp.post("/Groups", GROUP),
                idp.post("/Groups", "{"),
                idp.put("/Groups/" + person, GROUP),
                idp.patch("/Groups/" + person, "{'op':'add','path':'members','value':[{'value':'x'}]}"),
                idp.delete("/Groups/" + person),
                idp.with("Content-Type", "text/plain").post("/Groups", "x"))) {
            answer.expectScimError(501);
            assertThat(answer.json().path("detail").asText())
                    .containsIgnoringCase("group")
                    .containsPattern("Switch .* off");
        }

        assertThat(CompanyRows.withoutLogOf(idp.tenant().id())).isEqualTo(before);
    }

    @Test
    @Requirement("FMT-05")
    void theListItselfIsNotWritten() {
        for (String method : List.of("PUT", "PATCH", "DELETE")) {
            Answer answer = idp.caller().send(method, "/scim_v2/Groups", method.equals("DELETE") ? null : "{}");
            answer.expectScimError(405);
            assertThat(answer.header("allow")).contains("GET", "POST");
        }
    }

    @Test
    void itTakesATokenAllTheSame() {
        idp.tenant().anyone().get("/scim_v2/Groups").expectScimError(401);
        idp.tenant().anyone().post("/scim_v2/Groups", "{}").expectScimError(401);
        idp.tenant().anyone().delete("/scim_v2/Groups/x").expectScimError(401);
    }

    @Test
    @Requirement({"US-15", "CR-01", "PUT-07", "PATCH-07"})
    void thePersonsOwnGroupsCannotBeWrittenEither() {
        String groups = "'groups':[{'value':'carpenters'}]";

        String other = idp.made("'userName':'bob'," + groups);
        idp.put("/Users/" + person, IdentityProvider.user("'userName':'ann'," + groups))
                .expect(200);
        Answer refused = idp.patch("/Users/" + person, "{'op':'add','path':'groups','value':[{'value':'x'}]}");

        assertThat(refused.expectScimError(400).text("scimType")).isEqualTo("mutability");
        for (String id : List.of(person, other)) {
            assertThat(idp.get("/Users/" + id).expect(200).json().has("groups")).isFalse();
        }
    }
}
