package au.com.visibuild.scim.api.scim;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.CompanyRows;
import au.com.visibuild.scim.fixture.IdentityProvider;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.fixture.RawHttp;
import au.com.visibuild.scim.requirement.Requirement;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is meant to cost much: a clear refusal, in bounded time. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RobustnessTest {

    @TestHTTPResource
    URI root;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private IdentityProvider idp;
    private String person;
    private Map<String, List<String>> before;

    @BeforeEach
    void aCompanyWithAPerson() {
        idp = IdentityProvider.at(root);
        person = idp.made("'userName':'ann','emails':[{'value':'a1','type':'work'}]");
        before = CompanyRows.withoutLogOf(idp.tenant().id());
    }

    @AfterEach
    void nothingWasStored() {
        assertThat(CompanyRows.withoutLogOf(idp.tenant().id())).isEqualTo(before);
    }

    private static Answer timed(String name, Supplier<Answer> request) {
        Instant start = Instant.now();
        Answer answer = request.get();
        assertThat(Duration.between(start, Instant.now())).as(name).isLessThan(PATIENCE);
        return answer;
    }

    private static Map<String, String> hostileFilters() {
        Map<String, String> filters = new LinkedHashMap<>();
        filters.put("20,000 parentheses", "(".repeat(20_000) + "userName pr" + ")".repeat(20_000));
        filters.put("8,000 parentheses", "(".repeat(4_000) + "userName pr" + ")".repeat(4_000));
        filters.put("open parentheses", "(".repeat(8_000));
        filters.put("nots", "not (".repeat(1_500) + "userName pr" + ")".repeat(1_500));
        filters.put("brackets", "emails[".repeat(1_000) + "type pr" + "]".repeat(1_000));
        filters.put("10,000 ands", "id pr and ".repeat(10_000) + "id pr");
        filters.put("800 ands", "id pr and ".repeat(800) + "id pr");
        filters.put("800 ors", "id pr or ".repeat(800) + "id pr");
        filters.put("a huge number", "userName eq 1e1000000000");
        filters.put("a tiny number", "active eq 1e-1000000000");
        filters.put("a huge number in brackets", "emails[type eq 1e1000000000]");
        filters.put("a number of 5,000 digits", "userName gt " + "9".repeat(5_000));
        filters.put("an escaped half of a pair", "userName eq \"\\ud800\"");
        filters.put("the other half", "userName sw \"\\udc00x\"");
        filters.put("halves in the wrong order", "userName co \"\\udc00\\ud800\"");
        filters.put("an escaped NUL", "userName eq \"a\\u0000\"");
        filters.put("a NUL in a name", "user\\u0000Name pr");
        filters.put("a long name", "n".repeat(8_000) + " pr");
        filters.put("many dots", "a.".repeat(4_000) + "b pr");
        filters.put("many colons", "a:".repeat(4_000) + "b pr");
        filters.put("a long URN", "urn:" + "x".repeat(8_000) + ":userName pr");
        filters.put("many blanks", " ".repeat(8_000));
        filters.put("many quotes", "\"".repeat(8_000));
        filters.put("many backslashes", "userName eq \"" + "\\".repeat(8_000));
        return filters;
    }

    @Test
    void hostileFiltersAreRefused() {
        hostileFilters().forEach((name, filter) -> {
            String body = "{\"schemas\":[\"" + IdentityProvider.MESSAGES + "SearchRequest\"],\"filter\":"
                    + new TextNode(filter) + "}";
            for (String path : List.of("/scim_v2/Users/.search", "/scim_v2/.search")) {
                Answer byPost = timed(name, () -> idp.caller().post(path, body));
                byPost.expectScimError(400);
                assertThat(byPost.text("scimType")).as(name).isEqualTo("invalidFilter");
                assertThat(byPost.text("detail")).as(name).hasSizeLessThan(1_000);
            }
            String encoded = IdentityProvider.encoded(filter);
            if (encoded.length() < 30_000) {
                Answer byGet = timed(name, () -> idp.get("/Users?filter=" + encoded));
                byGet.expectScimError(400);
                assertThat(byGet.text("scimType")).as(name).isEqualTo("invalidFilter");
            }
        });
        Answer raw = timed("20,000 parentheses as they are", () -> idp.get("/Users?filter=" + "(".repeat(20_000)));
        assertThat(raw.expectScimError(400).text("scimType")).isEqualTo("invalidFilter");
    }

    /** The server refuses these before any of our code runs, and so without a body. */
    @Test
    void aRequestLineThatIsTooLongIsRefused() {
        String line = "GET /scim_v2/Users?filter=" + "id+pr+and+".repeat(10_000) + "id+pr";

        Answer answer = timed(
                "a long line",
                () -> RawHttp.send(root, line + " HTTP/1.1\nAuthorization: Bearer " + idp.token(), new byte[0]));

        answer.expect(414);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void theLargestFilterThatIsReadIsAnswered() {
        String ors = "emails[value co \"x\"] or ".repeat(199) + "userName eq \"ann\"";

        JsonNode found =
                timed("200 comparisons", () -> idp.find(ors)).expect(200).json();

        assertThat(found.path("totalResults").asInt()).isEqualTo(1);
    }

    @Test
    @Requirement("PATCH-05")
    void hostilePathsOfPatchesAreRefused() {
        hostileFilters().forEach((name, filter) -> {
            for (String path : List.of("emails[" + filter + "].value", filter)) {
                String body = "{\"schemas\":[\"" + IdentityProvider.MESSAGES + "PatchOp\"],\"Operations\":"
                        + "[{\"op\":\"replace\",\"path\":" + new TextNode(path) + ",\"value\":\"x\"}]}";
                Answer answer = timed(name, () -> idp.caller().patch("/scim_v2/Users/" + person, body));
                assertThat(answer.status()).as("%s: %s", name, answer).isIn(400, 413);
                answer.expectScimError(answer.status());
                assertThat(answer.text("scimType"))
                        .as("%s: %s", name, answer)
                        .isIn(answer.status() == 413 ? List.of("") : List.of("invalidPath", "invalidFilter"));
                assertThat(answer.text("detail")).as(name).hasSizeLessThan(1_000);
            }
        });
    }

    @Test
    void tooManyOperationsOfAPatchAreRefused() {
        String title = "{'op':'add','path':'title','value':'x'},";
        Map<Integer, List<Integer>> refusals = Map.of(1_001, List.of(413), 4_000, List.of(413), 100_000, List.of(413));
        refusals.forEach((count, statuses) -> {
            String operations = title.repeat(count - 1) + title.substring(0, title.length() - 1);
            Answer answer = timed(count + " operations", () -> idp.patch("/Users/" + person, operations));
            assertThat(answer.status()).as("%s: %s", count, answer).isIn(statuses);
            answer.expectScimError(answer.status());
        });
        for (String tiny : List.of("{},", "1,", "[],", "null,")) {
            Answer answer = timed(
                    tiny,
                    () -> idp.patch("/Users/" + person, tiny.repeat(100_000) + tiny.substring(0, tiny.length() - 1)));
            answer.expectScimError(400);
            assertThat(answer.text("scimType")).as(tiny).isEqualTo("invalidSyntax");
        }
    }

    @Test
    void aPatchThatLooksAtTooMuchIsRefused() {
        String emails = IntStream.range(0, 2_000)
                .mapToObj(i -> "{'value':'" + i + "'}")
                .collect(Collectors.joining(",", "{'op':'add','path':'emails','value':[", "]}"));
        String filter = "value eq \\\"x\\\" or ".repeat(50) + "value eq \\\"y\\\"";
        String looks = (",{'op':'remove','path':'emails[" + filter + "]'}").repeat(900);

        Answer answer = timed("900 looks", () -> idp.patch("/Users/" + person, emails + looks));

        assertThat(answer.status()).as("%s", answer).isIn(400, 413);
        answer.expectScimError(answer.status());
    }

    @Test
    void hostileBulksAreRefused() {
        String start = "{\"schemas\":[\"" + IdentityProvider.MESSAGES + "BulkRequest\"],\"Operations\":[";
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("cut off", start);
        bodies.put("a NUL", start + "\"\\u0000\"]}");
        bodies.put("half a pair", start + "\"\\ud800\"]}");
        bodies.put("a huge number", start + "1e1000000000]}");
        bodies.put("a huge failOnErrors", start + "],\"failOnErrors\":1e1000000000}");
        bodies.put("depth", start + "[".repeat(50_000) + "]".repeat(50_000) + "]}");
        bodies.put("a member twice", start + "],\"operations\":[]}");
        bodies.put(
                "a method twice",
                start + "{\"method\":\"POST\",\"METHOD\":\"DELETE\",\"path\":\"/Users/" + person + "\"}]}");
        bodies.put("500,000 elements", start + "1,".repeat(500_000) + "1]}");
        bodies.put("no objects", start + "null]}");
        bodies.forEach((name, body) -> {
            Answer answer = timed(name, () -> idp.caller().post("/scim_v2/Bulk", body));
            assertThat(answer.status()).as("%s: %s", name, answer).isIn(400, 413);
            answer.expectScimError(answer.status());
        });
    }

    @Test
    void aWholeBulkOfHostileOperationsIsAnsweredOneByOne() {
        String circle = IntStream.range(0, 300)
                .mapToObj(i -> "{'method':'PATCH','path':'/Users/bulkId:b" + (i + 1) + "','bulkId':'b" + i
                        + "','data':{'x':'bulkId:b" + (i + 2) + "'}}")
                .collect(Collectors.joining(","));

        JsonNode results = timed("references to nobody", () -> idp.bulk(circle))
                .expect(200)
                .json()
                .path("Operations");

        assertThat(results)
                .hasSize(300)
                .allSatisfy(result -> assertThat(result.path("status").asText()).isEqualTo("409"));
    }
}
