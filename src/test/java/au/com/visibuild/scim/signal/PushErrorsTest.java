package au.com.visibuild.scim.signal;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.DeliveryRows;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.fixture.Rows;
import au.com.visibuild.scim.fixture.ScriptedReceiver;
import au.com.visibuild.scim.fixture.Tenant;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a delivery by a receiver's answer, over the network. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class PushErrorsTest {

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
    }

    @Test
    void whatCannotHealIsDeadAtOnce() {
        try (ScriptedReceiver receiver = ScriptedReceiver.answering(
                ScriptedReceiver.json(400, "{\"err\":\"invalid_audience\",\"description\":\"Not for me.\"}"))) {
            UUID first = due(receiver, "SESSION_REVOKED");

            JsonNode dead = until(first, row -> !row.path("dead_at").isNull());

            assertThat(dead.path("attempts").asInt()).isEqualTo(1);
            assertThat(dead.path("last_error").asText()).isEqualTo("invalid_audience: Not for me.");
        }
    }

    @Test
    void aSignInPageSwallowsNothing() {
        try (ScriptedReceiver receiver = ScriptedReceiver.answering(
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000000\r\n\r\n<html>")) {
            UUID delivery = due(receiver, "SESSION_REVOKED");

            JsonNode row = until(delivery, failed -> !failed.path("last_error").isNull());

            assertThat(row.path("delivered_at").isNull()).isTrue();
            assertThat(row.path("dead_at").isNull()).isTrue();
            assertThat(row.path("last_error").asText()).startsWith("The receiver answered 200");
            until(delivery, _ -> receiver.trickled() > 0);
            assertThat(receiver.trickled()).as("it hung up long before the end").isLessThan(50_000_000);
        }
    }

    @Test
    void ofALongComplaintTheBeginningIsRead() {
        try (ScriptedReceiver receiver = ScriptedReceiver.answering(
                "HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nContent-Length: 100000000\r\n\r\n{")) {
            UUID delivery = due(receiver, "SESSION_REVOKED");

            JsonNode row = until(delivery, failed -> !failed.path("last_error").isNull());

            assertThat(row.path("last_error").asText()).isEqualTo("The receiver answered 400");
        }
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (ScriptedReceiver elsewhere =
                        ScriptedReceiver.answering("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n");
                ScriptedReceiver receiver = ScriptedReceiver.answering(
                        "HTTP/1.1 307 Moved\r\nLocation: " + elsewhere.url() + "\r\nContent-Length: 0\r\n\r\n")) {
            UUID delivery = due(receiver, "SESSION_REVOKED");

            JsonNode row = until(delivery, failed -> !failed.path("last_error").isNull());

            assertThat(row.path("last_error").asText()).contains("307", "redirects are not followed");
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void itIsNotAskedBeforeItsRetryAfter() {
        try (ScriptedReceiver receiver =
                ScriptedReceiver.answering("HTTP/1.1 503 Busy\r\nRetry-After: 1000\r\nContent-Length: 0\r\n\r\n")) {
            UUID delivery = due(receiver, "SESSION_REVOKED");

            JsonNode row = until(delivery, failed -> !failed.path("last_error").isNull());

            assertThat(Duration.between(
                            OffsetDateTime.parse(row.path("claimed").asText()),
                            OffsetDateTime.parse(row.path("next_attempt_at").asText())))
                    .isBetween(Duration.ofSeconds(900), Duration.ofSeconds(1_000));
        }
    }

    @Test
    void aReceiverThatIsNotThereIsTriedAgainAndItsPathStaysSecret() {
        ScriptedReceiver gone = ScriptedReceiver.answering("");
        UUID stream = DeliveryRows.stream("company:" + tenant.id(), tenant.id(), gone.url(), "Bearer hush");
        gone.close();
        UUID delivery = DeliveryRows.dead(stream, tenant.id(), pat);
        Rows.execute("UPDATE delivery SET dead_at = NULL, attempts = 0, last_error = NULL WHERE id = ?", delivery);

        JsonNode row = until(delivery, failed -> !failed.path("last_error").isNull());

        assertThat(row.path("dead_at").isNull()).isTrue();
        assertThat(row.path("last_error").asText())
                .startsWith("The receiver was not reached")
                .doesNotContain("secret", "hush");
    }

    @Test
    void anAnswerWithoutABodyIsEnough() {
        try (ScriptedReceiver receiver = ScriptedReceiver.answering("HTTP/1.1 204 No Content\r\n\r\n")) {
            UUID delivery = due(receiver, "SESSION_REVOKED");

            until(delivery, row -> !row.path("delivered_at").isNull());

            assertThat(receiver.requests().getFirst())
                    .contains("POST /a-secret-path")
                    .containsIgnoringCase("authorization: Bearer hush")
                    .containsIgnoringCase("content-type: application/secevent+jwt");
        }
    }

    private UUID due(ScriptedReceiver receiver, String type) {
        UUID stream = DeliveryRows.stream("company:" + tenant.id(), tenant.id(), receiver.url(), "Bearer hush");
        UUID delivery = DeliveryRows.dead(stream, tenant.id(), pat, type);
        Rows.execute("UPDATE delivery SET dead_at = NULL, attempts = 0, last_error = NULL WHERE id = ?", delivery);
        return delivery;
    }

    private static JsonNode until(UUID delivery, Predicate<JsonNode> condition) {
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (true) {
            JsonNode row = Rows.query("SELECT *, now() AS claimed FROM delivery WHERE id = ?", delivery)
                    .getFirst();
            if (condition.test(row)) {
                return row;
            }
            assertThat(System.nanoTime()).as("still %s", row).isLessThan(deadline);
            LockSupport.parkNanos(10_000_000L);
        }
    }
}
