package au.com.visibuild.scim.signal;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.BesideTheService;
import au.com.visibuild.scim.fixture.Instance;
import au.com.visibuild.scim.fixture.LongRun;
import au.com.visibuild.scim.fixture.MortalReplicas;
import au.com.visibuild.scim.fixture.PushReceiver;
import au.com.visibuild.scim.fixture.PushReceiver.Arrival;
import au.com.visibuild.scim.fixture.PushReceiver.Reaction;
import au.com.visibuild.scim.fixture.Replicas;
import au.com.visibuild.scim.fixture.SignalHistory;
import au.com.visibuild.scim.fixture.SignalHistory.Outcome;
import au.com.visibuild.scim.fixture.SignalStream;
import au.com.visibuild.scim.fixture.SocketOwner;
import au.com.visibuild.scim.fixture.TestPostgres;
import au.com.visibuild.scim.fixture.Workforce;
import au.com.visibuild.scim.fixture.Workforce.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * The instance that sends an event is killed when the receiver has read it and before it can know that: the receiver
 * itself kills it, in place of an answer. {@code -Dlong} does so a hundred times.
 */
@BesideTheService
class KilledRelayIT {

    private static final int KILLS = LongRun.count(3, 100);
    private static final int AT_ONCE = 6;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String SECRET = "Bearer of-a-deadly-receiver";

    private final SignalHistory history = new SignalHistory();
    private final AtomicInteger untilTheKill = new AtomicInteger(-1);
    private final AtomicInteger killed = new AtomicInteger();

    @Test
    void nothingIsLostWhenTheSenderDiesBetweenSendingAndMarking() {
        try (MortalReplicas replicas = MortalReplicas.of(
                        Replicas.artefact(TestPostgres.newDatabase()).with("visibuild.signal.lease", "4s"));
                PushReceiver receiver = PushReceiver.listen(SECRET)) {
            Instance first = replicas.alive().getFirst();
            Workforce workforce = Workforce.at(first);
            SignalStream stream = SignalStream.push(workforce.company().admin(first), receiver.url(), SECRET, "email");
            receiver.trusts(stream.rules(first));
            receiver.reacts(arrival -> reaction(arrival, receiver, replicas));
            List<Worker> workers = workforce.hire(first, "worker", KILLS * AT_ONCE);
            workers.forEach(history::knows);

            for (int round = 0; round < KILLS; round++) {
                untilTheKill.set(round % AT_ONCE + 1);
                switchOff(replicas, workforce, workers.subList(round * AT_ONCE, (round + 1) * AT_ONCE));
                int kills = round + 1;
                receiver.until(() -> killed.get() >= kills, PATIENCE, "a kill");
                receiver.until(
                        () -> history.violations(receiver.receipts()).isEmpty(),
                        PATIENCE,
                        "everything in its order: " + history.violations(receiver.receipts()));
                replicas.whole();
            }

            // What should not come would come now.
            LockSupport.parkNanos(Duration.ofSeconds(5).toNanos());
            SignalHistory.Repeats repeats = history.repeats(receiver.receipts(), receiver::isAnswerInDoubt);
            System.out.printf(
                    "Killed between send and mark %d times: %d events due, %d there, %d pushes, %d repeats after kills,"
                            + " %d without a cause%n",
                    killed.get(),
                    history.expected(),
                    receiver.distinct(),
                    receiver.receipts().size(),
                    repeats.count() - repeats.unexplained().size(),
                    repeats.unexplained().size());
            assertThat(killed).hasValue(KILLS);
            assertThat(receiver.refusals()).isEmpty();
            assertThat(history.violations(receiver.receipts())).isEmpty();
            assertThat(repeats.unexplained()).isEmpty();
        }
    }

    /** Kills the sender of the event whose turn it is; keeps the event or forgets it, as the dice fall. */
    private Reaction reaction(Arrival arrival, PushReceiver receiver, MortalReplicas replicas) {
        if (untilTheKill.decrementAndGet() != 0) {
            return Reaction.TAKE;
        }
        Instance sender = SocketOwner.of(arrival.senderPort(), receiver.port(), replicas.alive())
                .orElseThrow();
        replicas.kill(sender);
        history.crashed();
        return killed.incrementAndGet() % 2 == 0 ? Reaction.RESET : Reaction.LOSE;
    }

    /** All at once, at whichever lives; an answer that is lost leaves it open what was done. */
    private void switchOff(MortalReplicas replicas, Workforce workforce, List<Worker> workers) {
        List<Instance> instances = replicas.alive();
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (int i = 0; i < workers.size(); i++) {
            answers.add(workforce
                    .activate(instances.get(i % instances.size()), workers.get(i), false)
                    .begin());
        }
        for (int i = 0; i < workers.size(); i++) {
            history.changed(workers.get(i), false, outcome(answers.get(i)));
        }
    }

    private static Outcome outcome(CompletableFuture<Answer> answer) {
        try {
            answer.join().expect(200);
            return Outcome.DONE;
        } catch (CompletionException e) {
            return Outcome.UNKNOWN;
        }
    }
}
