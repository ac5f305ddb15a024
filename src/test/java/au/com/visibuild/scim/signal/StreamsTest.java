package au.com.visibuild.scim.signal;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.EventReceiver;
import au.com.visibuild.scim.fixture.OwnCompany;
import au.com.visibuild.scim.fixture.OwnCompany.Person;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.fixture.Rows;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several streams side by side: who is told what, and that none is another's trouble. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class StreamsTest {

    private static final String PURGED = "https://schemas.openid.net/secevent/risc/event-type/account-purged";
    private static final String ENABLED = "https://schemas.openid.net/secevent/risc/event-type/account-enabled";
    private static final String NEW_STREAM = """
            INSERT INTO stream (id, owner, company_id, audience, method, endpoint_url, events_requested, subject_format,
                                status, created_at, updated_at, last_seen_at)
            VALUES (?, 'test', ?, 'https://test.example', ?, ?, ?, 'EMAIL', ?, now(), now(), now())""";

    @TestHTTPResource
    URI root;

    private OwnCompany company;

    @BeforeEach
    void makeACompany() {
        company = OwnCompany.at(root);
    }

    @AfterEach
    void dropTheStreams() {
        Rows.execute("DELETE FROM stream WHERE owner = 'test'");
    }

    @Test
    void anEventThatNoStreamWantsIsHandedOnToNobody() {
        Person person = company.person();
        UUID event = UUID.randomUUID();

        Rows.execute(
                "INSERT INTO outbox_event (id, company_id, user_id, type, payload, txn, occurred_at)"
                        + " VALUES (?, ?, ?, 'ACCOUNT_PURGED', '{}', 'test', now())",
                event,
                company.id(),
                person.id());

        until("SELECT id FROM outbox_event WHERE id = ? AND handed_on_at IS NOT NULL", event, 1);
        assertThat(told(BuiltInStream.ID, person)).isEmpty();
    }

    @Test
    void aStreamIsToldWhatItAskedForOnly() {
        Person person = company.person();
        UUID purges = stream("POLL", company.id(), PURGED + " urn:example:unknown", "ENABLED");
        UUID returns = stream("POLL", company.id(), ENABLED, "ENABLED");
        UUID all = stream("POLL", null, null, "ENABLED");

        company.activate(person, false).send().expect(200);
        company.activate(person, true).send().expect(200);
        company.scim("DELETE", "/Users/" + person.id(), null).send().expect(204);

        untilHandedOn(person);
        assertThat(told(purges, person)).containsExactly("ACCOUNT_PURGED");
        assertThat(told(returns, person)).containsExactly("ACCOUNT_ENABLED");
        assertThat(told(all, person))
                .containsExactly(
                        "SESSION_REVOKED",
                        "ACCOUNT_DISABLED",
                        "ACCOUNT_ENABLED",
                        "SESSION_REVOKED",
                        "ACCOUNT_DISABLED");
    }

    @Test
    void aCompanysStreamIsToldOfNobodyElsesPeople() {
        OwnCompany other = OwnCompany.at(root);
        Person theirs = other.person();
        UUID ours = stream("POLL", company.id(), null, "ENABLED");
        UUID everybodys = stream("POLL", null, null, "ENABLED");

        other.activate(theirs, false).send().expect(200);

        untilHandedOn(theirs);
        assertThat(told(ours, theirs)).isEmpty();
        assertThat(told(everybodys, theirs)).containsExactly("SESSION_REVOKED", "ACCOUNT_DISABLED");
    }

    @Test
    void aPausedStreamHoldsAndADisabledOneDoesNot() {
        Person person = company.person();
        UUID paused = stream("POLL", company.id(), null, "PAUSED");
        UUID disabled = stream("POLL", company.id(), null, "DISABLED");

        company.activate(person, false).send().expect(200);

        untilHandedOn(person);
        assertThat(told(paused, person)).hasSize(2);
        assertThat(told(disabled, person)).isEmpty();
    }

    @Test
    void aPausedStreamIsSentNothingUntilItGoesOn() {
        Person person = company.person();
        UUID paused = stream("PUSH", company.id(), null, "PAUSED", EventReceiver.url());
        company.activate(person, false).send().expect(200);
        // The receiver of the settings has its own two, which were claimed together with nothing of the paused stream.
        EventReceiver.await(person.userName(), 2);
        assertThat(open(paused)).isEqualTo(2);

        Rows.execute("UPDATE stream SET status = 'ENABLED' WHERE id = ?", paused);

        EventReceiver.await(person.userName(), 4);
        until("SELECT id FROM delivery WHERE stream_id = ? AND delivered_at IS NOT NULL", paused, 2);
    }

    @Test
    void aReceiverThatHangsIsNobodyElsesTrouble() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            UUID hanging =
                    stream("PUSH", company.id(), null, "ENABLED", "http://127.0.0.1:" + silent.getLocalPort() + "/");
            Person first = company.person();
            company.activate(first, false).send().expect(200);
            until("SELECT id FROM delivery WHERE stream_id = ? AND attempts = 1", hanging, 1);
            Person second = company.person();

            long start = System.nanoTime();
            company.activate(second, false).send().expect(200);
            EventReceiver.await(second.userName(), 2);

            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("less than one push may take")
                    .isLessThan(Duration.ofSeconds(8));
            until("SELECT id FROM delivery WHERE stream_id = ? AND attempts = 1", hanging, 2);
        }
    }

    private static UUID stream(String method, @Nullable UUID company, @Nullable String events, String status) {
        return stream(method, company, events, status, null);
    }

    private static UUID stream(
            String method, @Nullable UUID company, @Nullable String events, String status, @Nullable String endpoint) {
        UUID id = UUID.randomUUID();
        Rows.execute(NEW_STREAM, id, company, method, endpoint, events, status);
        return id;
    }

    private static List<String> told(UUID stream, Person person) {
        return Rows.query(
                        "SELECT type FROM delivery WHERE stream_id = ? AND user_id = ? ORDER BY position",
                        stream,
                        person.id())
                .stream()
                .map(row -> row.path("type").asText())
                .toList();
    }

    private static long open(UUID stream) {
        return Rows.count("SELECT count(*) FROM delivery WHERE stream_id = ? AND delivered_at IS NULL", stream);
    }

    private static void untilHandedOn(Person person) {
        long events = Rows.count("SELECT count(*) FROM outbox_event WHERE user_id = ?", person.id());
        until("SELECT id FROM outbox_event WHERE user_id = ? AND handed_on_at IS NOT NULL", person.id(), (int) events);
    }

    private static void until(String sql, UUID id, int count) {
        long deadline = System.nanoTime() + 15_000_000_000L;
        List<JsonNode> rows = Rows.query(sql, id);
        while (rows.size() != count) {
            assertThat(System.nanoTime()).as("still %s", rows).isLessThan(deadline);
            LockSupport.parkNanos(5_000_000L);
            rows = Rows.query(sql, id);
        }
    }
}
