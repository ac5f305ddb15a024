package au.com.visibuild.scim.signal;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.Call;
import au.com.visibuild.scim.fixture.Caller;
import au.com.visibuild.scim.fixture.DeliveryRows;
import au.com.visibuild.scim.fixture.DemoJwts;
import au.com.visibuild.scim.fixture.InTransaction;
import au.com.visibuild.scim.fixture.Metrics;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.fixture.Rows;
import au.com.visibuild.scim.fixture.Tenant;
import au.com.visibuild.scim.platform.Doorbell;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Long polls that wait for what another replica made, what a stream that went to sleep offers, and what operators see. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class StreamNewsTest {

    @TestHTTPResource
    URI root;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @TestHTTPResource(value = "/health/ready", management = true)
    URI ready;

    @Inject
    DeliveryLag lag;

    @Inject
    StreamNews news;

    @Inject
    Doorbell doorbell;

    @Inject
    Streams streams;

    @Inject
    DeliveryStore deliveries;

    @Inject
    DeliveryLedger ledger;

    @Inject
    SecurityEvents events;

    @Inject
    SignalConfig config;

    private Tenant tenant;
    private Caller platform;
    private UUID pat;
    private UUID stream;

    @BeforeEach
    void aPolledStream() {
        tenant = Tenant.make(root);
        pat = UUID.fromString(tenant.person("pat"));
        platform = tenant.anyone()
                .bearer(DemoJwts.of(Map.of("sub", "platform-" + tenant.mark(), "groups", List.of("platform"))));
        stream = UUID.fromString(platform.post("/ssf/stream", "{}")
                .expect(201)
                .json()
                .path("stream_id")
                .asText());
    }

    @AfterEach
    void dropTheStreams() {
        Rows.execute("DELETE FROM stream WHERE owner <> 'settings'");
        Rows.execute("DELETE FROM delivery WHERE dead_at IS NOT NULL");
    }

    @Test
    void aWaitingPollIsAnsweredWithWhatAnotherReplicaMade() throws Exception {
        CompletableFuture<Answer> waiting = CompletableFuture.supplyAsync(() -> poll("{}"));
        LockSupport.parkNanos(200_000_000L);

        UUID delivery = open();
        Rows.query("SELECT pg_notify('visibuild_scim', ?)::text", "another " + stream);

        JsonNode sets = waiting.get(60, TimeUnit.SECONDS).expect(200).json().path("sets");
        assertThat(sets.has(delivery.toString())).isTrue();
    }

    @Test
    void aPlaceToWaitIsWokenByItsStreamsNewsOnlyAndLeftOnce() {
        StreamNews.Wait wait = news.take(stream);
        StreamNews.Wait other = news.take(UUID.randomUUID());
        assertThat(wait).isNotNull();
        assertThat(other).isNotNull();
        news.of(Set.of(stream));

        long start = System.nanoTime();
        InTransaction.onEventLoop(() -> wait.within(Duration.ofMinutes(1)));
        Duration woken = Duration.ofNanos(System.nanoTime() - start);
        InTransaction.onEventLoop(() -> other.within(Duration.ofMinutes(1)));
        Duration waited = Duration.ofNanos(System.nanoTime() - start);

        assertThat(waited.minus(woken)).as("it looks by itself now and then").isGreaterThan(Duration.ofMillis(900));
        wait.leave();
        other.leave();
    }

    @Test
    void aStreamThatIsSwitchedOffOffersTheNewsOfItAndNothingElse() {
        UUID event = open();
        UUID told = UUID.randomUUID();
        Rows.execute(
                "INSERT INTO delivery (id, stream_id, type, payload, txn, occurred_at, created_at, next_attempt_at)"
                        + " VALUES (?, ?, 'STREAM_UPDATED', '{\"status\":\"disabled\"}', 'x', now(), now(), now())",
                told,
                stream);
        Rows.execute("UPDATE stream SET status = 'DISABLED' WHERE id = ?", stream);

        JsonNode sets = poll("{\"returnImmediately\":true}").expect(200).json().path("sets");

        assertThat(sets.has(told.toString())).isTrue();
        assertThat(sets.has(event.toString())).isFalse();
    }

    @Test
    void aPollKeepsItsStreamAwake() {
        Rows.execute("UPDATE stream SET last_seen_at = now() - interval '29 days' WHERE id = ?", stream);

        poll("{\"returnImmediately\":true}").expect(200);

        assertThat(Rows.count(
                        "SELECT count(*) FROM stream WHERE id = ? AND last_seen_at > now() - interval '1 hour'",
                        stream))
                .isEqualTo(1);
        assertThat(platform.get("/ssf/stream?stream_id=" + stream)
                        .json()
                        .path("inactivity_timeout")
                        .asLong())
                .isEqualTo(Duration.ofDays(30).toSeconds());
    }

    @Test
    void soDoesEveryOtherCallThatNamesIt() {
        String named = "{\"stream_id\":\"" + stream + "\"";
        String subject = named + ",\"subject\":{\"format\":\"opaque\",\"id\":\"x\"}}";
        Map<String, Runnable> calls = Map.of(
                "read", () -> platform.get("/ssf/stream?stream_id=" + stream),
                "status", () -> platform.get("/ssf/status?stream_id=" + stream),
                "change", () -> platform.patch("/ssf/stream", named + "}"),
                "remove", () -> platform.post("/ssf/subjects:remove", subject),
                "add", () -> platform.post("/ssf/subjects:add", subject),
                "verify too often", () -> platform.post("/ssf/verify", named + "}"));
        platform.post("/ssf/verify", named + "}").expect(204);

        calls.forEach((name, call) -> {
            Rows.execute("UPDATE stream SET last_seen_at = now() - interval '29 days' WHERE id = ?", stream);
            call.run();
            assertThat(Rows.count(
                            "SELECT count(*) FROM stream WHERE id = ? AND last_seen_at > now() - interval '1 hour'",
                            stream))
                    .as(name)
                    .isEqualTo(1);
        });
    }

    @Test
    void aPollThatWaitsIsAnsweredBeforeTheInstanceEnds() throws Exception {
        StreamNews ending = new StreamNews(doorbell);
        Polls polls = new Polls(streams, deliveries, ending, ledger, events, config, Clock.systemUTC());
        StreamOwner owner = StreamOwner.platform("platform-" + tenant.mark());
        long start = System.nanoTime();
        CompletableFuture<Polls.Offer> waiting = CompletableFuture.supplyAsync(
                () -> InTransaction.onEventLoop(
                        () -> polls.poll(owner, stream.toString(), new Polls.Request(1, false, List.of(), Map.of()))),
                task -> Thread.ofPlatform().start(task));
        LockSupport.parkNanos(500_000_000L);

        ending.end(new ShutdownDelayInitiatedEvent());

        assertThat(waiting.get(60, TimeUnit.SECONDS).tokens()).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as("the length of a long poll")
                .isLessThan(config.longPoll().minusSeconds(5));
    }

    @Test
    void operatorsSeeWhatWaitsWhatIsDeadAndWhatArrived() {
        Rows.execute("DELETE FROM delivery WHERE delivered_at IS NULL");
        UUID open = open();
        DeliveryRows.dead(stream, tenant.id(), pat);
        Rows.execute("UPDATE delivery SET created_at = now() - interval '100 seconds' WHERE id = ?", open);
        double before = value("scim_outbox_publish_total{result=\"delivered\"}");

        InTransaction.onEventLoop(() -> lag.read());

        assertThat(value("scim_outbox_oldest_age_seconds")).isBetween(100.0, 400.0);
        assertThat(value("scim_outbox_pending")).isEqualTo(1);
        assertThat(value("scim_outbox_dead")).isEqualTo(1);
        // The answer's status is the database's matter, whose connections another test may just have ended.
        JsonNode checks =
                Call.of("GET", ready, null, "text/plain", null).send().json().path("checks");
        assertThat(checks.toString()).contains("Security events", "oldestUndeliveredSeconds");
        poll("{\"maxEvents\":0,\"ack\":[\"" + open + "\"]}").expect(200);
        assertThat(value("scim_outbox_publish_total{result=\"delivered\"}")).isEqualTo(before + 1);
        assertThat(value("scim_outbox_delivery_seconds_count")).isPositive();
    }

    private UUID open() {
        UUID id = DeliveryRows.dead(stream, tenant.id(), pat);
        Rows.execute("UPDATE delivery SET dead_at = NULL, attempts = 0, last_error = NULL WHERE id = ?", id);
        return id;
    }

    private Answer poll(String body) {
        return platform.post("/ssf/poll/" + stream, body);
    }

    private double value(String metric) {
        Matcher line = Pattern.compile("^" + Pattern.quote(metric) + "(?:\\{[^}]*})? (\\S+)$", Pattern.MULTILINE)
                .matcher(Metrics.at(metrics).text());
        assertThat(line.find()).as(metric).isTrue();
        return Double.parseDouble(line.group(1));
    }
}
