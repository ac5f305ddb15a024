package au.com.visibuild.scim.signal;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.BesideTheService;
import au.com.visibuild.scim.fixture.Caller;
import au.com.visibuild.scim.fixture.Instance;
import au.com.visibuild.scim.fixture.LongRun;
import au.com.visibuild.scim.fixture.PushReceiver;
import au.com.visibuild.scim.fixture.PushReceiver.Reaction;
import au.com.visibuild.scim.fixture.Replicas;
import au.com.visibuild.scim.fixture.SignalHistory;
import au.com.visibuild.scim.fixture.SignalHistory.Outcome;
import au.com.visibuild.scim.fixture.SignalStream;
import au.com.visibuild.scim.fixture.TestPostgres;
import au.com.visibuild.scim.fixture.Workforce;
import au.com.visibuild.scim.fixture.Workforce.Worker;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * People are switched off through two instances while receivers answer 500, hang, reset connections, lose their answers,
 * go away and come back; {@code -Dlong} switches off 2,000.
 */
@BesideTheService
class TroubledReceiversIT {

    private static final int DEACTIVATIONS = LongRun.count(100, 2_000);
    private static final int THREADS = 4;
    private static final String SECRET = "Bearer of-a-troubled-receiver";

    private final List<Instance> instances = Replicas.both();
    private final Workforce workforce = Workforce.at(instances.getFirst());
    private final SignalHistory history = new SignalHistory();

    @Test
    void everyEventArrivesInOrderAndNoneOfWhatWasRolledBack() throws Exception {
        List<Worker> workers = workforce.hire(instances.getFirst(), "worker", DEACTIVATIONS);
        List<Worker> doomed = workforce.hire(instances.getLast(), "doomed", DEACTIVATIONS / 10);
        workers.forEach(history::knows);
        doomed.forEach(history::knows);
        Caller owner = workforce.company().admin(instances.getFirst());
        try (PushReceiver steady = PushReceiver.listen(SECRET);
                PushReceiver shaky = PushReceiver.listen(SECRET);
                PushReceiver absent = PushReceiver.listen(SECRET);
                SignalStream toSteady = SignalStream.push(owner, steady.url(), SECRET, "opaque");
                SignalStream toShaky = SignalStream.push(owner, shaky.url(), SECRET, "email");
                SignalStream toAbsent = SignalStream.push(owner, absent.url(), SECRET, "iss_sub")) {
            steady.trusts(toSteady.rules(instances.getFirst()));
            shaky.trusts(toShaky.rules(instances.getFirst()));
            absent.trusts(toAbsent.rules(instances.getFirst()));
            Random dice = new Random(4);
            shaky.reacts(_ -> thrown(dice));

            try (Connection database = TestPostgres.connect(Replicas.database());
                    ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1)) {
                forbidTheDoomed(database);
                Future<?> travels = threads.submit(() -> comesAndGoes(absent));
                switchOff(threads, workers, doomed);
                travels.get();
            }
            untilQuiet(steady, shaky, absent);

            report("steady", steady);
            report("shaky", shaky);
            report("absent", absent);
            for (PushReceiver receiver : List.of(steady, shaky, absent)) {
                assertThat(receiver.refusals()).isEmpty();
                assertThat(history.violations(receiver.receipts())).isEmpty();
                assertThat(history.repeats(receiver.receipts(), receiver::isAnswerInDoubt)
                                .unexplained())
                        .isEmpty();
            }
            assertThat(shaky.receipts())
                    .extracting(PushReceiver.Receipt::reaction)
                    .as("every kind of trouble was had")
                    .contains(Reaction.values());
            assertThat(instances)
                    .extracting(Instance::output)
                    .allSatisfy(log -> assertThat(log)
                            .as("no line for each reset")
                            .doesNotContain("Connection reset", "Stream reset"));
        }
    }

    /** The database refuses them at the commit, when everything is written. */
    private static void forbidTheDoomed(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("""
                    CREATE FUNCTION doom() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'doomed'; END $$;
                    CREATE CONSTRAINT TRIGGER doom AFTER UPDATE ON users DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
                      WHEN (NEW.user_name LIKE 'doomed-%' AND NOT NEW.active) EXECUTE FUNCTION doom()""");
        }
    }

    private void switchOff(ExecutorService threads, List<Worker> workers, List<Worker> doomed) throws Exception {
        List<Future<?>> lanes = new ArrayList<>();
        for (int lane = 0; lane < THREADS; lane++) {
            int first = lane;
            lanes.add(threads.submit(() -> {
                for (int i = first; i < workers.size(); i += THREADS) {
                    play(i, workers.get(i));
                    if (i % 10 == 0) {
                        Worker one = doomed.get(i / 10);
                        workforce.activate(at(i), one, false).send().expect(500);
                        history.changed(one, false, Outcome.REFUSED);
                    }
                }
            }));
        }
        for (Future<?> lane : lanes) {
            lane.get();
        }
    }

    /** Off; some of them twice, some on again, some off once more. */
    private void play(int number, Worker worker) {
        change(at(number), worker, false, Outcome.DONE);
        if (number % 5 == 1) {
            change(at(number + 1), worker, false, Outcome.REFUSED);
        }
        if (number % 3 == 0) {
            change(at(number + 1), worker, true, Outcome.DONE);
        }
        if (number % 6 == 0) {
            change(at(number), worker, false, Outcome.DONE);
        }
    }

    private void change(Instance at, Worker worker, boolean active, Outcome outcome) {
        workforce.activate(at, worker, active).send().expect(200);
        history.changed(worker, active, outcome);
    }

    private Instance at(int number) {
        return instances.get(number % 2);
    }

    private static Reaction thrown(Random dice) {
        int thrown = dice.nextInt(100);
        return thrown < 62
                ? Reaction.TAKE
                : thrown < 77
                        ? Reaction.FAIL
                        : thrown < 87 ? Reaction.RESET : thrown < 97 ? Reaction.LOSE : Reaction.HANG;
    }

    private static void comesAndGoes(PushReceiver receiver) {
        for (int journey = 0; journey < LongRun.count(2, 8); journey++) {
            LockSupport.parkNanos(Duration.ofMillis(700).toNanos());
            receiver.goAway();
            LockSupport.parkNanos(Duration.ofMillis(1_500).toNanos());
            receiver.comeBack();
        }
    }

    private void untilQuiet(PushReceiver... receivers) {
        for (PushReceiver receiver : receivers) {
            receiver.until(
                    () -> receiver.distinct() >= history.expected(),
                    Duration.ofMinutes(LongRun.count(2, 10)),
                    history.expected() + " events");
        }
        // What should not come would come now: a repeat of an answer that was lost, an event of a change undone.
        LockSupport.parkNanos(Duration.ofSeconds(3).toNanos());
    }

    private void report(String name, PushReceiver receiver) {
        SignalHistory.Repeats repeats = history.repeats(receiver.receipts(), receiver::isAnswerInDoubt);
        System.out.printf(
                "Receiver %s: %d deactivations, %d events due, %d there, %d pushes, %d repeats:"
                        + " %d after lost answers, %d without a cause%n",
                name,
                DEACTIVATIONS + DEACTIVATIONS / 6,
                history.expected(),
                receiver.distinct(),
                receiver.receipts().size(),
                repeats.count(),
                repeats.lostAnswers(),
                repeats.unexplained().size());
    }
}
