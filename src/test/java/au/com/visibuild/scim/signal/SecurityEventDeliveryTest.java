package au.com.visibuild.scim.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import au.com.visibuild.scim.fixture.EventReceiver;
import au.com.visibuild.scim.fixture.EventReceiver.Push;
import au.com.visibuild.scim.fixture.Jws;
import au.com.visibuild.scim.fixture.OwnCompany;
import au.com.visibuild.scim.fixture.OwnCompany.Person;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.fixture.Rows;
import au.com.visibuild.scim.fixture.Sabotage;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a receiver on the network gets to see of a person's changes, and when. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SecurityEventDeliveryTest {

    private static final String SESSION_REVOKED = "https://schemas.openid.net/secevent/caep/event-type/session-revoked";
    private static final String RISC = "https://schemas.openid.net/secevent/risc/event-type/";

    @TestHTTPResource
    URI root;

    private OwnCompany company;

    @BeforeEach
    void makeACompany() {
        company = OwnCompany.at(root);
    }

    @Test
    void everyPushIsAPostOfASignedTokenOfOneEvent() {
        Person person = company.employed();
        long before = Instant.now().getEpochSecond();

        company.activate(person, false).send().expect(200);

        List<Push> pushes = EventReceiver.await(person.userName(), 2);
        List<JsonNode> rows =
                Rows.query("SELECT id, txn FROM outbox_event WHERE user_id = ? ORDER BY position", person.id());
        assertThat(pushes).hasSize(2).allSatisfy(push -> {
            assertThat(push.method()).isEqualTo("POST");
            assertThat(push.contentType()).isEqualTo("application/secevent+jwt");
            assertThat(push.authorization()).isEqualTo(EventReceiver.AUTHORIZATION);
            Jws token = Jws.of(push.token());
            assertThat(token.isSignedByService()).isTrue();
            assertThat(token.header().path("typ").asText()).isEqualTo("secevent+jwt");
            assertThat(token.header().path("kid").asText())
                    .isEqualTo(Jws.serviceKey().keyId());
            JsonNode claims = token.claims();
            assertThat(claims.path("iss").asText()).isEqualTo("https://scim.demo.visibuild.example");
            assertThat(claims.path("aud").asText()).isEqualTo(EventReceiver.url());
            assertThat(claims.path("iat").asLong())
                    .isBetween(before, Instant.now().getEpochSecond());
            assertThat(claims.path("txn").asText())
                    .isEqualTo(rows.getFirst().path("txn").asText());
            assertThat(claims.path("sub_id").toString())
                    .isEqualTo("{\"format\":\"email\",\"email\":\"" + person.userName() + "\"}");
            assertThat(claims.path("events")).hasSize(1);
            assertThat(claims.has("sub")).isFalse();
            assertThat(claims.has("exp")).isFalse();
        });
        assertThat(pushes)
                .extracting(SecurityEventDeliveryTest::event)
                .containsExactly(SESSION_REVOKED, RISC + "account-disabled");
        assertThat(pushes)
                .extracting(SecurityEventDeliveryTest::id)
                .isEqualTo(ids(Rows.query("SELECT id FROM delivery WHERE user_id = ? ORDER BY position", person.id())));
    }

    @Test
    void theReceiverOfTheSettingsIsWhereTheSettingsSayWhateverAnotherRunLeft() {
        Person first = company.person();
        company.activate(first, false).send().expect(200);
        EventReceiver.await(first.userName(), 2);
        JsonNode kept = Rows.query("SELECT endpoint_url, audience FROM stream WHERE id = ?", BuiltInStream.ID)
                .getFirst();
        Person person = company.person();
        try {
            move("http://127.0.0.1:9/elsewhere", "https://elsewhere.example");

            company.activate(person, false).send().expect(200);

            assertThat(EventReceiver.await(person.userName(), 2))
                    .extracting(push -> claims(push).path("aud").asText())
                    .containsOnly(EventReceiver.url());
        } finally {
            move(kept.path("endpoint_url").asText(), kept.path("audience").asText());
        }
    }

    private static void move(String endpoint, String audience) {
        Rows.execute(
                "UPDATE stream SET endpoint_url = ?, audience = ? WHERE id = ?", endpoint, audience, BuiltInStream.ID);
    }

    @Test
    void theRevocationOfSessionsSaysWhenAndWhy() {
        Person person = company.person();

        company.activate(person, false).send().expect(200);

        JsonNode payload = claims(EventReceiver.await(person.userName(), 1).getFirst())
                .path("events")
                .path(SESSION_REVOKED);
        assertThat(payload.path("event_timestamp").asLong())
                .isCloseTo(Instant.now().getEpochSecond(), within(60L));
        assertThat(payload.path("initiating_entity").asText()).isEqualTo("admin");
        assertThat(payload.path("reason_admin").path("en").asText()).isNotBlank();
        assertThat(payload.path("reason_user").path("en").asText()).isNotBlank();
    }

    @Test
    void aReturnIsToldInItsOrder() {
        Person person = company.person();
        company.activate(person, false).send().expect(200);

        company.activate(person, true).send().expect(200);

        assertThat(EventReceiver.await(person.userName(), 3))
                .extracting(SecurityEventDeliveryTest::event)
                .containsExactly(SESSION_REVOKED, RISC + "account-disabled", RISC + "account-enabled");
    }

    @Test
    void aRenameIsToldUnderTheOldAddress() {
        Person person = company.person();
        String renamed = "renamed-" + person.userName();

        company.patch(person, "{\"op\": \"replace\", \"path\": \"userName\", \"value\": \"" + renamed + "\"}")
                .send()
                .expect(200);

        Push push = EventReceiver.await(person.userName(), 1).getFirst();
        assertThat(event(push)).isEqualTo(RISC + "identifier-changed");
        assertThat(claims(push).path("events").path(RISC + "identifier-changed").toString())
                .isEqualTo("{\"new-value\":\"" + renamed + "\"}");
        assertThat(EventReceiver.received(renamed)).isEmpty();
    }

    @Test
    void someoneWithoutAnAddressIsNamedById() {
        Person person = company.create(new Person(company.id(), "no-address-" + OwnCompany.unique()));

        company.activate(person, false).send().expect(200);

        Push push = EventReceiver.await(person.id().toString(), 1).getFirst();
        assertThat(claims(push).path("sub_id").toString())
                .isEqualTo("{\"format\":\"opaque\",\"id\":\"" + person.id() + "\"}");
    }

    @Test
    void aDeletionIsToldAsRevocationAndDisablingAndThePurgeToNobodyWhoDidNotAsk() {
        Person person = company.person();

        company.scim("DELETE", "/Users/" + person.id(), null).send().expect(204);

        untilHandedOn(person.id(), "ACCOUNT_PURGED");
        untilRow(
                person.id(),
                "ACCOUNT_DISABLED",
                row -> !row.path("delivered_at").isNull());
        assertThat(Rows.query("SELECT id FROM delivery WHERE user_id = ?", person.id()))
                .hasSize(2);
        assertThat(EventReceiver.received(person.userName()))
                .extracting(SecurityEventDeliveryTest::event)
                .containsExactly(SESSION_REVOKED, RISC + "account-disabled");
    }

    @Test
    void aChangeThatWasRolledBackIsToldToNobody() {
        Person person = company.person();
        String written = "NEW.id = '" + person.id() + "' AND NOT NEW.active";
        try (Sabotage _ = Sabotage.ofCommit("users", written)) {
            company.activate(person, false).send().expect(500);
        }

        company.activate(person, false).send().expect(200);

        // In order per person: had the first attempt left anything, it would have come before these.
        List<Push> pushes = EventReceiver.await(person.userName(), 2);
        untilRow(
                person.id(),
                "ACCOUNT_DISABLED",
                row -> !row.path("delivered_at").isNull());
        assertThat(EventReceiver.received(person.userName())).isEqualTo(pushes).hasSize(2);
        assertThat(pushes)
                .extracting(push -> claims(push).path("txn").asText())
                .containsOnly(claims(pushes.getFirst()).path("txn").asText());
    }

    @Test
    void aRefusedEventComesAgainUnderTheSameIdBeforeThePersonsNext() {
        Person person = company.person();
        EventReceiver.refuseNext(person.userName(), 2);

        company.activate(person, false).send().expect(200);

        // The second attempt is due after a second, the third after five more: not worth waiting for.
        EventReceiver.await(person.userName(), 2);
        untilRow(
                person.id(),
                "SESSION_REVOKED",
                row -> !row.path("last_error").isNull() && row.path("attempts").asInt() == 2);
        assertThat(EventReceiver.received(person.userName()))
                .as("nothing overtakes")
                .hasSize(2);
        makeDue(person.id(), 2);
        List<Push> pushes = EventReceiver.await(person.userName(), 4);
        assertThat(pushes).extracting(Push::answered).containsExactly(500, 500, 202, 202);
        assertThat(pushes)
                .extracting(SecurityEventDeliveryTest::event)
                .containsExactly(SESSION_REVOKED, SESSION_REVOKED, SESSION_REVOKED, RISC + "account-disabled");
        assertThat(pushes.subList(0, 3))
                .extracting(SecurityEventDeliveryTest::id)
                .containsOnly(id(pushes.getFirst()));
        assertThat(id(pushes.getLast())).isNotEqualTo(id(pushes.getFirst()));
    }

    @Test
    void onePersonsTroubleDoesNotHoldUpAnother() {
        Person troubled = company.person();
        Person other = company.person();
        EventReceiver.refuseNext(troubled.userName(), 1);
        company.activate(troubled, false).send().expect(200);

        company.activate(other, false).send().expect(200);

        assertThat(EventReceiver.await(other.userName(), 2))
                .extracting(Push::answered)
                .containsOnly(202);
        assertThat(EventReceiver.await(troubled.userName(), 3))
                .extracting(Push::answered)
                .containsExactly(500, 202, 202);
    }

    @Test
    void anEventThatFailedToTheEndIsGivenUpAndLetsTheNextGo() {
        Person person = company.person();
        EventReceiver.refuseNext(person.userName(), 2);
        company.activate(person, false).send().expect(200);
        untilRow(person.id(), "SESSION_REVOKED", row -> !row.path("last_error").isNull());

        makeDue(person.id(), 8);

        JsonNode dead = untilRow(
                person.id(), "SESSION_REVOKED", row -> !row.path("dead_at").isNull());
        assertThat(dead.path("attempts").asInt()).isEqualTo(9);
        assertThat(dead.path("delivered_at").isNull()).isTrue();
        assertThat(dead.path("last_error").asText()).isEqualTo("The receiver answered 500");
        assertThat(EventReceiver.await(person.userName(), 3))
                .extracting(SecurityEventDeliveryTest::event)
                .containsExactly(SESSION_REVOKED, SESSION_REVOKED, RISC + "account-disabled");
    }

    /** As if so many attempts had been made and the next wait were over. */
    private static void makeDue(UUID person, int attempts) {
        Rows.execute(
                "UPDATE delivery SET attempts = ?, next_attempt_at = now() WHERE user_id = ? AND type = 'SESSION_REVOKED'",
                attempts,
                person);
    }

    private static void untilHandedOn(UUID person, String type) {
        untilRow(
                "SELECT * FROM outbox_event WHERE user_id = ? AND type = ?",
                person,
                type,
                row -> !row.path("handed_on_at").isNull());
    }

    private static JsonNode untilRow(UUID person, String type, Predicate<JsonNode> condition) {
        return untilRow("SELECT * FROM delivery WHERE user_id = ? AND type = ?", person, type, condition);
    }

    private static JsonNode untilRow(String sql, UUID person, String type, Predicate<JsonNode> condition) {
        long deadline = System.nanoTime() + 15_000_000_000L;
        while (true) {
            List<JsonNode> rows = Rows.query(sql, person, type);
            if (!rows.isEmpty() && condition.test(rows.getFirst())) {
                return rows.getFirst();
            }
            assertThat(System.nanoTime()).as("still %s", rows).isLessThan(deadline);
            LockSupport.parkNanos(5_000_000L);
        }
    }

    private static JsonNode claims(Push push) {
        return Jws.of(push.token()).claims();
    }

    private static String id(Push push) {
        return claims(push).path("jti").asText();
    }

    private static String event(Push push) {
        return claims(push).path("events").fieldNames().next();
    }

    private static List<String> ids(List<JsonNode> rows) {
        return rows.stream().map(row -> row.path("id").asText()).toList();
    }
}
