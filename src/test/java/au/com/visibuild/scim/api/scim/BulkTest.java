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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many operations in one request (RFC 7644 §3.7). */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class BulkTest {

    @TestHTTPResource
    URI root;

    private static final String TITLE = "{'op':'replace','path':'title','value':'Joiner'}";

    private IdentityProvider idp;

    @BeforeEach
    void aCompany() {
        idp = IdentityProvider.at(root);
    }

    private static String post(String bulkId, String members) {
        return "{'method':'POST','path':'/Users','bulkId':'" + bulkId + "','data':" + IdentityProvider.user(members)
                + "}";
    }

    private static String withManager(String name, String manager) {
        return "'userName':'" + name + "','" + IdentityProvider.ENTERPRISE + "':{'manager':{'value':'" + manager
                + "'}}";
    }

    private static String patch(String path, String operations) {
        return "{'method':'PATCH','path':'" + path + "','data':"
                + IdentityProvider.message("PatchOp", "'Operations':[" + operations + "]") + "}";
    }

    private static String put(String path, String members) {
        return "{'method':'PUT','path':'" + path + "','data':" + IdentityProvider.user(members) + "}";
    }

    private static String delete(String path) {
        return "{'method':'DELETE','path':'" + path + "'}";
    }

    private List<JsonNode> run(String... operations) {
        return results(idp.bulk(String.join(",", operations)));
    }

    private static List<JsonNode> results(Answer answer) {
        answer.expect(200);
        assertThat(answer.json().at("/schemas/0").asText()).isEqualTo(IdentityProvider.MESSAGES + "BulkResponse");
        assertThat(answer.json().has("failOnErrors")).isFalse();
        List<JsonNode> results = new ArrayList<>();
        answer.json().path("Operations").forEach(results::add);
        return results;
    }

    private static List<String> statuses(List<JsonNode> results) {
        assertThat(results)
                .allSatisfy(result -> assertThat(result.path("status").isTextual())
                        .as("%s", result)
                        .isTrue());
        return results.stream().map(result -> result.path("status").asText()).toList();
    }

    private static void assertError(JsonNode result, int status) {
        assertThat(result.path("status").asText()).as("%s", result).isEqualTo(Integer.toString(status));
        JsonNode error = result.path("response");
        assertThat(error.at("/schemas/0").asText()).as("%s", result).isEqualTo(IdentityProvider.MESSAGES + "Error");
        assertThat(error.path("status").asText()).as("%s", result).isEqualTo(Integer.toString(status));
        assertThat(error.path("detail").asText()).as("%s", result).isNotBlank();
    }

    private static String idIn(JsonNode result) {
        String location = result.path("location").asText();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private JsonNode named(String userName) {
        JsonNode found =
                idp.find("userName eq \"" + userName + "\"").expect(200).json();
        assertThat(found.path("totalResults").asInt()).as(userName).isEqualTo(1);
        return found.at("/Resources/0");
    }

    private JsonNode managerOf(String userName) {
        return named(userName).path(IdentityProvider.ENTERPRISE).path("manager");
    }

    private int total() {
        return idp.get("/Users?count=0").json().path("totalResults").asInt();
    }

    @Test
    @Requirement({"BULK-02", "BULK-03", "BULK-04", "BULK-07", "BULK-09"})
    void eachMethodDoesWhatItDoesAlone() {
        String ann = "/Users/" + idp.made("'userName':'ann'");
        String bob = "/Users/" + idp.made("'userName':'bob'");
        String cy = "/Users/" + idp.made("'userName':'cy'");

        List<JsonNode> results = run(
                post("new", "'userName':'dee','title':'Fitter'"),
                put(ann, "'userName':'anna'"),
                patch(bob, TITLE),
                delete(cy));

        assertThat(statuses(results)).containsExactly("201", "200", "200", "204");
        assertThat(results)
                .extracting(result -> result.path("method").asText())
                .containsExactly("POST", "PUT", "PATCH", "DELETE");
        assertThat(results.getFirst().path("bulkId").asText()).isEqualTo("new");
        assertThat(results)
                .extracting(result -> result.path("location").asText())
                .containsExactly(
                        named("dee").at("/meta/location").asText(),
                        root.resolve("/scim_v2" + ann).toString(),
                        root.resolve("/scim_v2" + bob).toString(),
                        root.resolve("/scim_v2" + cy).toString());
        assertThat(results.getFirst().path("version").asText())
                .isEqualTo(named("dee").at("/meta/version").asText());
        assertThat(results.get(1).path("version").asText())
                .isEqualTo(named("anna").at("/meta/version").asText());
        assertThat(results.get(2).path("version").asText())
                .isEqualTo(named("bob").at("/meta/version").asText());
        assertThat(named("bob").path("title").asText()).isEqualTo("Joiner");
        idp.get(cy).expectScimError(404);
    }

    @Test
    @Requirement({"BULK-07", "CR-05"})
    void locationsKeepTheBaseThatWasUsed() {
        String body = IdentityProvider.message("BulkRequest", "'Operations':[" + post("a", "'userName':'ann'") + "]");

        List<JsonNode> results = results(idp.caller().post("/scim/v2/Bulk/", body.replace('\'', '"')));

        assertThat(results.getFirst().path("location").asText())
                .startsWith(root.resolve("/scim/v2/Users/").toString());
    }

    @Test
    @Requirement({"BULK-05", "BULK-07", "BULK-08", "BULK-13"})
    void whatFailsDoesNotStopTheRest() {
        String ann = "/Users/" + idp.made("'userName':'ann','title':'Fitter'");

        List<JsonNode> results = run(
                post("1", "'userName':'bob'"),
                post("2", "'userName':'BOB'"),
                post("3", "'title':'nameless'"),
                patch(ann, TITLE + ",{'op':'remove','path':'userName'}"),
                put("/Users/00000000-0000-0000-0000-000000000000", "'userName':'x'"),
                delete("/Users/nobody"),
                post("4", "'userName':'cy'"));

        assertThat(statuses(results)).containsExactly("201", "409", "400", "400", "404", "404", "201");
        for (int i : List.of(1, 2, 3, 4, 5)) {
            assertError(
                    results.get(i),
                    Integer.parseInt(results.get(i).path("status").asText()));
        }
        assertThat(results.get(1).at("/response/scimType").asText()).isEqualTo("uniqueness");
        assertThat(results.get(1).has("location"))
                .as("a POST that failed is nowhere")
                .isFalse();
        assertThat(results.get(1).path("bulkId").asText()).isEqualTo("2");
        assertThat(results.get(3).path("location").asText()).endsWith("/scim_v2" + ann);
        assertThat(results.get(5).path("location").asText()).endsWith("/scim_v2/Users/nobody");
        assertThat(results.get(0).has("response")).isFalse();
        assertThat(named("ann").path("title").asText())
                .as("one operation is whole or not at all")
                .isEqualTo("Fitter");
        assertThat(total()).as("ann, bob, cy and the admin").isEqualTo(4);
    }

    @Test
    @Requirement("BULK-06")
    void afterSoManyErrorsTheRestIsLeft() {
        String failing = delete("/Users/nobody");
        for (int accepted : List.of(1, 2, 3)) {
            String operations = String.join(
                    ",",
                    post("a", "'userName':'a" + accepted + "'"),
                    failing,
                    post("b", "'userName':'b" + accepted + "'"),
                    failing,
                    post("c", "'userName':'c" + accepted + "'"));
            List<JsonNode> results = results(idp.post(
                    "/Bulk",
                    IdentityProvider.message(
                            "BulkRequest", "'failOnErrors':" + accepted + ",'Operations':[" + operations + "]")));
            assertThat(statuses(results))
                    .isEqualTo(List.of("201", "404", "201", "404", "201")
                            .subList(0, List.of(2, 4, 5).get(accepted - 1)));
        }
        for (String wrong : List.of("0", "-1", "1.5", "'one'", "[]", "1e999")) {
            idp.post(
                            "/Bulk",
                            IdentityProvider.message(
                                    "BulkRequest",
                                    "'failOnErrors':" + wrong + ",'Operations':[" + post("a", "'userName':'x'") + "]"))
                    .expectScimError(400);
        }
        assertThat(idp.find("userName eq \"x\"").json().path("totalResults").asInt())
                .isZero();
    }

    @Test
    @Requirement({"BULK-10", "EN-02", "CM-09"})
    void aReferenceToWhatIsMadeBesideItBecomesItsId() {
        List<JsonNode> results = run(
                post("boss", "'userName':'boss','displayName':'The boss'"),
                post("ann", withManager("ann", "bulkId:boss")),
                patch("/Users/bulkId:ann", "{'op':'add','path':'title','value':'Fitter'}"));

        assertThat(statuses(results)).containsExactly("201", "201", "200");
        JsonNode manager = managerOf("ann");
        assertThat(manager.path("value").asText()).isEqualTo(idIn(results.getFirst()));
        assertThat(manager.path("displayName").asText()).isEqualTo("The boss");
        assertThat(named("ann").path("title").asText()).isEqualTo("Fitter");
        assertThat(idp.get("/Users").body()).doesNotContain("bulkId");
    }

    @Test
    @Requirement({"BULK-10", "BULK-09"})
    void aReferenceMayStandBeforeWhatItRefersTo() {
        List<JsonNode> results = run(
                post("a", withManager("a", "bulkId:b")),
                post("b", withManager("b", "bulkId:c")),
                post("c", "'userName':'c'"));

        assertThat(statuses(results)).containsOnly("201").hasSize(3);
        assertThat(managerOf("a").path("value").asText())
                .isEqualTo(named("b").path("id").asText());
        assertThat(managerOf("b").path("value").asText())
                .isEqualTo(named("c").path("id").asText());
    }

    @Test
    @Requirement("BULK-11")
    void peopleWhoReferToEachOtherAreMade() {
        List<JsonNode> results = run(
                post("a", withManager("a", "bulkId:b")),
                post("b", withManager("b", "bulkId:c")),
                post("c", withManager("c", "bulkId:a")),
                post("self", withManager("self", "bulkId:self")),
                post("d", withManager("d", "bulkId:a")));

        assertThat(statuses(results)).containsOnly("201").hasSize(5);
        for (String pair : List.of("a b", "b c", "c a", "self self", "d a")) {
            String[] names = pair.split(" ");
            assertThat(managerOf(names[0]).path("value").asText())
                    .as(pair)
                    .isEqualTo(named(names[1]).path("id").asText());
        }
        assertThat(results.stream()
                        .collect(
                                Collectors.toMap(result -> result.path("bulkId").asText(), BulkTest::idIn)))
                .as("answered ids are those of the people")
                .allSatisfy((name, id) ->
                        assertThat(named(name).path("id").asText()).isEqualTo(id));
    }

    @Test
    @Requirement("BULK-11")
    void noCircleIsLeftWithAReferenceToSomebodyWhoWasNotMade() {
        idp.made("'userName':'taken'");

        List<JsonNode> results =
                run(post("a", withManager("a", "bulkId:b")), post("b", withManager("taken", "bulkId:a")));

        assertThat(statuses(results)).containsExactlyInAnyOrder("409", "409");
        assertThat(idp.find("userName eq \"a\"").json().path("totalResults").asInt())
                .isZero();
    }

    @Test
    @Requirement("BULK-10")
    void aReferenceToWhatFailedOrWasNeverThereFails() {
        List<JsonNode> results = run(
                post("bad", "'title':'nameless'"),
                post("a", withManager("a", "bulkId:bad")),
                post("b", withManager("b", "bulkId:unheard-of")),
                delete("/Users/bulkId:bad"),
                post("c", "'userName':'c'"));

        assertThat(results).hasSize(5);
        Map<String, String> byId = results.stream()
                .collect(Collectors.toMap(
                        result -> result.path("method").asText()
                                + result.path("bulkId").asText(),
                        result -> result.path("status").asText()));
        assertThat(byId)
                .isEqualTo(Map.of("POSTbad", "400", "POSTa", "409", "POSTb", "409", "DELETE", "409", "POSTc", "201"));
        assertThat(total()).isEqualTo(2);
    }

    @Test
    @Requirement({"BULK-03", "ET-04"})
    void aVersionIsTheConditionOfItsOperation() {
        String ann = "/Users/" + idp.made("'userName':'ann'");
        String version = idp.get(ann).header("etag").replace("\"", "\\\"");
        String stale = ",'version':'W/\\\"0\\\"'}";
        String current = ",'version':'" + version + "'}";
        String unreadable = ",'version':7}";

        List<JsonNode> results = run(
                with(patch(ann, TITLE), stale),
                with(put(ann, "'userName':'x'"), stale),
                with(delete(ann), stale),
                with(patch(ann, TITLE), current),
                with(patch(ann, TITLE), current));

        assertThat(statuses(results)).containsExactly("412", "412", "412", "200", "412");
        assertError(results.getFirst(), 412);
        idp.bulk(with(delete(ann), unreadable)).expectScimError(400);
        idp.get(ann).expect(200);
    }

    private static String with(String operation, String end) {
        return operation.substring(0, operation.length() - 1) + end;
    }

    @Test
    void groupsAreToldWhatToSwitchOffAndTheRestIsDone() {
        List<JsonNode> results = run(
                "{'method':'POST','path':'/Groups','bulkId':'g','data':{'displayName':'Carpenters'}}",
                patch("/Groups/g1", "{'op':'add','path':'members','value':[]}"),
                delete("/Groups/g1"),
                post("a", "'userName':'ann'"));

        assertThat(statuses(results)).containsExactly("501", "501", "501", "201");
        assertError(results.getFirst(), 501);
        assertThat(results.getFirst().at("/response/detail").asText()).contains("Switch group provisioning off");
        assertThat(results.get(2).path("location").asText()).endsWith("/scim_v2/Groups/g1");
    }

    @Test
    @Requirement("BULK-03")
    void aPathThatIsNoPersonsFailsAndTouchesNobody() {
        String id = idp.made("'userName':'ann'");
        Map<String, List<String>> before = CompanyRows.withoutLogOf(idp.tenant().id());

        List<JsonNode> results = run(
                delete("/Users/x/" + id),
                delete("/Users/Users/" + id),
                delete("/Nothing/" + id),
                delete("/scim_v2/Users/" + id),
                delete("/Users/" + id + "/"),
                delete("/Users/" + id + "?x=y"),
                delete("/Users"),
                delete("/Users/"),
                delete("/"),
                patch("/Users/" + id + "/title", TITLE),
                "{'method':'POST','path':'/Bulk','bulkId':'n','data':"
                        + IdentityProvider.message("BulkRequest", "'Operations':[" + delete("/Users/" + id) + "]")
                        + "}",
                "{'method':'POST','path':'/Users/.search','bulkId':'s','data':{}}",
                "{'method':'POST','path':'/Users/" + id + "','bulkId':'p','data':{}}",
                "{'method':'PUT','path':'/Me','data':{}}");

        assertThat(results).allSatisfy(result -> {
            assertThat(result.path("status").asText()).as("%s", result).isIn("404", "501");
            assertError(result, result.path("status").asInt());
        });
        assertThat(results).hasSize(14);
        assertThat(CompanyRows.withoutLogOf(idp.tenant().id())).isEqualTo(before);
    }

    @Test
    @Requirement({"BULK-12", "CFG-02"})
    void overALimitTheAnswerSaysWhich() {
        String operation = delete("/Users/nobody");
        idp.bulk(String.join(",", Collections.nCopies(1_000, operation))).expect(200);
        Answer many = idp.bulk(String.join(",", Collections.nCopies(1_001, operation)));
        Answer large = idp.bulk(post("a", "'userName':'ann','title':'" + "x".repeat(1 << 20) + "'"));

        many.expectScimError(413);
        assertThat(many.text("detail")).contains("maxOperations", "1000");
        large.expectScimError(413);
        assertThat(large.text("detail")).contains("maxPayloadSize", "1048576");
        assertThat(total()).isEqualTo(1);
    }

    @Test
    @Requirement({"BULK-12", "BULK-04"})
    void aThousandOrdinaryPeopleFit() {
        List<String> operations = IntStream.range(0, 1_000)
                .mapToObj(i -> post(
                        "b" + i,
                        "'userName':'p" + i + "','active':true,'externalId':'" + i
                                + "','displayName':'P','title':'T','preferredLanguage':'en',"
                                + "'name':{'givenName':'P','familyName':'Q','formatted':'PQ'},"
                                + "'emails':[{'value':'" + i + "@x','type':'work','primary':true}],"
                                + "'phoneNumbers':[{'value':'" + i + "','type':'work'}],'" + IdentityProvider.ENTERPRISE
                                + "':{'department':'D','manager':{'value':'bulkId:b" + (i + 1) % 1_000 + "'}}"))
                .toList();

        List<JsonNode> results = results(idp.bulk(String.join(",", operations)));

        assertThat(results).hasSize(1_000);
        assertThat(statuses(results)).containsOnly("201");
        assertThat(total()).isEqualTo(1_001);
    }

    @Test
    @Requirement({"BULK-02", "BULK-03", "CR-08"})
    void whatIsNoBulkRequestIsRefusedAsAWhole() {
        String good = post("good", "'userName':'ann'");
        for (String body : List.of(
                "{'Operations':[" + good + "]}",
                "{'schemas':['" + IdentityProvider.MESSAGES + "BulkResponse'],'Operations':[" + good + "]}",
                IdentityProvider.message("BulkRequest", ""),
                IdentityProvider.message("BulkRequest", "'Operations':[]"),
                IdentityProvider.message("BulkRequest", "'Operations':{}"),
                IdentityProvider.message("BulkRequest", "'Operations':[" + good + ",42]"),
                IdentityProvider.message("BulkRequest", "'Operations':[" + good + ",{}]"),
                IdentityProvider.message("BulkRequest", "'Operations':[" + good + "," + good + "]"),
                request(good, "{'method':'GET','path':'/Users'}"),
                request(good, "{'method':'DELETE'}"),
                request(good, "{'path':'/Users/x'}"),
                request(good, "{'method':'POST','path':'/Users','data':{}}"),
                request(good, "{'method':'POST','path':'/Users','bulkId':'x'}"),
                request(good, "{'method':'POST','path':'/Users','bulkId':7,'data':{}}"),
                request(good, "{'method':'PATCH','path':'/Users/x','data':[]}"),
                request(good, "{'method':'DELETE','path':'/Users/x','bulkId':{}}"))) {
            Answer refused = idp.post("/Bulk", body);
            assertThat(refused.status()).as("%s: %s", body, refused).isEqualTo(400);
            assertThat(refused.text("scimType")).as("%s: %s", body, refused).isEqualTo("invalidSyntax");
        }
        assertThat(total()).isEqualTo(1);
    }

    private static String request(String good, String bad) {
        return IdentityProvider.message("BulkRequest", "'Operations':[" + good + "," + bad + "]");
    }

    @Test
    @Requirement({"BULK-13", "AUTH-03", "TEN-01"})
    void anotherCompanysPeopleAreNobody() {
        IdentityProvider other = IdentityProvider.at(root);
        String theirs = "/Users/" + other.made("'userName':'eve'");
        Map<String, List<String>> before = CompanyRows.of(other.tenant().id());

        List<JsonNode> results = run(
                patch(theirs, TITLE),
                put(theirs, "'userName':'x'"),
                delete(theirs),
                post("a", withManager("ann", theirs.substring("/Users/".length()))));

        assertThat(statuses(results)).containsExactly("404", "404", "404", "201");
        assertThat(managerOf("ann").has("displayName") || managerOf("ann").has("$ref"))
                .isFalse();
        assertThat(CompanyRows.of(other.tenant().id())).isEqualTo(before);
    }

    @Test
    @Requirement("FMT-05")
    void itIsOnlyPosted() {
        for (String method : List.of("GET", "PUT", "PATCH", "DELETE")) {
            Answer answer = idp.caller().send(method, "/scim_v2/Bulk", method.startsWith("P") ? "{}" : null);
            assertThat(answer.expectScimError(405).header("allow")).isEqualTo("POST");
        }
        idp.tenant().anyone().post("/scim_v2/Bulk", "{}").expectScimError(401);
    }
}
