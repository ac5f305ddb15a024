package au.com.visibuild.scim.figures;

import au.com.visibuild.scim.figures.Wire.Request;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Requests to one instance: as many as it answers, or so many a second. */
final class Load {

    private final URI root;
    private final String token;
    private final int connections;

    /** What came of it. */
    static final class Result {

        private final Duration took;
        private final long failures;
        private final long[] microseconds;

        Result(Duration took, long failures, long[] sortedMicroseconds) {
            this.took = took;
            this.failures = failures;
            this.microseconds = sortedMicroseconds;
        }

        long failures() {
            return failures;
        }

        double rate() {
            return microseconds.length * 1e9 / took.toNanos();
        }

        double milliseconds(double quantile) {
            int at = (int) Math.min(microseconds.length - 1L, Math.round(microseconds.length * quantile));
            return microseconds[at] / 1_000.0;
        }
    }

    Load(URI root, String token, int connections) {
        this.root = root;
        this.token = token;
        this.connections = connections;
    }

    /** Each connection sends its next request when the last one is answered. */
    Result asFastAsItGoes(Duration time, Supplier<Request> next) {
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        return together(begin, () -> System.nanoTime() < end ? System.nanoTime() : -1, next);
    }

    /**
     * So many requests a second, whatever becomes of those before: a latency counts from the moment at which the request
     * was due, so that a pause of the service counts for every request that it held up.
     */
    Result atRate(int perSecond, Duration time, Supplier<Request> next) {
        long begin = System.nanoTime();
        long all = perSecond * time.toSeconds();
        AtomicLong sent = new AtomicLong();
        return together(
                begin,
                () -> {
                    long number = sent.getAndIncrement();
                    if (number >= all) {
                        return -1;
                    }
                    long due = begin + number * 1_000_000_000 / perSecond;
                    while (System.nanoTime() < due) {
                        LockSupport.parkNanos(due - System.nanoTime());
                    }
                    return due;
                },
                next);
    }

    /** When the next request is due: a nano time, or -1 at the end. May wait. */
    @FunctionalInterface
    private interface Due {
        long next();
    }

    private Result together(long begin, Due due, Supplier<Request> next) {
        AtomicLong failures = new AtomicLong();
        List<Long> latencies = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Future<List<Long>>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                running.add(threads.submit(() -> onOneConnection(due, next, failures)));
            }
            for (Future<List<Long>> each : running) {
                latencies.addAll(each.get());
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        long[] sorted = latencies.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return new Result(Duration.ofNanos(System.nanoTime() - begin), failures.get(), sorted);
    }

    private List<Long> onOneConnection(Due due, Supplier<Request> next, AtomicLong failures) throws IOException {
        List<Long> latencies = new ArrayList<>();
        try (Wire wire = new Wire(root, token)) {
            for (long from = due.next(); from >= 0; from = due.next()) {
                if (wire.send(next.get()) >= 400) {
                    failures.incrementAndGet();
                }
                latencies.add((System.nanoTime() - from) / 1_000);
            }
        }
        return latencies;
    }
}
