package au.com.visibuild.scim.api.signal;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Caller;
import au.com.visibuild.scim.fixture.DemoJwts;
import au.com.visibuild.scim.fixture.Jws;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.fixture.Rows;
import au.com.visibuild.scim.fixture.Tenant;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A receiver that fetches its events (RFC 8936). */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class PollResourceTest {

    @TestHTTPResource
    URI root;

    private Tenant tenant;
    private Caller platform;
    private String stream = "";

    @BeforeEach
    void aPolledStream() {
        tenant = Tenant.make(root);
        platform = tenant.anyone()
                .bearer(DemoJwts.of(Map.of("sub", "platform-" + tenant.mark(), "groups", List.of("platform"))));
        stream = platform.post("/ssf/stream", "{}")
                .expect(201)
                .json()
                .path("stream_id")
                .asText();
    }

    @AfterEach
    void dropTheStreams() {
        Rows.execute("DELETE FROM stream WHERE owner <> 'settings'");
    }

    @Test
    void aLongPollAnswersWithTheFirstEventAndOffersItUntilItIsAcknowledged() {
        deactivateSomeone();

        List<String> first = ids(poll("\"maxEvents\":1"));
        List<String> again = ids(poll("\"returnImmediately\":true"));
        JsonNode left = poll("\"returnImmediately\":true,\"ack\":[\"" + first.getFirst() + "\",\"unknown\"]");

        assertThat(first).hasSize(1);
        assertThat(again).hasSize(2).startsWith(first.getFirst());
        assertThat(ids(left)).containsExactly(again.getLast());
        assertThat(left.path("moreAvailable").asBoolean(true)).isFalse();
        Jws token = Jws.of(left.path("sets").path(again.getLast()).asText());
        assertThat(token.isSignedByService()).isTrue();
        assertThat(token.header().path("typ").asText()).isEqualTo("secevent+jwt");
        assertThat(token.claims().path("jti").asText()).isEqualTo(again.getLast());
        assertThat(token.claims().has("sub") || token.claims().has("exp")).isFalse();
        assertThat(poll("\"maxEvents\":0,\"ack\":[\"" + again.getLast() + "\"]").toString())
                .isEqualTo("{\"sets\":{}}");
        assertThat(poll("\"returnImmediately\":true").toString()).isEqualTo("{\"sets\":{}}");
    }

    @Test
    void whatIsRefusedForGoodIsDeadAndWhatIsNotComesAgainBeforeThePersonsNext() {
        deactivateSomeone();
        List<String> offered = ids(poll(""));
        while (offered.size() < 2) {
            offered = ids(poll("\"returnImmediately\":true"));
        }

        JsonNode held = poll("\"returnImmediately\":true,\"setErrs\":{\"" + offered.getFirst()
                + "\":{\"err\":\"access_denied\",\"description\":\"later\"}}");
        Rows.execute("UPDATE delivery SET next_attempt_at = now() WHERE id = ?", UUID.fromString(offered.getFirst()));
        JsonNode after = poll("\"returnImmediately\":true,\"setErrs\":{\"" + offered.getLast()
                + "\":{\"err\":\"invalid_issuer\",\"description\":\"who?\"}}");

        assertThat(ids(held)).as("the refused one's wait holds up the next").isEmpty();
        assertThat(ids(after)).containsExactly(offered.getFirst());
        assertThat(Rows.count(
                        "SELECT count(*) FROM delivery WHERE id = ? AND dead_at IS NOT NULL",
                        UUID.fromString(offered.getLast())))
                .isEqualTo(1);
    }

    @Test
    void whatIsAcknowledgedAfterItWasGivenUpHasArrived() {
        deactivateSomeone();
        UUID late = UUID.fromString(ids(poll("\"maxEvents\":1")).getFirst());
        Rows.execute("UPDATE delivery SET dead_at = now(), last_error = 'Too late' WHERE id = ?", late);

        poll("\"maxEvents\":0,\"ack\":[\"" + late + "\"]");

        assertThat(Rows.count(
                        "SELECT count(*) FROM delivery WHERE id = ? AND dead_at IS NULL AND delivered_at IS NOT NULL"
                                + " AND last_error IS NULL",
                        late))
                .isEqualTo(1);
    }

    @Test
    void whatCannotBeReadAnswers400AndAnothersStream404() {
        for (String body : List.of(
                "[]",
                "{\"maxEvents\":-1}",
                "{\"maxEvents\":\"1\"}",
                "{\"returnImmediately\":1}",
                "{\"ack\":{}}",
                "{\"setErrs\":[]}")) {
            platform.post("/ssf/poll/" + stream, body).expectProblem(400);
        }
        tenant.admin().post("/ssf/poll/" + stream, "{}").expectProblem(404);
        platform.post("/ssf/poll/no-stream", "{}").expectProblem(404);
        tenant.anyone().post("/ssf/poll/" + stream, "{}").expectProblem(401);
    }

    private void deactivateSomeone() {
        String person = tenant.person("pat");
        tenant.admin()
                .post(tenant.path("/users/" + person + "/deactivate"), null)
                .expect(200);
    }

    private JsonNode poll(String members) {
        return platform.post("/ssf/poll/" + stream, "{" + members + "}")
                .expect(200)
                .json();
    }

    private static List<String> ids(JsonNode answer) {
        List<String> ids = new ArrayList<>();
        answer.path("sets").fieldNames().forEachRemaining(ids::add);
        return ids;
    }
}
