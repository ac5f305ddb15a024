package au.com.visibuild.scim.signal;

import static au.com.visibuild.scim.fixture.SecurityEvent.ACCOUNT_DISABLED;
import static au.com.visibuild.scim.fixture.SecurityEvent.ACCOUNT_ENABLED;
import static au.com.visibuild.scim.fixture.SecurityEvent.ACCOUNT_PURGED;
import static au.com.visibuild.scim.fixture.SecurityEvent.IDENTIFIER_CHANGED;
import static au.com.visibuild.scim.fixture.SecurityEvent.SESSION_REVOKED;
import static au.com.visibuild.scim.fixture.SecurityEvent.VERIFICATION;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Caller;
import au.com.visibuild.scim.fixture.Instance;
import au.com.visibuild.scim.fixture.PushReceiver;
import au.com.visibuild.scim.fixture.Replicas;
import au.com.visibuild.scim.fixture.SecurityEvent;
import au.com.visibuild.scim.fixture.SetRules;
import au.com.visibuild.scim.fixture.SignalStream;
import au.com.visibuild.scim.fixture.Workforce;
import au.com.visibuild.scim.fixture.Workforce.Worker;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Receivers that take nothing which breaks a rule take everything that the packaged service tells. */
class SecurityEventsIT {

    private static final String SECRET = "Bearer of-a-strict-receiver";

    private final Instance one = Replicas.shared().one();
    private final Instance other = Replicas.shared().other();
    private final Workforce workforce = Workforce.at(one);
    private final Caller owner = workforce.company().admin(one);

    @ParameterizedTest
    @ValueSource(strings = {"email", "iss_sub", "opaque"})
    void aStrictReceiverTakesEveryKindOfEvent(String format) {
        try (PushReceiver receiver = PushReceiver.listen(SECRET);
                SignalStream stream = SignalStream.push(
                        owner,
                        receiver.url(),
                        SECRET,
                        format,
                        SESSION_REVOKED,
                        ACCOUNT_DISABLED,
                        ACCOUNT_ENABLED,
                        ACCOUNT_PURGED,
                        IDENTIFIER_CHANGED)) {
            receiver.trusts(stream.rules(other));
            Worker worker = workforce.hire(one, "strict+" + format);
            Worker nameless = nameless();

            workforce.activate(one, worker, false).send().expect(200);
            workforce.activate(other, worker, true).send().expect(200);
            owner.delete(workforce.company().path("/users/" + worker.id() + "/sessions"))
                    .expect(200);
            String renamed = workforce.company().userName("Renamed-" + format);
            workforce
                    .patch(other, worker, "{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"" + renamed + "\"}")
                    .send()
                    .expect(200);
            workforce.scim(one, "DELETE", "/Users/" + worker.id(), "").send().expect(204);
            workforce.activate(other, nameless, false).send().expect(200);
            stream.verify("the receiver's own word");

            receiver.until(() -> receiver.distinct() >= 11, Duration.ofSeconds(60), "11 events in all");
            assertThat(receiver.refusals()).isEmpty();
            List<SecurityEvent> events = receiver.events().stream()
                    .filter(event -> event.claims().toString().contains(worker.id())
                            || event.subject().equals(worker.userName())
                            || event.subject().equals(renamed.toLowerCase(Locale.ROOT)))
                    .toList();
            assertThat(events)
                    .extracting(SecurityEvent::type)
                    .containsExactly(
                            SESSION_REVOKED,
                            ACCOUNT_DISABLED,
                            ACCOUNT_ENABLED,
                            SESSION_REVOKED,
                            IDENTIFIER_CHANGED,
                            SESSION_REVOKED,
                            ACCOUNT_DISABLED,
                            ACCOUNT_PURGED);
            assertThat(receiver.about(nameless.id()))
                    .extracting(SecurityEvent::type)
                    .containsExactly(SESSION_REVOKED, ACCOUNT_DISABLED);
            assertThat(receiver.about(stream.id())).singleElement().satisfies(event -> {
                assertThat(event.type()).isEqualTo(VERIFICATION);
                assertThat(event.payload().path("state").asText()).isEqualTo("the receiver's own word");
            });
        }
    }

    @Test
    void whatAPollReceiverDoesNotAcknowledgeComesAgainFromWhicheverInstance() {
        try (SignalStream stream = SignalStream.poll(owner, "email")) {
            SetRules rules = stream.rules(one);
            Caller elsewhere = workforce.company().admin(other);
            List<Worker> workers = workforce.hire(one, "poll", 3);
            for (Worker worker : workers) {
                workforce.activate(one, worker, false).send().expect(200);
            }

            List<String> first = awaitOffer(stream, owner, 6);
            List<String> again = tokens(stream.fetch(elsewhere, 100, List.of()));
            assertThat(again).as("nothing was acknowledged").isEqualTo(first);
            List<SecurityEvent> events = first.stream().map(rules::accept).toList();
            assertThat(events)
                    .extracting(SecurityEvent::type)
                    .containsOnly(SESSION_REVOKED, ACCOUNT_DISABLED)
                    .hasSize(6);
            assertThat(events)
                    .filteredOn(
                            event -> event.subject().equals(workers.getFirst().userName()))
                    .extracting(SecurityEvent::type)
                    .containsExactly(SESSION_REVOKED, ACCOUNT_DISABLED);

            List<String> taken =
                    events.subList(0, 4).stream().map(SecurityEvent::jti).toList();
            assertThat(tokens(stream.fetch(elsewhere, 100, taken))).isEqualTo(first.subList(4, 6));
            JsonNode part = stream.fetch(owner, 1, List.of());
            assertThat(tokens(part)).isEqualTo(first.subList(4, 5));
            assertThat(part.path("moreAvailable").asBoolean()).isTrue();

            List<String> rest =
                    events.subList(4, 6).stream().map(SecurityEvent::jti).toList();
            assertThat(stream.fetch(owner, 100, rest).toString()).isEqualTo("{\"sets\":{}}");
            assertThat(stream.fetch(elsewhere, 100, List.of()).toString()).isEqualTo("{\"sets\":{}}");
        }
    }

    @Test
    void aPollThatWaitsAtOneInstanceIsAnsweredWithWhatHappensAtTheOther() {
        try (SignalStream stream = SignalStream.poll(owner, "email", SESSION_REVOKED)) {
            Worker worker = workforce.hire(one, "wait");
            Caller elsewhere = workforce.company().admin(other);
            CompletableFuture<JsonNode> waiting = CompletableFuture.supplyAsync(() -> stream.longPoll(elsewhere));

            workforce.activate(one, worker, false).send().expect(200);

            JsonNode offered = waiting.join();
            assertThat(tokens(offered))
                    .singleElement()
                    .satisfies(token -> assertThat(
                                    stream.rules(other).accept(token).subject())
                            .isEqualTo(worker.userName()));
        }
    }

    /** A person without any address. */
    private Worker nameless() {
        String body = "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"nameless-"
                + System.nanoTime() + "\"}";
        String id =
                workforce.scim(one, "POST", "/Users", body).send().expect(201).text("id");
        return new Worker(id, id);
    }

    private static List<String> awaitOffer(SignalStream stream, Caller by, int count) {
        for (int attempt = 0; attempt < 600; attempt++) {
            List<String> tokens = tokens(stream.fetch(by, 100, List.of()));
            if (tokens.size() >= count) {
                return tokens;
            }
            LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError("fewer than " + count + " events are offered");
    }

    private static List<String> tokens(JsonNode answer) {
        List<String> tokens = new ArrayList<>();
        answer.path("sets").forEach(token -> tokens.add(token.asText()));
        return tokens;
    }
}
