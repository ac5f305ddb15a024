package au.com.visibuild.scim.signal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.Instance;
import au.com.visibuild.scim.fixture.LongRun;
import au.com.visibuild.scim.fixture.PushReceiver;
import au.com.visibuild.scim.fixture.Replicas;
import au.com.visibuild.scim.fixture.SecurityEvent;
import au.com.visibuild.scim.fixture.SignalStream;
import au.com.visibuild.scim.fixture.Workforce;
import au.com.visibuild.scim.fixture.Workforce.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * How long after the identity provider's answer a platform has the event, at 50 deactivations a second. Prints it beside
 * the time of the PATCH in the same run; {@code -Dlong} measures a minute and holds the ratio, for which the machine
 * should have nothing else to do.
 */
@Isolated("measures times")
class SignalLatencyIT {

    private static final Duration EVERY = Duration.ofMillis(20);
    private static final int WARM_UP = LongRun.count(100, 1_000);
    private static final int MEASURED = LongRun.count(150, 3_000);
    private static final double MOST = 3;
    private static final String SECRET = "Bearer of-a-fast-receiver";

    private final List<Instance> instances = Replicas.both();
    private final Workforce workforce = Workforce.at(instances.getFirst());

    /** A deactivation: when it was due, and when its answer was there (as nanoTime). */
    private record Sent(Worker worker, long due, CompletableFuture<Long> answered) {}

    @Test
    void aPlatformIsToldSoonAfterTheIdentityProviderHasItsAnswer() {
        List<Worker> workers = workforce.hire(instances.getFirst(), "fast", WARM_UP + MEASURED);
        try (PushReceiver receiver = PushReceiver.listen(SECRET);
                SignalStream stream = SignalStream.push(
                        workforce.company().admin(instances.getFirst()), receiver.url(), SECRET, "email")) {
            receiver.trusts(stream.rules(instances.getFirst()));

            List<Sent> all = switchOff(workers);
            all.forEach(sent -> sent.answered().join());
            receiver.until(
                    () -> receiver.distinct() >= 2L * workers.size(), Duration.ofMinutes(2), "two events of each");

            assertThat(receiver.refusals()).isEmpty();
            List<Sent> measured = all.subList(WARM_UP, all.size());
            List<Double> patches = measured.stream()
                    .map(sent -> millis(sent.answered().join() - sent.due()))
                    .toList();
            List<Double> revoked = delays(receiver, measured, SecurityEvent.SESSION_REVOKED);
            List<Double> disabled = delays(receiver, measured, SecurityEvent.ACCOUNT_DISABLED);
            double ratio = percentile(revoked, 99) / percentile(patches, 99);
            System.out.printf(
                    "At %d deactivations a second, %d of them: PATCH %s; from its answer to session-revoked %s, to"
                            + " account-disabled %s; p99 %.2f times that of the PATCH%n",
                    1_000 / EVERY.toMillis(), MEASURED, shown(patches), shown(revoked), shown(disabled), ratio);
            if (LongRun.isOn()) {
                assertThat(ratio).isLessThanOrEqualTo(MOST);
            }
        }
    }

    /** At their times, whatever the service does: one that is slow does not get less to do. */
    private List<Sent> switchOff(List<Worker> workers) {
        List<Sent> all = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < workers.size(); i++) {
            long due = start + i * EVERY.toNanos();
            LockSupport.parkNanos(due - System.nanoTime());
            Worker worker = workers.get(i);
            long sent = System.nanoTime();
            CompletableFuture<Long> answered = workforce
                    .activate(instances.get(i % 2), worker, false)
                    .begin()
                    .thenApply(SignalLatencyIT::now);
            all.add(new Sent(worker, sent, answered));
        }
        return all;
    }

    private static long now(Answer answer) {
        long now = System.nanoTime();
        answer.expect(200);
        return now;
    }

    private static List<Double> delays(PushReceiver receiver, List<Sent> measured, String type) {
        Map<String, Long> arrived = new HashMap<>();
        receiver.receipts().stream()
                .filter(receipt -> receipt.event().type().equals(type))
                .forEach(receipt -> arrived.putIfAbsent(receipt.event().subject(), receipt.arrived()));
        return measured.stream()
                .map(sent -> millis(requireNonNull(arrived.get(sent.worker().userName()))
                        - sent.answered().join()))
                .toList();
    }

    private static double millis(long nanos) {
        return nanos / 1_000_000.0;
    }

    private static double percentile(List<Double> values, int percent) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private static String shown(List<Double> values) {
        return "p50 %.1f ms, p99 %.1f ms, most %.1f ms"
                .formatted(percentile(values, 50), percentile(values, 99), percentile(values, 100));
    }
}
