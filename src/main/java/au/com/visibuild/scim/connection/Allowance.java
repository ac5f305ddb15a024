package au.com.visibuild.scim.connection;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many a key may have in an hour. Holds a bounded number of keys: those beyond are refused, for who brings so many
 * keys is not to be served.
 */
final class Allowance {

    private static final int MOST_KEYS = 50_000;
    private static final long HOUR = 3_600;

    private final int most;
    private final Map<String, Integer> taken = new ConcurrentHashMap<>();
    private volatile long hour;

    Allowance(int most) {
        this.most = most;
    }

    /** Whether the key may have one more. */
    boolean take(String key, Instant now) {
        long current = now.getEpochSecond() / HOUR;
        if (current != hour) {
            hour = current;
            taken.clear();
        }
        if (taken.size() >= MOST_KEYS && !taken.containsKey(key)) {
            return false;
        }
        return taken.merge(key, 1, (had, one) -> Math.min(had + one, most + 1)) <= most;
    }
}
