package au.com.visibuild.scim.api.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogFloodTest {

    private final LogFlood flood = new LogFlood();

    @Test
    void aWarningThatComesAgainAndAgainIsWrittenAFewTimes() {
        assertThat(written(line(Level.SEVERE, "Request %s: the database is away"), 1_000))
                .isEqualTo(10);
        assertThat(written(line(Level.SEVERE, "Something else"), 1)).isEqualTo(1);
    }

    @Test
    void linesThatOnlyTellAreNotCounted() {
        assertThat(written(line(Level.INFO, "GET 200"), 1_000)).isEqualTo(1_000);
    }

    @Test
    void textsWithoutEndDoNotFillTheMemory() {
        long written = IntStream.range(0, 5_000)
                .filter(i -> flood.isLoggable(line(Level.WARNING, "text " + i)))
                .count();

        assertThat(written).isBetween(1_000L, 1_010L);
    }

    @Test
    void aTimerOfThePoolForWhichNobodyWaitsIsNoNewsAndAnyOtherIs() {
        LogRecord line = line(Level.SEVERE, "Uncaught exception received by Vert.x");
        IllegalStateException late = new IllegalStateException("Result is already complete");
        line.setThrown(late);

        assertThat(flood.isLoggable(line)).isTrue();

        late.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("io.vertx.core.Promise", "fail", "Promise.java", 90),
            new StackTraceElement("io.vertx.sqlclient.impl.pool.SqlConnectionPool", "execute", "Pool.java", 216)
        });
        assertThat(flood.isLoggable(line)).isFalse();
    }

    private long written(LogRecord line, int times) {
        return IntStream.range(0, times).filter(_ -> flood.isLoggable(line)).count();
    }

    private static LogRecord line(Level level, String message) {
        LogRecord line = new LogRecord(level, message);
        line.setLoggerName("au.com.visibuild.scim.api.UnknownFailures");
        return line;
    }
}
