package au.com.visibuild.scim.signal;

import static au.com.visibuild.scim.fixture.SecurityEvent.ACCOUNT_DISABLED;
import static au.com.visibuild.scim.fixture.SecurityEvent.ACCOUNT_ENABLED;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.embedded.EmbeddedDatabase;
import au.com.visibuild.scim.fixture.Artefact;
import au.com.visibuild.scim.fixture.BesideTheService;
import au.com.visibuild.scim.fixture.Instance;
import au.com.visibuild.scim.fixture.OwnServer;
import au.com.visibuild.scim.fixture.PushReceiver;
import au.com.visibuild.scim.fixture.Replicas;
import au.com.visibuild.scim.fixture.SecurityEvent;
import au.com.visibuild.scim.fixture.SignalStream;
import au.com.visibuild.scim.fixture.Workforce;
import au.com.visibuild.scim.fixture.Workforce.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events while the database is away: nothing that was answered is lost, and the log is not filled by looking. */
@BesideTheService
class RelayWithoutDatabaseIT {

    private static final String SECRET = "Bearer of-a-patient-receiver";
    private static final Duration SOME_LOOKS = Duration.ofSeconds(6);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final OwnServer server = OwnServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatWasAnsweredBeforeAnAbsenceIsToldAfterItAndEachRelaySaysOnceThatItWaits() throws InterruptedException {
        Artefact artefact = Replicas.artefact("any")
                .with("visibuild.database.url", server.url())
                .with("quarkus.datasource.username", EmbeddedDatabase.USER)
                .with("quarkus.datasource.password", server.password());
        try (Instance instance = artefact.start().awaitReady();
                PushReceiver receiver = PushReceiver.listen(SECRET)) {
            Workforce workforce = Workforce.at(instance);
            Worker worker = workforce.hire(instance, "away");
            SignalStream stream = SignalStream.push(
                    workforce.company().admin(instance),
                    receiver.url(),
                    SECRET,
                    "email",
                    ACCOUNT_DISABLED,
                    ACCOUNT_ENABLED);
            receiver.trusts(stream.rules(instance));
            receiver.goAway();
            workforce.activate(instance, worker, false).send().expect(200);

            server.crash();
            Thread.sleep(SOME_LOOKS.toMillis());
            receiver.comeBack();
            server.startAgain();

            receiver.await(worker.userName(), 1);
            activateWhenItCan(workforce, instance, worker);
            receiver.await(worker.userName(), 2);
            assertThat(kinds(receiver.about(worker.userName()))).containsExactly(ACCOUNT_DISABLED, ACCOUNT_ENABLED);
            assertThat(receiver.refusals()).isEmpty();
            saidOnce(instance, "Events cannot be handed on: ");
            saidOnce(instance, "Deliveries cannot be claimed: ");
        }
    }

    /** Each kind once, in the order of its first arrival: an event may come again. */
    private static List<String> kinds(List<SecurityEvent> events) {
        return events.stream().map(SecurityEvent::type).distinct().toList();
    }

    private static void activateWhenItCan(Workforce workforce, Instance instance, Worker worker) {
        Instant until = Instant.now().plus(PATIENCE);
        while (workforce.activate(instance, worker, true).send().status() != 200) {
            assertThat(Instant.now()).isBefore(until);
        }
    }

    /** That it does not work, and that it works again. */
    private static void saidOnce(Instance instance, String what) {
        List<String> lines =
                instance.output().lines().filter(line -> line.contains(what)).toList();
        assertThat(lines.stream().filter(line -> !line.contains(what + "over")))
                .as("%s in %s", what, lines)
                .hasSize(1);
        assertThat(lines.stream().filter(line -> line.contains(what + "over"))).hasSize(1);
    }
}
