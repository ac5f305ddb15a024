package au.com.visibuild.scim.api.ops;

import io.quarkus.logging.LoggingFilter;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lets no warning drown the log: of those that differ only in what was filled in, so many are written in ten seconds;
 * then a line says how many were not. A database that is away must not fill a disk.
 */
@LoggingFilter(name = "flood")
public final class LogFlood implements Filter {

    private static final long WINDOW_NANOS = 10_000_000_000L;
    private static final int WRITTEN_PER_WINDOW = 10;

    /** Texts that are put together at their caller would be a kind each: beyond this all of them are one kind. */
    private static final int MOST_KINDS = 1_000;

    private static final String POOL = "io.vertx.sqlclient.impl.pool.SqlConnectionPool";
    private static final int DEEPEST = 4;

    private static final Logger LOG = Logger.getLogger(LogFlood.class);

    private static final class Kind {
        private final AtomicLong windowEnds = new AtomicLong(System.nanoTime() + WINDOW_NANOS);
        private final AtomicLong written = new AtomicLong();
        private final AtomicLong leftOut = new AtomicLong();
    }

    private final Map<String, Kind> kinds = new ConcurrentHashMap<>();

    @Override
    public boolean isLoggable(LogRecord line) {
        if (line.getLevel().intValue() < Level.WARNING.intValue()
                || LogFlood.class.getName().equals(line.getLoggerName())) {
            return true;
        }
        if (isLateTimer(line.getThrown())) {
            return false;
        }
        Kind kind = kinds.computeIfAbsent(key(line), _ -> new Kind());
        long now = System.nanoTime();
        long ends = kind.windowEnds.get();
        if (now - ends >= 0 && kind.windowEnds.compareAndSet(ends, now + WINDOW_NANOS)) {
            kind.written.set(0);
            long leftOut = kind.leftOut.getAndSet(0);
            if (leftOut > 0) {
                LOG.warnf("%d lines of %s like the next one were left out", leftOut, line.getLoggerName());
            }
        }
        if (kind.written.incrementAndGet() <= WRITTEN_PER_WINDOW) {
            return true;
        }
        kind.leftOut.incrementAndGet();
        return false;
    }

    /**
     * The database pool does not stop the timer of a request that failed before its time was over; when it goes off,
     * nobody waits for it any more, and Vert.x writes a stack trace for each.
     */
    private static boolean isLateTimer(@Nullable Throwable thrown) {
        return thrown instanceof IllegalStateException
                && "Result is already complete".equals(thrown.getMessage())
                && Arrays.stream(thrown.getStackTrace())
                        .limit(DEEPEST)
                        .anyMatch(frame -> frame.getClassName().equals(POOL));
    }

    private String key(LogRecord line) {
        return kinds.size() < MOST_KINDS ? line.getLoggerName() + " " + line.getMessage() : "";
    }
}
