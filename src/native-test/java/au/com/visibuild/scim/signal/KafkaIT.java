package au.com.visibuild.scim.signal;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Artefact;
import au.com.visibuild.scim.fixture.BesideTheService;
import au.com.visibuild.scim.fixture.Caller;
import au.com.visibuild.scim.fixture.Instance;
import au.com.visibuild.scim.fixture.KafkaBroker;
import au.com.visibuild.scim.fixture.KafkaTopic;
import au.com.visibuild.scim.fixture.KafkaTopic.Event;
import au.com.visibuild.scim.fixture.ProductionCompany;
import au.com.visibuild.scim.fixture.ProductionKeys;
import au.com.visibuild.scim.fixture.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Security events on a Kafka topic, as a platform that reads it gets them; and what becomes of SCIM without Kafka. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@BesideTheService
class KafkaIT {

    private static final String SESSION_REVOKED = "https://schemas.openid.net/secevent/caep/event-type/session-revoked";
    private static final String RISC = "https://schemas.openid.net/secevent/risc/event-type/";
    private static final String DISABLED = RISC + "account-disabled";
    private static final String ENABLED = RISC + "account-enabled";
    private static final int MANY = 40;

    /** Often and for long, so that no test waits for the next try. */
    private static final String RETRIES = String.join(",", Collections.nCopies(300, "1s"));

    private final String database = TestPostgres.newDatabase();
    private final KafkaBroker broker = KafkaBroker.with("events-of-production");
    private final KafkaTopic topic = KafkaTopic.of(broker);
    private final Instance instance = told(database).start().awaitReady();
    private final ProductionCompany company = ProductionCompany.make(instance);
    private final Caller scim = company.scim(instance, company.enable(instance));
    private int people;

    @BeforeEach
    void startKafka() {
        broker.start();
    }

    @AfterAll
    void stop() {
        instance.close();
        topic.close();
        broker.close();
    }

    @Test
    void everyEventIsARecordUnderThePersonsKeyInThePersonsOrder() {
        List<String> told = people(6);

        for (boolean active : new boolean[] {false, true, false}) {
            told.forEach(person -> activate(scim, person, active));
        }

        Map<String, List<Event>> events = topic.await(Set.copyOf(told), 5);
        assertThat(events.values()).allSatisfy(ones -> {
            assertThat(ones)
                    .extracting(Event::type)
                    .containsExactly(SESSION_REVOKED, DISABLED, ENABLED, SESSION_REVOKED, DISABLED);
            assertThat(ones)
                    .extracting(Event::partition)
                    .containsOnly(ones.getFirst().partition());
        });
        assertThat(events.values().stream().flatMap(List::stream)).allSatisfy(event -> {
            assertThat(event.headers())
                    .containsOnly(
                            Map.entry("content-type", "application/secevent+jwt"),
                            Map.entry("event-type", event.type()),
                            Map.entry("jti", event.id()));
            assertThat(event.claims().path("iss").asText()).isEqualTo(ProductionKeys.OWN_ISSUER);
            assertThat(event.claims().path("aud").asText()).isEqualTo(broker.topic());
            assertThat(event.claims().path("sub_id").path("email").asText()).startsWith("kafka-");
        });
    }

    @Test
    void aKafkaThatIsKilledAndComesBackMissesNothingAndScimDoesNotWaitForIt() {
        List<String> before = people(MANY);
        List<String> meanwhile = people(MANY);
        String first = people(1).getFirst();
        List<Duration> with =
                before.stream().map(person -> disable(person)).sorted().toList();
        topic.await(Set.copyOf(before), 2);

        broker.kill();
        int quiet = instance.output().length();
        disable(first);
        untilATryFailed();
        List<Duration> without =
                meanwhile.stream().map(person -> disable(person)).sorted().toList();
        Caller.at(instance.management()).get("/q/health/ready").expect(200);
        untilATryFailed();
        String log = instance.output().substring(quiet);
        broker.start();

        Set<String> all = Stream.of(before, meanwhile, List.of(first))
                .flatMap(List::stream)
                .collect(toSet());
        assertThat(topic.await(all, 2).values())
                .allSatisfy(ones ->
                        assertThat(distinct(ones)).extracting(Event::type).containsExactly(SESSION_REVOKED, DISABLED));
        System.out.printf(
                "PATCH with Kafka: median %s, p90 %s; without: median %s, p90 %s%n",
                at(with, 50), at(with, 90), at(without, 50), at(without, 90));
        assertThat(at(without, 50)).isLessThan(at(with, 50).multipliedBy(10));
        assertThat(at(without, 90)).isLessThan(at(with, 90).multipliedBy(10));
        assertThat(linesOfKafka(log))
                .as(log)
                .hasSizeBetween(1, 3)
                .allMatch(line -> line.contains("Kafka takes no security events"));
        assertThat(log).doesNotContain("eyJ");
    }

    @Test
    void anInstanceThatStartsWithoutItsKafkaIsReadyAndTellsLater() {
        broker.kill();
        try (Instance early = told(TestPostgres.newDatabase()).start().awaitReady()) {
            ProductionCompany other = ProductionCompany.make(early);
            Caller idp = other.scim(early, other.enable(early));
            String person = person(idp, other.userName("early"));
            activate(idp, person, false);

            broker.start();

            assertThat(topic.await(Set.of(person), 2).values())
                    .allSatisfy(ones -> assertThat(distinct(ones))
                            .extracting(Event::type)
                            .containsExactly(SESSION_REVOKED, DISABLED));
            assertThat(early.terminate()).as(early.output()).isIn(0, 143);
            assertThat(early.output()).contains("stopped in").doesNotContain("\"level\":\"ERROR\"");
        }
    }

    @Test
    void whoNamesNoBrokersHasNoKafka() {
        String own = TestPostgres.newDatabase();
        try (Instance without = Artefact.production(own).start().awaitReady()) {
            ProductionCompany other = ProductionCompany.make(without);
            Caller idp = other.scim(without, other.enable(without));
            activate(idp, person(idp, other.userName("untold")), false);

            untilHandedOn(own);

            assertThat(numberOf(own, "SELECT count(*) FROM stream")).isZero();
            assertThat(Caller.at(without.management())
                            .get("/q/health/ready")
                            .expect(200)
                            .body())
                    .doesNotContainIgnoringCase("kafka", "messaging");
            assertThat(linesOfKafka(without.output())).isEmpty();
        }
    }

    /** What the log says of Kafka or its connector (SRMSG), but for the list of what is built in and the migration. */
    private static List<String> linesOfKafka(String log) {
        return log.lines()
                .filter(line -> !line.contains("Installed features") && !line.contains("Migrating schema"))
                .filter(line -> line.toLowerCase(Locale.ROOT).contains("kafka") || line.contains("SRMSG"))
                .toList();
    }

    private Artefact told(String ofDatabase) {
        return Artefact.production(ofDatabase)
                .with("visibuild.signal.kafka.brokers", broker.address())
                .with("visibuild.signal.kafka.topic", broker.topic())
                .with("visibuild.signal.retries", RETRIES);
    }

    private List<String> people(int count) {
        return Stream.generate(() -> person(scim, company.userName("kafka-" + people++)))
                .limit(count)
                .toList();
    }

    private static String person(Caller idp, String userName) {
        return idp.post(
                        "/scim_v2/Users",
                        "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"" + userName
                                + "\",\"active\":true}")
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private Duration disable(String person) {
        long start = System.nanoTime();
        activate(scim, person, false);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void activate(Caller idp, String person, boolean active) {
        idp.patch("/scim_v2/Users/" + person, """
                        {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
                         "Operations":[{"op":"replace","path":"active","value":%s}]}""".formatted(active)).expect(200);
    }

    /** Each event where it came first. */
    private static List<Event> distinct(List<Event> events) {
        Set<String> seen = new HashSet<>();
        return events.stream().filter(event -> seen.add(event.id())).toList();
    }

    private static Duration at(List<Duration> sorted, int percent) {
        return sorted.get((sorted.size() - 1) * percent / 100);
    }

    private void untilATryFailed() {
        untilSome(database, "SELECT count(*) FROM delivery WHERE delivered_at IS NULL AND last_error IS NOT NULL");
    }

    private static void untilHandedOn(String database) {
        untilSome(
                database,
                "SELECT count(*) FROM outbox_event WHERE type = 'ACCOUNT_DISABLED' AND handed_on_at IS NOT NULL");
    }

    private static void untilSome(String database, String sql) {
        Instant until = Instant.now().plusSeconds(60);
        while (numberOf(database, sql) == 0) {
            assertThat(Instant.now()).as(sql).isBefore(until);
            LockSupport.parkNanos(100_000_000L);
        }
    }

    private static long numberOf(String database, String sql) {
        try (Connection connection = TestPostgres.connect(database);
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
