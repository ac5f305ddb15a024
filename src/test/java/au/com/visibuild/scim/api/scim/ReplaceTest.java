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

/** {@code PUT /Users/{id}} (RFC 7644 §3.5.1). */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ReplaceTest {

    @TestHTTPResource
    URI root;

    private static final String ANN = "'userName':'ann','externalId':'e1','title':'Fitter','active':true,"
            + "'name':{'givenName':'Ann','familyName':'Bee'},"
            + "'emails':[{'value':'a1','type':'work','primary':true},{'value':'a2','type':'home'}],'"
            + IdentityProvider.ENTERPRISE + "':{'department':'Concrete','costCenter':'7'}";

    private IdentityProvider idp;
    private String id;
    private String path;
    private JsonNode before;

    @BeforeEach
    void aCompanyWithAPerson() {
        idp = IdentityProvider.at(root);
        JsonNode made = idp.make(ANN).expect(201).json();
        id = made.path("id").asText();
        path = "/Users/" + id;
        before = made;
    }

    private Answer put(String members) {
        return idp.put(path, IdentityProvider.user(members));
    }

    @Test
    @Requirement({"PUT-01", "PUT-03", "PUT-04", "PUT-09", "CM-15"})
    void whatIsSentReplacesWhatWasThere() {
        Answer replaced = put("'userName':'anna','name':{'givenName':'Anna'},'emails':[{'value':'a3'}]")
                .expect(200);

        JsonNode now = replaced.json();
        assertThat(now.path("id").asText()).isEqualTo(id);
        assertThat(now.path("userName").asText()).isEqualTo("anna");
        assertThat(now.path("name").toString()).isEqualTo("{\"givenName\":\"Anna\"}");
        assertThat(now.path("emails").toString()).isEqualTo("[{\"value\":\"a3\"}]");
        assertThat(now.has("title") || now.has("externalId") || now.has(IdentityProvider.ENTERPRISE))
                .as("what was not sent is gone: %s", now)
                .isFalse();
        assertThat(now.path("schemas")).extracting(JsonNode::asText).containsExactly(IdentityProvider.USER);
        assertThat(now.at("/meta/created")).isEqualTo(before.at("/meta/created"));
        assertThat(now.at("/meta/lastModified").asText())
                .isGreaterThan(before.at("/meta/lastModified").asText());
        assertThat(replaced.header("content-location")).endsWith("/scim_v2" + path);
        assertThat(idp.get(path).expect(200).json()).isEqualTo(now);
    }

    @Test
    @Requirement("PUT-05")
    void nullAndTheEmptyListClear() {
        JsonNode now = put("'userName':'ann','title':null,'emails':[],'" + IdentityProvider.ENTERPRISE
                        + "':{'department':null,'costCenter':'7'}")
                .expect(200)
                .json();

        assertThat(now.has("title") || now.has("emails")).isFalse();
        assertThat(now.path(IdentityProvider.ENTERPRISE).toString()).isEqualTo("{\"costCenter\":\"7\"}");
    }

    @Test
    @Requirement({"PUT-07", "CM-07", "CM-12"})
    void whatIsReadOnlyIsIgnored() {
        JsonNode now = put("'id':'other','meta':{'created':'2001-01-01T00:00:00Z','version':'x'},"
                        + "'groups':[{'value':'g'}]," + ANN)
                .expect(200)
                .json();

        assertThat(now).isEqualTo(before);
    }

    @Test
    @Requirement({"PUT-07", "ET-05"})
    void whatWasReadCanBeSentBackAndChangesNothing() {
        JsonNode now = idp.put(path, idp.get(path).body()).expect(200).json();

        assertThat(now).isEqualTo(before);
    }

    @Test
    @Requirement({"PUT-08", "US-01"})
    void whatIsRequiredMustBeSent() {
        for (String members : List.of("'title':'x'", "'userName':null", "'userName':''")) {
            Answer refused = put(members).expectScimError(400);
            assertThat(refused.text("scimType")).as(members).isEqualTo("invalidValue");
        }
        assertThat(idp.get(path).json()).isEqualTo(before);
    }

    @Test
    @Requirement("PUT-02")
    void nobodyIsMadeByIt() {
        Map<String, List<String>> rows = CompanyRows.withoutLogOf(idp.tenant().id());

        for (String nobody : List.of("00000000-0000-0000-0000-000000000000", "bob", id + "0")) {
            idp.put("/Users/" + nobody, IdentityProvider.user("'userName':'bob'"))
                    .expectScimError(404);
        }

        assertThat(CompanyRows.withoutLogOf(idp.tenant().id())).isEqualTo(rows);
    }

    @Test
    @Requirement({"PUT-11", "US-01"})
    void anothersNameIsAConflictAndOnesOwnIsNot() {
        idp.made("'userName':'bob','externalId':'e2'");

        for (String clash : List.of("'userName':'BOB'", "'userName':'ann','externalId':'e2'")) {
            assertThat(put(clash).expectScimError(409).text("scimType")).isEqualTo("uniqueness");
        }
        assertThat(idp.get(path).json()).isEqualTo(before);
        assertThat(put("'userName':'ANN'").expect(200).text("userName")).isEqualTo("ANN");
    }

    @Test
    @Requirement("PUT-04")
    void whoeverIsOffStaysOffUntilToldOtherwise() {
        put("'userName':'ann','active':false").expect(200);

        for (String silent : List.of("'userName':'ann','title':'x'", "'userName':'ann','active':null")) {
            assertThat(put(silent).expect(200).json().path("active").asBoolean(true))
                    .as(silent)
                    .isFalse();
        }
        assertThat(put("'userName':'ann','active':true")
                        .expect(200)
                        .json()
                        .path("active")
                        .asBoolean())
                .isTrue();
    }

    @Test
    @Requirement({"PUT-10", "US-07", "US-08"})
    void aPasswordIsDropped() {
        Answer replaced = put("'password':'Tr0ub4dor'," + ANN).expect(200);

        assertThat(replaced.json()).isEqualTo(before);
        assertThat(CompanyRows.of(idp.tenant().id()).toString()).doesNotContain("Tr0ub4dor");
    }

    @Test
    @Requirement("CR-08")
    void aBodyOfAnotherSchemaIsRefused() {
        for (String body : List.of(
                "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:Group'],'userName':'x'}",
                "{'schemas':['" + IdentityProvider.MESSAGES + "PatchOp'],'Operations':[]}")) {
            assertThat(idp.put(path, body).expectScimError(400).text("scimType"))
                    .isEqualTo("invalidSyntax");
        }
        assertThat(idp.get(path).json()).isEqualTo(before);
    }
}
