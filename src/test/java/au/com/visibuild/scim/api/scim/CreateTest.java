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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code POST /Users} (RFC 7644 §3.3). */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class CreateTest {

    private static final String SOMEBODY = "00000000-0000-0000-0000-000000000000";

    @TestHTTPResource
    URI root;

    private IdentityProvider idp;

    @BeforeEach
    void aCompany() {
        idp = IdentityProvider.at(root);
    }

    @Test
    @Requirement({"CR-03", "CR-04", "CR-05", "CM-16", "RT-01"})
    void theAnswerIsTheWholePersonAndSaysWhere() {
        for (String base : List.of("/scim_v2", "/scim/v2")) {
            String body = IdentityProvider.user("'userName':'ann" + base.replace('/', '-') + "','title':'Fitter'")
                    .replace('\'', '"');

            Answer made = idp.caller().post(base + "/Users", body).expect(201);

            String location = root.resolve(base + "/Users/" + made.text("id")).toString();
            assertThat(made.header("location")).isEqualTo(location);
            assertThat(made.header("content-location")).isEqualTo(location);
            assertThat(made.json().at("/meta/location").asText()).isEqualTo(location);
            assertThat(made.text("title")).isEqualTo("Fitter");
            assertThat(idp.caller()
                            .get(URI.create(location).getPath())
                            .expect(200)
                            .json())
                    .isEqualTo(made.json());
        }
    }

    @Test
    @Requirement({"CM-07", "CM-08", "CM-12", "CM-13", "CM-14", "CM-15", "CR-01", "CR-06"})
    void whatIsTheServicesToSayIsNotTheClients() {
        Instant before = Instant.now().minusSeconds(1);

        JsonNode made = idp.make("'userName':'ann','id':'" + SOMEBODY
                        + "','meta':{'resourceType':'Group','created':'2001-01-01T00:00:00Z',"
                        + "'lastModified':'2001-01-01T00:00:00Z','version':'W/\\\"77\\\"','location':'http://x.example/'},"
                        + "'groups':[{'value':'g'}]")
                .expect(201)
                .json();

        assertThat(made.path("id").asText()).matches("[0-9a-f-]{36}").isNotEqualTo(SOMEBODY);
        assertThat(made.has("groups")).isFalse();
        JsonNode meta = made.path("meta");
        assertThat(meta.path("resourceType").asText()).isEqualTo("User");
        assertThat(Instant.parse(meta.path("created").asText()))
                .isBetween(before, Instant.now().plusSeconds(1));
        assertThat(meta.path("lastModified")).isEqualTo(meta.path("created"));
        assertThat(meta.path("version").asText()).isNotEqualTo("W/\"77\"");
        assertThat(meta.path("location").asText()).doesNotContain("x.example");
    }

    @Test
    @Requirement({"CM-01", "CM-02", "CM-03", "CM-04", "CM-05"})
    void schemasNameWhatThePersonHasAndNothingTwice() {
        JsonNode plain = idp.post(
                        "/Users",
                        "{'schemas':['" + IdentityProvider.USER + "','" + IdentityProvider.ENTERPRISE + "','"
                                + IdentityProvider.USER + "'],'userName':'ann'}")
                .expect(201)
                .json();
        JsonNode enterprise = idp.make("'userName':'bob','" + IdentityProvider.ENTERPRISE + "':{'costCenter':'7'}")
                .expect(201)
                .json();

        assertThat(plain.path("schemas")).extracting(JsonNode::asText).containsExactly(IdentityProvider.USER);
        assertThat(enterprise.path("schemas"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder(IdentityProvider.USER, IdentityProvider.ENTERPRISE);
        assertThat(enterprise
                        .path(IdentityProvider.ENTERPRISE)
                        .path("costCenter")
                        .asText())
                .isEqualTo("7");
    }

    @Test
    @Requirement({"CR-07", "US-01"})
    void aPersonWithoutANameToLogInByIsRefused() {
        for (String members :
                List.of("'title':'x'", "'userName':''", "'userName':null", "'userName':[]", "'userName':'  '")) {
            Answer answer = idp.make(members).expectScimError(400);
            assertThat(answer.text("scimType")).as(members).isEqualTo("invalidValue");
            assertThat(answer.text("detail")).as(members).contains("userName");
        }
    }

    @Test
    @Requirement("CR-08")
    void aResourceOfAnotherKindAndAMessageAreRefused() {
        for (String schemas : List.of(
                "'schemas':['urn:ietf:params:scim:schemas:core:2.0:Group'],",
                "'schemas':['" + IdentityProvider.ENTERPRISE + "','urn:ietf:params:scim:schemas:core:2.0:Group'],",
                "'schemas':['" + IdentityProvider.MESSAGES + "SearchRequest'],",
                "'schemas':'urn:ietf:params:scim:schemas:core:2.0:Group',")) {
            Answer answer = idp.post("/Users", "{" + schemas + "'userName':'ann'}");
            assertThat(answer.status()).as("%s: %s", schemas, answer).isEqualTo(400);
            assertThat(answer.text("scimType")).as("%s: %s", schemas, answer).isEqualTo("invalidSyntax");
        }
        assertThat(idp.find("userName eq \"ann\"").json().path("totalResults").asInt())
                .isZero();
    }

    @Test
    @Requirement({"CR-09", "US-01", "I18N-01", "I18N-02"})
    void aNameThatIsTakenIsAConflictInWhateverCase() {
        idp.make("'userName':'Straße-Ωmega'").expect(201);

        for (String same : List.of("Straße-Ωmega", "straße-ωmega", "STRAßE-ΩMEGA")) {
            Answer answer = idp.make("'userName':'" + same + "'").expectScimError(409);
            assertThat(answer.text("scimType")).isEqualTo("uniqueness");
            assertThat(answer.text("detail")).contains("userName");
            assertThat(idp.find("userName eq \"" + same + "\"")
                            .json()
                            .path("totalResults")
                            .asInt())
                    .as("one person by that name")
                    .isEqualTo(1);
        }
        idp.make("'userName':'Straße-Ωmeg'").expect(201);
    }

    @Test
    @Requirement({"CM-10"})
    void theExternalIdIsTheClientsWithItsCase() {
        idp.make("'userName':'ann','externalId':'Ext-1'").expect(201);

        assertThat(idp.make("'userName':'bob','externalId':'Ext-1'")
                        .expectScimError(409)
                        .text("scimType"))
                .isEqualTo("uniqueness");
        assertThat(idp.make("'userName':'bob','externalId':'ext-1'").expect(201).text("externalId"))
                .isEqualTo("ext-1");
        assertThat(idp.make("'userName':'eve'").expect(201).json().has("externalId"))
                .as("nothing is invented")
                .isFalse();
        IdentityProvider other = IdentityProvider.at(root);
        other.make("'userName':'ann','externalId':'Ext-1'").expect(201);
    }

    @Test
    @Requirement({"CR-10", "BASE-04"})
    void whatTheServiceDoesNotKnowIsNotKept() {
        Answer made = idp.post(
                        "/Users",
                        "{'schemas':['" + IdentityProvider.USER
                                + "','urn:example:unknown:1.0:User'],'userName':'ann','shoeSize':43,"
                                + "'name':{'givenName':'Ann','maidenName':'Bee'},"
                                + "'urn:example:unknown:1.0:User':{'x':1}}")
                .expect(201);

        assertThat(made.body()).doesNotContain("shoeSize", "maidenName", "urn:example");
        assertThat(made.json().at("/name/givenName").asText()).isEqualTo("Ann");
        assertThat(idp.get("/Users/" + made.text("id")).body()).isEqualTo(made.body());
    }

    @Test
    @Requirement({"US-07", "US-08", "AT-22"})
    void aPasswordIsAcceptedAndStoredNowhere() {
        String secret = "Tr0ub4dor&3-" + idp.tenant().mark();
        Answer made = idp.make("'userName':'ann','password':'" + secret + "'").expect(201);
        Answer refused =
                idp.make("'userName':'ann','password':'" + secret + "'").expectScimError(409);

        for (Answer answer : List.of(
                made,
                refused,
                idp.get("/Users/" + made.text("id") + "?attributes=password,userName"),
                idp.find("userName eq \"ann\""))) {
            assertThat(answer.body()).doesNotContain("password", secret);
        }
        assertThat(CompanyRows.of(idp.tenant().id()).toString()).doesNotContain("\"password\"", secret);
    }

    @Test
    @Requirement({"CR-02", "US-06"})
    void aPersonIsActiveUnlessToldOtherwise() {
        assertThat(idp.make("'userName':'ann'")
                        .expect(201)
                        .json()
                        .path("active")
                        .asBoolean())
                .isTrue();
        assertThat(idp.make("'userName':'bob','active':true")
                        .expect(201)
                        .json()
                        .path("active")
                        .asBoolean())
                .isTrue();
        JsonNode off = idp.make("'userName':'eve','active':false").expect(201).json();
        assertThat(off.path("active").isBoolean()).isTrue();
        assertThat(off.path("active").asBoolean()).isFalse();
    }

    @Test
    @Requirement({"AT-01", "AT-19", "CM-06"})
    void namesAreReadInAnyCaseAndNothingIsNothing() {
        JsonNode made = idp.post(
                        "/Users",
                        "{'SCHEMAS':['" + IdentityProvider.USER + "'],'USERNAME':'ann','EXTERNALID':'e1',"
                                + "'name':{'GIVENNAME':'Ann','familyName':null},"
                                + "'title':null,'nickName':'','emails':[],'phoneNumbers':[{'VALUE':'1'}]}")
                .expect(201)
                .json();

        assertThat(made.path("userName").asText()).isEqualTo("ann");
        assertThat(made.path("externalId").asText()).isEqualTo("e1");
        assertThat(made.at("/name/givenName").asText()).isEqualTo("Ann");
        assertThat(made.at("/phoneNumbers/0/value").asText()).isEqualTo("1");
        assertThat(made.has("title") || made.has("nickName") || made.has("emails"))
                .isFalse();
        assertThat(made.path("name").has("familyName")).isFalse();
    }

    @Test
    @Requirement("AT-14")
    void onlyOneValueIsPrimary() {
        JsonNode made = idp.make(
                        "'userName':'ann','emails':[{'value':'a1','primary':true},{'value':'a2','primary':true}]")
                .expect(201)
                .json();

        assertThat(made.at("/emails/0/primary").asBoolean()).isTrue();
        assertThat(made.at("/emails/1/primary").asBoolean()).isFalse();
    }

    @Test
    @Requirement({"DEL-04", "CM-08"})
    void theNameOfSomebodyWhoWasDeletedIsFreeAndTheIdIsNot() {
        String first = idp.made("'userName':'ann','externalId':'e1'");
        idp.delete("/Users/" + first).expect(204);

        String second = idp.made("'userName':'ann','externalId':'e1'");

        assertThat(second).isNotEqualTo(first);
        idp.get("/Users/" + first).expectScimError(404);
    }

    @Test
    @Requirement("ERR-01")
    void aRefusedPersonIsNotThere() {
        Map<String, List<String>> before = CompanyRows.withoutLogOf(idp.tenant().id());

        idp.make("'userName':'ann','active':'perhaps'").expectScimError(400);
        idp.make("'userName':'ann','emails':[{'value':{}}]").expectScimError(400);
        idp.make("'userName':'ann','meta':42,'name':'Ann'").expectScimError(400);

        assertThat(CompanyRows.withoutLogOf(idp.tenant().id())).isEqualTo(before);
    }
}
