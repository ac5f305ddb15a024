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
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bodies meant to break something: each is refused with a SCIM error, and nothing of the company changes. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class HostileBodiesTest {

    private static final int MEBIBYTE = 1 << 20;
    private static final String START =
            "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"u\",";

    @TestHTTPResource
    URI root;

    private Tenant tenant;
    private String token;
    private String person;
    private Map<String, List<String>> before;

    @BeforeEach
    void aCompanyWithAPerson() {
        tenant = Tenant.make(root);
        token = tenant.enable();
        person = tenant.person("pat");
        before = CompanyRows.withoutLogOf(tenant.id());
    }

    @AfterEach
    void nothingWasStored() {
        assertThat(CompanyRows.withoutLogOf(tenant.id())).isEqualTo(before);
    }

    @Test
    @Requirement({"CR-08", "FMT-01", "PATCH-14", "SR-03"})
    void whatIsNotSoundJsonIsRefusedWithItsPlace() {
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        bodies.put("cut off", text("{\"userName\":\"x\""));
        bodies.put("a missing value", text("{\"userName\":}"));
        bodies.put("a word", text("nonsense"));
        bodies.put("text behind the end", text(START + "\"title\":\"x\"} more"));
        bodies.put("single quotes", text("{'userName':'x'}"));
        bodies.put("a comma too many", text(START + "\"title\":\"x\",}"));
        bodies.put("a comment", text(START + "/* no */ \"title\":\"x\"}"));
        bodies.put("NaN", text(START + "\"title\":NaN}"));
        bodies.put("an escaped NUL", text(START + "\"title\":\"a\\u0000b\"}"));
        bodies.put("an escaped NUL in a name", text(START + "\"a\\u0000b\":1}"));
        bodies.put("a raw NUL", text(START + "\"title\":\"a\0b\"}"));
        bodies.put("a raw line feed in a string", text(START + "\"title\":\"a\nb\"}"));
        bodies.put("a lone high surrogate", text(START + "\"title\":\"a\\ud800b\"}"));
        bodies.put("a lone low surrogate", text(START + "\"title\":\"\\udc00\"}"));
        bodies.put("arrays 10,000 deep", text(START + "\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}"));
        bodies.put("objects 10,000 deep", text(START + "\"x\":" + "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_001)));
        bodies.put("arrays 10,000 deep, never closed", text("[".repeat(10_000)));
        bodies.put("a huge exponent", text(START + "\"title\":1e1000000000}"));
        bodies.put("a tiny exponent", text(START + "\"title\":1e-1000000000}"));
        bodies.put("an exponent beyond an int", text(START + "\"title\":1e99999999999999999999}"));
        bodies.put("a number of 10,000 digits", text(START + "\"title\":" + "9".repeat(10_000) + "}"));
        bodies.put("a member twice", text(START + "\"title\":\"a\",\"title\":\"b\"}"));
        bodies.put("a member twice, in another case", text(START + "\"USERNAME\":\"v\"}"));
        bodies.put("a name of 100,000 characters", text(START + "\"" + "n".repeat(100_000) + "\":1}"));
        bodies.put("100,000 members", text(START + "\"x\":[" + "1,".repeat(100_000) + "1]}"));
        bodies.put("a byte that is never UTF-8", bytes(START + "\"title\":\"", 0xFF));
        bodies.put("an overlong NUL", bytes(START + "\"title\":\"", 0xC0, 0x80));
        bodies.put("a surrogate in UTF-8", bytes(START + "\"title\":\"", 0xED, 0xA0, 0x80));
        bodies.put("beyond Unicode", bytes(START + "\"title\":\"", 0xF4, 0x90, 0x80, 0x80));
        bodies.put("a sequence cut off", bytes(START + "\"title\":\"", 0xE2, 0x82));
        bodies.put("UTF-16", (START + "\"title\":\"x\"}").getBytes(StandardCharsets.UTF_16));

        bodies.forEach((name, body) -> assertThat(
                        everywhere(name, body, 400).json().path("detail").asText())
                .as(name)
                .contains("at line ", "column "));
    }

    @Test
    @Requirement("CR-08")
    void whatIsNoObjectIsRefused() {
        for (String body : List.of("", " ", "[]", "[{}]", "\"text\"", "42", "true", "null", "{}")) {
            everywhere(body, text(body), 400);
        }
    }

    @Test
    void anOverlongUserNameIsRefusedByName() {
        // when
        Answer answer = send(
                "POST",
                "/scim_v2/Users",
                text(START.replace("\"u\"", "\"" + "u".repeat(900_000) + "\"") + "\"title\":\"x\"}"));

        // then
        answer.expectScimError(400);
        assertThat(answer.json().path("detail").asText()).contains("userName").hasSizeLessThan(1_000);
    }

    @Test
    void aMebibyteOfUserNameIsTooLarge() {
        everywhere(
                "1 MiB of userName",
                text(START.replace("\"u\"", "\"" + "u".repeat(MEBIBYTE) + "\"") + "\"title\":\"x\"}"),
                413);
    }

    @Test
    void aBodyOverTheLimitIsTooLargeHoweverItIsSent() {
        for (int size : new int[] {MEBIBYTE + 1, 2 * MEBIBYTE + 1, 3 * MEBIBYTE, 16 * MEBIBYTE}) {
            byte[] body = text(START + "\"title\":\"" + "t".repeat(size) + "\"}");
            send("POST", "/scim_v2/Users", body).expectScimError(413);
            Answer chunked = RawHttp.send(
                    root, head("POST", "/scim_v2/Users") + "\nTransfer-Encoding: chunked", RawHttp.chunked(body));
            chunked.expectScimError(413);
        }
    }

    @Test
    void aSmallBodyInChunksIsReadLikeAnyOther() {
        // when
        Answer answer = RawHttp.send(
                root,
                head("POST", "/scim_v2/Users") + "\nTransfer-Encoding: chunked",
                RawHttp.chunked(text("{\"userName\":42}")));

        // then
        answer.expectScimError(400);
    }

    @Test
    @Requirement("SR-03")
    void hostileSearchesAreRefused() {
        String search = "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"],";
        for (String member : List.of(
                "\"filter\":42",
                "\"filter\":[\"a\"]",
                "\"filter\":\"\\u0000\"",
                "\"filter\":\"userName eq \\\"" + "x".repeat(20_000) + "\\\"\"",
                "\"filter\":\"" + "(".repeat(5_000) + "\"",
                "\"filter\":\"" + "not (".repeat(1_000) + "\"",
                "\"startIndex\":\"one\"",
                "\"count\":{}",
                "\"count\":1e-3",
                "\"attributes\":42",
                "\"sortBy\":{}",
                "\"sortBy\":\"password\"",
                "\"sortOrder\":\"sideways\"")) {
            Answer answer = send("POST", "/scim_v2/Users/.search", text(search + member + "}"));
            assertThat(answer.status()).as("%s: %s", member, answer).isEqualTo(400);
            answer.expectScimError(400);
        }
    }

    @Test
    @Requirement("PATCH-14")
    void hostilePatchesAreRefused() {
        String patch = "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":";
        for (String operations : List.of(
                "42",
                "{}",
                "[]",
                "[42]",
                "[{}]",
                "[{\"op\":42}]",
                "[{\"op\":\"copy\",\"path\":\"title\",\"value\":\"x\"}]",
                "[{\"op\":\"replace\",\"path\":42,\"value\":\"x\"}]",
                "[{\"op\":\"replace\",\"path\":\"emails[\",\"value\":\"x\"}]",
                "[{\"op\":\"replace\",\"path\":\"" + "a.".repeat(5_000) + "\",\"value\":\"x\"}]",
                "[{\"op\":\"replace\",\"path\":\"emails[" + "(".repeat(5_000) + "]\",\"value\":\"x\"}]",
                "[{\"op\":\"replace\",\"value\":42}]",
                "[{\"op\":\"remove\"}]",
                "[{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"" + "x".repeat(10_000) + "\"}]",
                "[{\"op\":\"replace\",\"path\":\"externalId\",\"value\":\"" + "x".repeat(10_000) + "\"}]",
                "[{\"op\":\"replace\",\"path\":\"title\",\"value\":\"good\"},{\"op\":\"remove\",\"path\":\"userName\"}]")) {
            Answer answer = send("PATCH", "/scim_v2/Users/" + person, text(patch + operations + "}"));
            answer.expectScimError(400);
        }
    }

    /** By every way in; answers the last answer. */
    private Answer everywhere(String name, byte[] body, int status) {
        Answer last = null;
        for (String target : List.of(
                "POST /scim_v2/Users",
                "PUT /scim/v2/Users/" + person,
                "PATCH /scim_v2/Users/" + person,
                "POST /scim_v2/Users/.search",
                "POST /scim_v2/.search")) {
            String[] parts = target.split(" ");
            last = send(parts[0], parts[1], body);
            assertThat(last.status()).as("%s: %s: %s", target, name, last).isEqualTo(status);
            last.expectScimError(status);
        }
        assertThat(last).isNotNull();
        return last;
    }

    private Answer send(String method, String path, byte[] body) {
        return RawHttp.send(root, head(method, path) + "\nContent-Length: " + body.length, body);
    }

    private String head(String method, String path) {
        return method + " " + path + " HTTP/1.1\nAuthorization: Bearer " + token
                + "\nContent-Type: application/scim+json";
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String start, int... odd) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(text(start));
        for (int value : odd) {
            body.write(value);
        }
        body.writeBytes(text("\"}"));
        return body.toByteArray();
    }
}
