package au.com.visibuild.scim.signal;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Caller;
import au.com.visibuild.scim.fixture.DeliveryRows;
import au.com.visibuild.scim.fixture.EventReceiver;
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
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was given up, seen and told again. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class DeadLettersTest {

    @TestHTTPResource
    URI root;

    private Tenant tenant;
    private UUID pat;

    @BeforeEach
    void aCompany() {
        tenant = Tenant.make(root);
        pat = UUID.fromString(tenant.person("pat"));
    }

    @AfterEach
    void dropTheStreams() {
        Rows.execute("DELETE FROM stream WHERE owner <> 'settings'");
        Rows.execute("DELETE FROM delivery WHERE dead_at IS NOT NULL");
    }

    @Test
    void anAdminSeesThoseOfTheOwnStreamsAndStaffThoseOfAll() {
        UUID own = DeliveryRows.dead(DeliveryRows.stream(tenant.id()), tenant.id(), pat);
        UUID platforms = DeliveryRows.dead(
                DeliveryRows.stream("platform:web", null, "https://user.example:8443/a-secret-path", "Bearer hush"),
                tenant.id(),
                pat);
        Tenant other = Tenant.make(root);
        UUID theirs =
                DeliveryRows.dead(DeliveryRows.stream(other.id()), other.id(), UUID.fromString(other.person("pat")));

        assertThat(ids(page(tenant.admin(), ""))).containsExactly(own.toString());
        assertThat(ids(page(tenant.staff(), ""))).containsExactly(platforms.toString(), own.toString());
        JsonNode shown = page(tenant.staff(), "").path("letters").get(0);
        assertThat(shown.path("type").asText()).endsWith("/session-revoked");
        assertThat(shown.path("user").asText()).isEqualTo(pat.toString());
        assertThat(shown.path("email").asText()).isEqualTo("of-" + pat + "@test.example");
        assertThat(shown.path("attempts").asInt()).isEqualTo(9);
        assertThat(shown.path("lastError").asText()).isEqualTo("The receiver answered 500");
        assertThat(shown.path("stream").path("host").asText()).isEqualTo("https://user.example");
        assertThat(shown.path("replay").asText()).isEqualTo("POSSIBLE");
        assertThat(page(tenant.staff(), "").toString()).doesNotContain("hush", "a-secret-path");

        tenant.admin()
                .post(tenant.path("/dead-letters/" + platforms + "/replay"), null)
                .expectProblem(404);
        tenant.admin()
                .post(tenant.path("/dead-letters/" + theirs + "/replay"), null)
                .expectProblem(404);
        tenant.staff()
                .post(tenant.path("/dead-letters/" + theirs + "/replay"), null)
                .expectProblem(404);
        tenant.admin().post(tenant.path("/dead-letters/none/replay"), null).expectProblem(404);
        assertThat(replayAll(tenant.admin()).toString()).isEqualTo("{\"replayed\":1,\"left\":0}");
        assertThat(isDead(platforms)).isTrue();
        assertThat(isDead(theirs)).isTrue();
    }

    @Test
    void pagesComeNewestFirstAndMissNothing() {
        UUID stream = DeliveryRows.stream(tenant.id());
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 205; i++) {
            made.addFirst(DeliveryRows.dead(stream, tenant.id(), pat).toString());
        }
        // Two of one moment, at the border of a page.
        Rows.execute(
                "UPDATE delivery SET dead_at = (SELECT dead_at FROM delivery WHERE id = ?) WHERE id = ?",
                UUID.fromString(made.get(99)),
                UUID.fromString(made.get(100)));

        List<String> seen = new ArrayList<>();
        JsonNode page = page(tenant.admin(), "");
        seen.addAll(ids(page));
        while (!page.path("next").isNull()) {
            page = page(tenant.admin(), "?after=" + page.path("next").asText());
            seen.addAll(ids(page));
        }

        assertThat(seen).containsExactlyInAnyOrderElementsOf(made);
        assertThat(seen.subList(0, 99)).isEqualTo(made.subList(0, 99));
        assertThat(seen.subList(101, 205)).isEqualTo(made.subList(101, 205));
        for (String after : List.of("x", "_", "2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z_x")) {
            tenant.admin().get(tenant.path("/dead-letters?after=" + after)).expectProblem(400);
        }
    }

    @Test
    void oneThatIsToldAgainArrivesUnderItsOldIdAndIsInTheLog() {
        UUID stream = DeliveryRows.stream("company:" + tenant.id(), tenant.id(), EventReceiver.url(), "Bearer old");
        UUID letter = DeliveryRows.dead(stream, tenant.id(), pat);

        tenant.admin()
                .post(tenant.path("/dead-letters/" + letter + "/replay"), null)
                .expect(200);

        EventReceiver.Push push =
                EventReceiver.await("of-" + pat + "@test.example", 1).getFirst();
        assertThat(Jws.of(push.token()).claims().path("jti").asText()).isEqualTo(letter.toString());
        JsonNode row = Rows.query("SELECT * FROM delivery WHERE id = ?", letter).getFirst();
        assertThat(row.path("attempts").asInt()).isEqualTo(1);
        JsonNode logged = Rows.query(
                        "SELECT * FROM provisioning_log WHERE company_id = ? AND action = 'REPLAY_DEAD_LETTERS'",
                        tenant.id())
                .getFirst();
        assertThat(logged.path("user_id").asText()).isEqualTo(pat.toString());
        assertThat(logged.path("actor").asText()).isEqualTo(tenant.adminId().toString());
        tenant.admin()
                .post(tenant.path("/dead-letters/" + letter + "/replay"), null)
                .expectProblem(404);
    }

    @Test
    void aPersonsComeAgainInTheirOldOrderBeforeWhatStillWaits() {
        UUID stream = DeliveryRows.stream("company:" + tenant.id(), tenant.id(), EventReceiver.url(), null);
        Rows.execute("UPDATE stream SET status = 'PAUSED' WHERE id = ?", stream);
        UUID first = DeliveryRows.dead(stream, tenant.id(), pat, "SESSION_REVOKED");
        UUID second = DeliveryRows.dead(stream, tenant.id(), pat, "ACCOUNT_DISABLED");
        UUID waiting = DeliveryRows.dead(stream, tenant.id(), pat, "ACCOUNT_ENABLED");
        Rows.execute("UPDATE delivery SET dead_at = NULL, next_attempt_at = now() WHERE id = ?", waiting);

        Tenant other = Tenant.make(root);
        UUID somebody = UUID.fromString(other.person("pat"));
        UUID theirs = DeliveryRows.stream(other.id());
        DeliveryRows.dead(theirs, other.id(), somebody);
        UUID theirsWaiting = DeliveryRows.dead(theirs, other.id(), somebody);
        Rows.execute("UPDATE delivery SET dead_at = NULL, next_attempt_at = now() WHERE id = ?", theirsWaiting);
        JsonNode due = due(theirsWaiting);

        assertThat(replayAll(tenant.staff()).path("replayed").asInt()).isEqualTo(2);
        assertThat(due(theirsWaiting)).isEqualTo(due);
        assertThat(Rows.count(
                        "SELECT count(*) FROM delivery d, delivery w WHERE d.id = ? AND w.id = ?"
                                + " AND w.next_attempt_at >= d.next_attempt_at + interval '1 second'",
                        second,
                        waiting))
                .as("a relay that looks at this very moment does not take it")
                .isEqualTo(1);
        Rows.execute("UPDATE stream SET status = 'ENABLED' WHERE id = ?", stream);

        assertThat(EventReceiver.await("of-" + pat + "@test.example", 3))
                .extracting(push -> Jws.of(push.token()).claims().path("jti").asText())
                .containsExactly(first.toString(), second.toString(), waiting.toString());
        assertThat(Rows.query(
                                "SELECT effects FROM provisioning_log WHERE company_id = ? AND action = 'REPLAY_DEAD_LETTERS'",
                                tenant.id())
                        .toString())
                .contains("\"replayed\":2");
    }

    @Test
    void whatTheReceiverWasToldLaterIsNotUndone() {
        UUID stream = DeliveryRows.stream(tenant.id());
        UUID off = DeliveryRows.dead(stream, tenant.id(), pat, "ACCOUNT_DISABLED");
        UUID renamed = DeliveryRows.dead(stream, tenant.id(), pat, "IDENTIFIER_CHANGED");
        DeliveryRows.delivered(stream, tenant.id(), pat, "ACCOUNT_ENABLED");
        UUID elsewhere = DeliveryRows.dead(DeliveryRows.stream(tenant.id()), tenant.id(), pat, "ACCOUNT_DISABLED");

        JsonNode shown = page(tenant.admin(), "").path("letters");
        assertThat(shown)
                .extracting(letter -> letter.path("replay").asText())
                .containsExactly("POSSIBLE", "POSSIBLE", "OVERTAKEN");
        tenant.admin()
                .post(tenant.path("/dead-letters/" + off + "/replay"), null)
                .expectProblem(409);
        assertThat(replayAll(tenant.admin()).toString()).isEqualTo("{\"replayed\":2,\"left\":1}");
        assertThat(isDead(off)).isTrue();
        assertThat(isDead(renamed)).isFalse();
        assertThat(isDead(elsewhere)).isFalse();
    }

    @Test
    void whileTheReceiverIsBeingToldOfThePersonOrTheStreamIsDisabledNothingIsToldAgain() {
        UUID stream = DeliveryRows.stream(tenant.id());
        UUID letter = DeliveryRows.dead(stream, tenant.id(), pat, "SESSION_REVOKED");
        UUID underWay = DeliveryRows.dead(stream, tenant.id(), pat, "ACCOUNT_ENABLED");
        Rows.execute(
                "UPDATE delivery SET dead_at = NULL, claimed_until = now() + interval '1 minute' WHERE id = ?",
                underWay);
        assertThat(page(tenant.admin(), "")
                        .path("letters")
                        .get(0)
                        .path("replay")
                        .asText())
                .isEqualTo("BUSY");
        tenant.admin()
                .post(tenant.path("/dead-letters/" + letter + "/replay"), null)
                .expectProblem(409);

        Rows.execute("UPDATE delivery SET claimed_until = NULL WHERE id = ?", underWay);
        Rows.execute("UPDATE stream SET status = 'DISABLED' WHERE id = ?", stream);
        tenant.admin()
                .post(tenant.path("/dead-letters/" + letter + "/replay"), null)
                .expectProblem(409);
        assertThat(replayAll(tenant.admin()).path("replayed").asInt()).isZero();
        assertThat(isDead(letter)).isTrue();
    }

    private static JsonNode due(UUID delivery) {
        return Rows.query("SELECT next_attempt_at FROM delivery WHERE id = ?", delivery)
                .getFirst();
    }

    private JsonNode page(Caller caller, String query) {
        return caller.get(tenant.path("/dead-letters" + query)).expect(200).json();
    }

    private JsonNode replayAll(Caller caller) {
        return caller.post(tenant.path("/dead-letters/replay"), null)
                .expect(200)
                .json();
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.path("letters").forEach(letter -> ids.add(letter.path("id").asText()));
        return ids;
    }

    private static boolean isDead(UUID letter) {
        return Rows.count("SELECT count(*) FROM delivery WHERE id = ? AND dead_at IS NOT NULL", letter) == 1;
    }
}
