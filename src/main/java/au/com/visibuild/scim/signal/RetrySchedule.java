package au.com.visibuild.scim.signal;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** When a failed delivery is tried again: fixed waits, each shifted by up to a quarter so that retries spread out. */
final class RetrySchedule {

    private static final double SPREAD = 0.25;

    private final List<Duration> waits;
    private final RandomGenerator random;

    RetrySchedule(List<Duration> waits, RandomGenerator random) {
        this.waits = List.copyOf(waits);
        this.random = random;
    }

    /** The wait after the {@code attempt}-th failed attempt (from 1), or null when there is no further one. */
    @Nullable
    Duration after(int attempt) {
        if (attempt > waits.size()) {
            return null;
        }
        double factor = 1 + SPREAD * (2 * random.nextDouble() - 1);
        return Duration.ofMillis(Math.round(waits.get(attempt - 1).toMillis() * factor));
    }
}
