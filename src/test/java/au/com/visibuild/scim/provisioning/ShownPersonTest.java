package au.com.visibuild.scim.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.Caller;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.fixture.Tenant;
import au.com.visibuild.scim.requirement.Requirement;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the answers to writes and reads show of a person (RFC 7643 §3.1, RFC 7644 §3.3 to §3.5, §3.9). */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ShownPersonTest {

    private static final String USERS = "/scim_v2/Users";
    private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:User";
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    @TestHTTPResource
    URI root;

    private Tenant tenant;
    private Caller scim;

    @BeforeEach
    void aCompany() {
        tenant = Tenant.make(root);
        scim = tenant.anyone().bearer(tenant.enable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/scim_v2", "/scim/v2"})
    @Requirement({
        "AT-10", "BASE-01", "CM-13", "CM-14", "CM-15", "CM-16", "CM-17", "CR-03", "CR-04", "CR-05", "CR-06", "ET-02"
    })
    void aCreateSaysWhereThePersonIsAndInWhichVersion(String base) {
        Answer made = scim.post(base + "/Users?unknown=1", body("ann", "\"title\":\"Fitter\""))
                .expect(201);

        JsonNode meta = made.json().path("meta");
        String location = meta.path("location").asText();
        assertThat(location).isEqualTo(absolute(base + "/Users/" + made.text("id")));
        assertThat(made.header("location")).isEqualTo(location);
        assertThat(made.header("content-location")).isEqualTo(location);
        assertThat(made.header("etag")).isEqualTo(meta.path("version").asText()).startsWith("W/\"");
        assertThat(meta.path("resourceType").asText()).isEqualTo("User");
        assertThat(Instant.parse(meta.path("created").asText())).isBeforeOrEqualTo(Instant.now());
        assertThat(meta.path("lastModified")).isEqualTo(meta.path("created"));
        Answer read = scim.get(URI.create(location).getPath()).expect(200);
        assertThat(read.json()).isEqualTo(made.json());
        assertThat(read.header("etag")).isEqualTo(made.header("etag"));
        assertThat(read.header("content-location")).isEqualTo(location);
    }

    @Test
    @Requirement({"BASE-04", "CM-07", "CM-10", "CM-12", "CR-01", "CR-02", "AT-01", "AT-19", "US-07"})
    void anAnswerShowsWhatBecameOfTheRequestAndNotItsText() {
        Answer made = scim.post(
                        USERS,
                        "{\"SCHEMAS\":[\"" + CORE + "\"],\"USERNAME\":\"" + tenant.userName("ann")
                                + "\",\"id\":\"mine\",\"meta\":{\"resourceType\":\"Mine\",\"version\":\"mine\"},"
                                + "\"groups\":[{\"value\":\"mine\"}],\"title\":null,\"roles\":[],\"password\":\"t1meMa$heen\","
                                + "\"name\":{\"GIVENNAME\":\"Ann\",\"familyName\":null}}")
                .expect(201);

        assertThat(members(made)).containsExactly("schemas", "id", "userName", "name", "active", "meta");
        assertThat(made.text("id")).isNotEqualTo("mine");
        assertThat(made.json().path("active").asBoolean()).isTrue();
        assertThat(made.json().path("name").toString()).isEqualTo("{\"givenName\":\"Ann\"}");
        assertThat(made.body()).doesNotContain("t1meMa$heen", "mine", "Mine");
    }

    @Test
    @Requirement({"CM-07", "CM-08", "CM-15", "CM-16", "CM-17", "ET-02", "PATCH-13"})
    void aChangeMovesLastModifiedAndVersionAndNothingElseOfMeta() {
        Answer made = scim.post(USERS, body("ann", "\"title\":\"Fitter\"")).expect(201);

        Answer changed = scim.patch(
                        USERS + "/" + made.text("id"),
                        patch("{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Foreman\"}"))
                .expect(200);

        JsonNode before = made.json().path("meta");
        JsonNode after = changed.json().path("meta");
        assertThat(changed.text("id")).isEqualTo(made.text("id"));
        assertThat(after.path("created")).isEqualTo(before.path("created"));
        assertThat(after.path("location")).isEqualTo(before.path("location"));
        assertThat(Instant.parse(after.path("lastModified").asText()))
                .isAfter(Instant.parse(before.path("lastModified").asText()));
        assertThat(after.path("version")).isNotEqualTo(before.path("version"));
        assertThat(changed.header("etag")).isEqualTo(after.path("version").asText());
        assertThat(changed.header("content-location"))
                .isEqualTo(after.path("location").asText());
        assertThat(scim.get(USERS + "/" + made.text("id")).json()).isEqualTo(changed.json());
    }

    @Test
    @Requirement({"RT-02", "RT-03", "AT-23", "AT-24", "PATCH-13", "QU-07"})
    void bothListsOfAttributesWorkWhereverAPersonIsAnswered() {
        String id = scim.post(USERS, body("ann", "\"title\":\"Fitter\"")).text("id");
        List<Function<String, Answer>> ways = List.of(
                query -> scim.get(USERS + "/" + id + query),
                query -> scim.put(USERS + "/" + id + query, body("ann", "\"title\":\"Fitter\"")),
                query -> scim.patch(
                        USERS + "/" + id + query, patch("{\"op\":\"add\",\"path\":\"title\",\"value\":\"Fitter\"}")),
                query -> scim.post(USERS + query, body("new" + query.length(), "\"title\":\"Fitter\"")));

        for (Function<String, Answer> way : ways) {
            assertThat(members(way.apply("?attributes=TITLE,meta.version")))
                    .containsExactly("schemas", "id", "title", "meta");
            assertThat(members(way.apply("?excludedAttributes=title,meta,id")))
                    .containsExactly("schemas", "id", "userName", "active");
        }
    }

    @Test
    @Requirement({"PUT-01", "PUT-03", "PUT-04", "PUT-05", "PUT-09", "AT-19", "CM-16"})
    void aPutAnswersTheWholePerson() {
        Answer made = scim.post(
                        USERS,
                        body("ann", "\"title\":\"Fitter\",\"nickName\":\"A\",\"emails\":[{\"value\":\"a@x.example\"}]"))
                .expect(201);

        Answer put = scim.put(
                        USERS + "/" + made.text("id"),
                        body("ann", "\"title\":\"Foreman\",\"emails\":[],\"externalId\":\"e1\""))
                .expect(200);

        assertThat(members(put)).containsExactly("schemas", "id", "externalId", "userName", "title", "active", "meta");
        assertThat(put.text("title")).isEqualTo("Foreman");
        assertThat(put.header("content-location"))
                .isEqualTo(put.json().path("meta").path("location").asText());
        assertThat(scim.get(USERS + "/" + made.text("id")).json()).isEqualTo(put.json());
    }

    @Test
    @Requirement({"CR-02", "FI-17"})
    void whoWasMadeWithoutActiveIsFoundByWhatWasAnswered() {
        Answer made = scim.post(USERS, body("ann", "\"title\":\"Fitter\"")).expect(201);
        String mine = "userName%20eq%20%22" + tenant.userName("ann") + "%22%20and%20active%20eq%20";

        assertThat(made.json().path("active").asBoolean()).isTrue();
        assertThat(scim.get(USERS + "?filter=" + mine + "true").text("totalResults"))
                .isEqualTo("1");
        assertThat(scim.get(USERS + "?filter=" + mine + "false").text("totalResults"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/scim_v2", "/scim/v2"})
    @Requirement({"AT-10", "AT-11", "DEL-05", "EN-02"})
    void aManagersReferenceLeadsToTheManagerWhileThereIsOne(String base) {
        String boss = scim.post(base + "/Users", body("boss", "\"displayName\":\"The boss\""))
                .expect(201)
                .text("id");
        Answer made = scim.post(
                        base + "/Users",
                        "{\"schemas\":[\"" + CORE + "\",\"" + ENTERPRISE + "\"],\"userName\":\""
                                + tenant.userName("ann") + "\",\"" + ENTERPRISE
                                + "\":{\"manager\":{\"value\":\"" + boss + "\",\"$ref\":\"../Users/other\"}}}")
                .expect(201);

        JsonNode manager = made.json().path(ENTERPRISE).path("manager");
        URI reference = URI.create(manager.path("$ref").asText());
        assertThat(reference).isEqualTo(URI.create(absolute(base + "/Users/" + boss)));
        assertThat(scim.get(reference.getPath()).expect(200).text("displayName"))
                .isEqualTo("The boss");

        scim.delete(base + "/Users/" + boss).expect(204);
        assertThat(scim.get(base + "/Users/" + made.text("id"))
                        .json()
                        .path(ENTERPRISE)
                        .path("manager")
                        .toString())
                .isEqualTo("{\"value\":\"" + boss + "\"}");
    }

    @Test
    @Requirement({"BULK-04", "BULK-05", "BULK-07"})
    void aBulkOperationThatFailedSaysWhichResourceItWasAbout() {
        String id = scim.post(USERS, body("ann", "\"title\":\"Fitter\"")).text("id");
        Answer answer = scim.post(
                        "/scim_v2/Bulk",
                        "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:BulkRequest\"],\"Operations\":["
                                + "{\"method\":\"PUT\",\"path\":\"/Groups/g\",\"data\":{}},"
                                + "{\"method\":\"PATCH\",\"path\":\"Users/nobody\",\"data\":{}},"
                                + "{\"method\":\"POST\",\"path\":\"/Users\",\"bulkId\":\"b\",\"data\":{}},"
                                + "{\"method\":\"DELETE\",\"path\":\"/Users/" + id + "\"}]}")
                .expect(200);

        assertThat(answer.json().path("Operations"))
                .extracting(operation -> operation.path("status").asText() + " "
                        + operation.path("location").asText())
                .containsExactly(
                        "501 " + absolute("/scim_v2/Groups/g"),
                        "404 " + absolute("/scim_v2/Users/nobody"),
                        "400 ",
                        "204 " + absolute("/scim_v2/Users/" + id));
    }

    private String absolute(String path) {
        return root.resolve(path).toString();
    }

    private static List<String> members(Answer answer) {
        return answer.json().propertyStream().map(Map.Entry::getKey).toList();
    }

    private static String patch(String operation) {
        return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[" + operation + "]}";
    }

    private String body(String name, String members) {
        return "{\"schemas\":[\"" + CORE + "\"],\"userName\":\"" + tenant.userName(name) + "\"," + members + "}";
    }
}
