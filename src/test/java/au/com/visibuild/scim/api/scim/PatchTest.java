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

/** {@code PATCH /Users/{id}} over HTTP (RFC 7644 §3.5.2); what each operation means is tested beside the engine. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class PatchTest {

    @TestHTTPResource
    URI root;

    private static final String TITLE = "{'op':'replace','path':'title','value':'Joiner'}";

    private IdentityProvider idp;
    private String path;
    private JsonNode before;

    @BeforeEach
    void aCompanyWithAPerson() {
        idp = IdentityProvider.at(root);
        before = idp.make("'userName':'ann','title':'Fitter','emails':[{'value':'a1','type':'work','primary':true}]")
                .expect(201)
                .json();
        path = "/Users/" + before.path("id").asText();
    }

    @Test
    @Requirement({"PATCH-01", "PATCH-13", "PATCH-REP-02"})
    void theAnswerIsTheWholePerson() {
        Answer patched = idp.patch(path, TITLE).expect(200);

        assertThat(patched.text("title")).isEqualTo("Joiner");
        assertThat(patched.text("userName")).isEqualTo("ann");
        assertThat(patched.header("content-location")).endsWith("/scim_v2" + path);
        assertThat(patched.header("etag"))
                .isEqualTo(patched.json().at("/meta/version").asText());
        assertThat(idp.get(path).expect(200).json()).isEqualTo(patched.json());
        assertThat(patched.json().at("/meta/lastModified").asText())
                .isGreaterThan(before.at("/meta/lastModified").asText());
        assertThat(patched.json().at("/meta/created")).isEqualTo(before.at("/meta/created"));
    }

    @Test
    @Requirement({"PATCH-13", "RT-02"})
    void namedAttributesAreAnsweredByThemselvesAlsoWhenNothingChanged() {
        for (int i = 0; i < 2; i++) {
            JsonNode some =
                    idp.patch(path + "?attributes=title", TITLE).expect(200).json();
            assertThat(some.path("title").asText()).isEqualTo("Joiner");
            assertThat(some.has("userName") || some.has("meta")).isFalse();
            assertThat(some.path("id")).isEqualTo(before.path("id"));
        }
        assertThat(idp.patch(path + "?excludedAttributes=emails", TITLE)
                        .expect(200)
                        .json()
                        .has("emails"))
                .isFalse();
    }

    @Test
    @Requirement({"PATCH-10", "PATCH-14"})
    void oneOperationThatFailsUndoesAllOfThem() {
        Map<String, List<String>> rows = CompanyRows.withoutLogOf(idp.tenant().id());

        for (String failing : List.of(
                "{'op':'remove','path':'userName'}",
                "{'op':'replace','path':'emails[type eq \\\"pager\\\"]','value':{'value':'x','type':{}}}",
                "{'op':'replace','path':'active','value':'perhaps'}",
                "{'op':'remove'}",
                "{'op':'replace','path':'id','value':'x'}")) {
            idp.patch(path, TITLE + ",{'op':'replace','path':'active','value':false}," + failing)
                    .expectScimError(400);
        }

        assertThat(CompanyRows.withoutLogOf(idp.tenant().id())).isEqualTo(rows);
    }

    @Test
    @Requirement({"PATCH-10", "PATCH-09", "PUT-11"})
    void aClashWithAnotherPersonUndoesAllOfThemToo() {
        idp.made("'userName':'bob','externalId':'e2'");
        Map<String, List<String>> rows = CompanyRows.withoutLogOf(idp.tenant().id());

        for (String clash : List.of(
                "{'op':'replace','path':'userName','value':'BOB'}", "{'op':'add','value':{'externalId':'e2'}}")) {
            Answer refused = idp.patch(path, TITLE + "," + clash).expectScimError(409);
            assertThat(refused.text("scimType")).isEqualTo("uniqueness");
        }

        assertThat(CompanyRows.withoutLogOf(idp.tenant().id())).isEqualTo(rows);
        idp.patch(
                        path,
                        "{'op':'replace','path':'userName','value':'bob'},{'op':'replace','path':'userName','value':'cy'}")
                .expect(200);
        assertThat(idp.get(path).text("userName"))
                .as("only where the operations end must be free")
                .isEqualTo("cy");
    }

    @Test
    @Requirement({"PATCH-ADD-06", "ET-05"})
    void whatChangesNothingKeepsVersionAndTime() {
        for (String same : List.of(
                "{'op':'replace','path':'title','value':'Fitter'}",
                "{'op':'add','path':'emails','value':[{'value':'a1','type':'work','primary':true}]}",
                "{'op':'add','value':{'userName':'ann','title':'Fitter'}}",
                "{'op':'remove','path':'nickName'}",
                TITLE + ",{'op':'replace','path':'title','value':'Fitter'}")) {
            Answer answer = idp.patch(path, same).expect(200);
            assertThat(answer.json()).as(same).isEqualTo(before);
        }
    }

    @Test
    @Requirement({"PATCH-02", "PATCH-03", "PATCH-04"})
    void aBodyThatIsNoPatchIsRefused() {
        for (String body : List.of(
                "{'Operations':[" + TITLE + "]}",
                "{'schemas':['" + IdentityProvider.USER + "'],'Operations':[" + TITLE + "]}",
                IdentityProvider.message("PatchOp", ""),
                IdentityProvider.message("PatchOp", "'Operations':[]"),
                IdentityProvider.message("PatchOp", "'Operations':[{'path':'title','value':'x'}]"),
                IdentityProvider.message("PatchOp", "'Operations':[{'op':'move','path':'title','value':'x'}]"))) {
            Answer refused = idp.caller().patch("/scim_v2" + path, body.replace('\'', '"'));
            assertThat(refused.expectScimError(400).text("scimType")).as(body).isEqualTo("invalidSyntax");
        }
        String otherCase = IdentityProvider.message("PatchOp", "'OPERATIONS':[" + TITLE + "]");
        idp.caller().patch("/scim_v2" + path, otherCase.replace('\'', '"')).expect(200);
    }

    @Test
    @Requirement({"PATCH-05", "PATCH-06", "PATCH-07", "PATCH-REM-01", "PATCH-REM-04", "PATCH-ADD-01", "PATCH-REP-07"})
    void everyRefusalNamesItsKind() {
        Map<String, String> kinds = Map.of(
                "{'op':'remove'}", "noTarget",
                "{'op':'remove','path':'userName'}", "mutability",
                "{'op':'replace','path':'meta.created','value':'2001-01-01T00:00:00Z'}", "mutability",
                "{'op':'add','path':'title'}", "invalidValue",
                "{'op':'replace','path':'title','value':[[42]]}", "invalidValue",
                "{'op':'replace','path':'emails[0].value','value':'x'}", "invalidFilter",
                "{'op':'replace','path':'/title','value':'x'}", "invalidPath",
                "{'op':'replace','path':'emails[nonsense eq 1].value','value':'x'}", "invalidFilter",
                "{'op':'replace','path':'emails[type ne \\\"work\\\"].value','value':'x'}", "noTarget");
        kinds.forEach((operation, kind) -> {
            Answer refused = idp.patch(path, operation).expectScimError(400);
            assertThat(refused.text("scimType"))
                    .as("%s: %s", operation, refused)
                    .isEqualTo(kind);
        });
        assertThat(idp.get(path).json()).isEqualTo(before);
    }

    @Test
    @Requirement({"PATCH-11", "AT-14"})
    void aNewPrimaryTakesItFromTheOld() {
        JsonNode emails = idp.patch(path, "{'op':'add','path':'emails','value':[{'value':'a2','primary':true}]}")
                .expect(200)
                .json()
                .path("emails");

        assertThat(emails).hasSize(2);
        assertThat(emails.path(0).path("primary").asBoolean()).isFalse();
        assertThat(emails.path(1).path("primary").asBoolean()).isTrue();
    }

    @Test
    @Requirement({"PATCH-12", "CM-02"})
    void anExtensionComesAndGoesWithItsUrn() {
        String department = IdentityProvider.ENTERPRISE + ":department";
        JsonNode with = idp.patch(path, "{'op':'add','path':'" + department + "','value':'Concrete'}")
                .expect(200)
                .json();
        JsonNode without = idp.patch(path, "{'op':'remove','path':'" + department + "'}")
                .expect(200)
                .json();

        assertThat(with.path("schemas")).extracting(JsonNode::asText).contains(IdentityProvider.ENTERPRISE);
        assertThat(without.path("schemas")).extracting(JsonNode::asText).containsExactly(IdentityProvider.USER);
        assertThat(without.has(IdentityProvider.ENTERPRISE)).isFalse();
    }

    @Test
    void nobodyIsChangedWhoIsNotThere() {
        idp.patch("/Users/00000000-0000-0000-0000-000000000000", TITLE).expectScimError(404);
        idp.patch("/Users/ann", TITLE).expectScimError(404);
    }
}
