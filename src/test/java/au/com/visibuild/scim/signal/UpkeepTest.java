package au.com.visibuild.scim.signal;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.fixture.DeliveryRows;
import au.com.visibuild.scim.fixture.EventReceiver;
import au.com.visibuild.scim.fixture.InTransaction;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.fixture.Rows;
import au.com.visibuild.scim.fixture.Tenant;
import au.com.visibuild.scim.keys.Strongbox;
import au.com.visibuild.scim.platform.Housekeeping;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is done because time has passed: dropping, giving up, disabling, locking anew. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class UpkeepTest {

    private static final String SESSION = """
            INSERT INTO login_session (id, company_id, user_id, platform, opened_at, expires_at)
            VALUES (?, ?, ?, 'web', now() - interval '200 days', now() - ?::interval)""";

    private static final String EVENT = """
            INSERT INTO outbox_event (id, company_id, user_id, type, payload, txn, occurred_at, handed_on_at)
            VALUES (?, ?, ?, 'ACCOUNT_ENABLED', '{}', 'old', now() - interval '200 days', now() - ?::interval)""";

    @TestHTTPResource
    URI root;

    @Inject
    Housekeeping housekeeping;

    @Inject
    Deliveries deliveries;

    @Inject
    StreamSecrets secrets;

    @Inject
    Strongbox box;

    private Tenant tenant;
    private UUID pat;
    private UUID stream;

    @BeforeEach
    void aCompany() {
        tenant = Tenant.make(root);
        pat = UUID.fromString(tenant.person("pat"));
        stream = DeliveryRows.stream(tenant.id());
    }

    @AfterEach
    void dropTheStreams() {
        Rows.execute("DELETE FROM stream WHERE owner <> 'settings'");
    }

    @Test
    void whatIsLongOverIsDroppedAndWhatIsNotStays() {
        UUID oldDead = DeliveryRows.dead(stream, tenant.id(), pat);
        UUID oldDone = DeliveryRows.delivered(stream, tenant.id(), pat, "ACCOUNT_DISABLED");
        Rows.execute("UPDATE delivery SET dead_at = dead_at - interval '31 days' WHERE id = ?", oldDead);
        Rows.execute("UPDATE delivery SET delivered_at = delivered_at - interval '31 days' WHERE id = ?", oldDone);
        UUID dead = DeliveryRows.dead(stream, tenant.id(), pat);
        UUID done = DeliveryRows.delivered(stream, tenant.id(), pat, "ACCOUNT_DISABLED");
        UUID oldSession = session("91 days");
        UUID session = session("89 days");
        UUID oldEvent = event("8 days");
        UUID event = event("6 days");
        Rows.execute(
                "INSERT INTO used_assertion (digest, company_id, expires_at) VALUES (rpad('over-' || ?, 43, 'x'), ?,"
                        + " now() - interval '1 second'), (rpad('good-' || ?, 43, 'x'), ?, now() + interval '5 minutes')",
                tenant.mark(),
                tenant.id(),
                tenant.mark(),
                tenant.id());

        tidy();

        assertThat(there("delivery", oldDead, oldDone, dead, done)).containsExactly(dead, done);
        assertThat(there("login_session", oldSession, session)).containsExactly(session);
        assertThat(there("outbox_event", oldEvent, event)).containsExactly(event);
        assertThat(Rows.query("SELECT digest FROM used_assertion WHERE company_id = ?", tenant.id()))
                .extracting(row -> row.path("digest").asText().substring(0, 5))
                .containsExactly("good-");
    }

    @Test
    void moreThanAPortionIsDroppedToo() {
        UUID one = DeliveryRows.delivered(stream, tenant.id(), pat, "ACCOUNT_DISABLED");
        Rows.execute("""
                INSERT INTO delivery (id, stream_id, event_id, company_id, user_id, type, payload, txn, occurred_at,
                                      created_at, next_attempt_at, delivered_at)
                SELECT gen_random_uuid(), stream_id, gen_random_uuid(), company_id, user_id, type, payload, txn,
                       occurred_at, created_at, next_attempt_at, delivered_at - interval '40 days'
                  FROM delivery, generate_series(1, 2500) WHERE id = ?""", one);

        tidy();

        assertThat(Rows.count("SELECT count(*) FROM delivery WHERE stream_id = ?", stream))
                .isEqualTo(1);
    }

    @Test
    void whatNobodyTookForTooLongIsGivenUp() {
        UUID held = DeliveryRows.dead(stream, tenant.id(), pat, "ACCOUNT_DISABLED");
        UUID young = DeliveryRows.dead(stream, tenant.id(), pat, "ACCOUNT_ENABLED");
        Rows.execute("UPDATE delivery SET dead_at = NULL, last_error = NULL WHERE stream_id = ?", stream);
        Rows.execute(
                "UPDATE delivery SET created_at = now() - interval '31 days', next_attempt_at = now() - interval '31 days'"
                        + " WHERE id = ?",
                held);

        tidy();

        JsonNode row = Rows.query("SELECT * FROM delivery WHERE id = ?", held).getFirst();
        assertThat(row.path("dead_at").isNull()).isFalse();
        assertThat(row.path("last_error").asText()).isEqualTo("The receiver did not take it in 30 days");
        assertThat(Rows.count("SELECT count(*) FROM delivery WHERE id = ? AND dead_at IS NULL", young))
                .isEqualTo(1);
    }

    @Test
    void whatIsToldAgainIsNotGivenUpForItsAge() {
        UUID letter = DeliveryRows.dead(stream, tenant.id(), pat);
        Rows.execute(
                "UPDATE delivery SET created_at = now() - interval '35 days', next_attempt_at = now() - interval '33 days',"
                        + " dead_at = now() - interval '5 days' WHERE id = ?",
                letter);
        tenant.admin()
                .post(tenant.path("/dead-letters/" + letter + "/replay"), null)
                .expect(200);

        tidy();

        assertThat(Rows.count("SELECT count(*) FROM delivery WHERE id = ? AND dead_at IS NULL", letter))
                .isEqualTo(1);
    }

    @Test
    void aPolledStreamThatNobodyPollsIsDisabledAndItsReceiverTold() {
        UUID busy = DeliveryRows.stream(tenant.id());
        UUID pushed = DeliveryRows.stream("company:" + tenant.id(), tenant.id(), "https://user.example/", null);
        DeliveryRows.dead(stream, tenant.id(), pat);
        Rows.execute("UPDATE delivery SET dead_at = NULL WHERE stream_id = ?", stream);
        Rows.execute("UPDATE stream SET last_seen_at = now() - interval '31 days' WHERE id IN (?, ?)", stream, pushed);

        tidy();

        assertThat(status(busy)).isEqualTo("ENABLED");
        assertThat(status(pushed)).as("it has no polls to miss").isEqualTo("ENABLED");
        assertThat(status(stream)).isEqualTo("DISABLED");
        JsonNode told =
                Rows.query("SELECT * FROM delivery WHERE stream_id = ?", stream).getFirst();
        assertThat(Rows.count("SELECT count(*) FROM delivery WHERE stream_id = ?", stream))
                .as("nothing is held but the news")
                .isEqualTo(1);
        assertThat(told.path("type").asText()).isEqualTo("STREAM_UPDATED");
        assertThat(told.path("payload").path("status").asText()).isEqualTo("disabled");
        tidy();
        assertThat(Rows.count("SELECT count(*) FROM delivery WHERE stream_id = ?", stream))
                .as("it is told once")
                .isEqualTo(1);
    }

    @Test
    void theTableDoesNotKnowAReceiversSecret() {
        String made = tenant.admin()
                .post(
                        "/ssf/stream",
                        "{\"delivery\":{\"method\":\"urn:ietf:rfc:8935\",\"endpoint_url\":\"" + EventReceiver.url()
                                + "\",\"authorization_header\":\"Bearer of-" + tenant.mark() + "\"}}")
                .expect(201)
                .json()
                .path("stream_id")
                .asText();
        String stored = secret(UUID.fromString(made));
        assertThat(stored).startsWith(box.currentMark()).doesNotContain(tenant.mark());

        tenant.admin()
                .patch("/ssf/stream", "{\"stream_id\":\"" + made + "\",\"description\":\"Renamed\"}")
                .expect(200);
        tenant.admin().post(tenant.path("/users/" + pat + "/deactivate"), null).expect(200);

        assertThat(EventReceiver.await(tenant.userName("pat"), 4))
                .extracting(EventReceiver.Push::authorization)
                .filteredOn(sent -> sent.equals("Bearer of-" + tenant.mark()))
                .hasSize(2);
    }

    @Test
    void whatWasKeptOpenlyIsLockedAndWhatNobodyCanReadStays() {
        UUID open = DeliveryRows.stream("company:" + tenant.id(), tenant.id(), "https://user.example/", "Bearer old");
        UUID lost =
                DeliveryRows.stream("company:" + tenant.id(), tenant.id(), "https://user.example/", "locked:gone:AAAA");

        tidy();

        assertThat(secret(open)).startsWith(box.currentMark());
        assertThat(secrets.unlocked(open, secret(open))).isEqualTo("Bearer old");
        assertThat(secret(lost)).isEqualTo("locked:gone:AAAA");
        tenant.admin().get("/ssf/stream?stream_id=" + lost).expect(200);
    }

    @Test
    void howFarAPersonsDeliveriesAreIsReadForTheCompanyOnly() {
        Tenant other = Tenant.make(root);
        UUID dead = DeliveryRows.dead(stream, tenant.id(), pat, "SESSION_REVOKED");
        UUID done = DeliveryRows.delivered(stream, tenant.id(), pat, "ACCOUNT_DISABLED");
        UUID waiting = DeliveryRows.dead(stream, tenant.id(), pat, "ACCOUNT_ENABLED");
        Rows.execute("UPDATE delivery SET dead_at = NULL, attempts = 0, last_error = NULL WHERE id = ?", waiting);
        UUID retrying = DeliveryRows.dead(stream, tenant.id(), pat, "IDENTIFIER_CHANGED");
        Rows.execute("UPDATE delivery SET dead_at = NULL, txn = 'other' WHERE id = ?", retrying);

        List<DeliveryView> all = of(tenant);

        assertThat(all).extracting(DeliveryView::id).containsExactly(retrying, waiting, done, dead);
        assertThat(all)
                .extracting(DeliveryView::state)
                .containsExactly(
                        DeliveryView.State.RETRYING,
                        DeliveryView.State.WAITING,
                        DeliveryView.State.DELIVERED,
                        DeliveryView.State.DEAD);
        assertThat(all.getLast().doneAt()).isBeforeOrEqualTo(Instant.now());
        assertThat(InTransaction.onEventLoop(() -> deliveries.causedBy(new CompanyId(tenant.id()), pat, "other")))
                .extracting(DeliveryView::id)
                .containsExactly(retrying);
        assertThat(of(other)).isEmpty();
    }

    private List<DeliveryView> of(Tenant company) {
        return InTransaction.onEventLoop(() -> deliveries.of(new CompanyId(company.id()), pat));
    }

    private void tidy() {
        InTransaction.onEventLoop(() -> housekeeping.everything());
    }

    private UUID session(String over) {
        UUID id = UUID.randomUUID();
        Rows.execute(SESSION, id, tenant.id(), pat, over);
        return id;
    }

    private UUID event(String handedOn) {
        UUID id = UUID.randomUUID();
        Rows.execute(EVENT, id, tenant.id(), pat, handedOn);
        return id;
    }

    private static List<UUID> there(String table, UUID... ids) {
        return Arrays.stream(ids)
                .filter(id -> Rows.count("SELECT count(*) FROM " + table + " WHERE id = ?", id) == 1)
                .toList();
    }

    private static String status(UUID stream) {
        return Rows.query("SELECT status FROM stream WHERE id = ?", stream)
                .getFirst()
                .path("status")
                .asText();
    }

    private static String secret(UUID stream) {
        return Rows.query("SELECT authorization_header FROM stream WHERE id = ?", stream)
                .getFirst()
                .path("authorization_header")
                .asText();
    }
}
