package au.com.visibuild.scim.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutageTest {

    private static final String NAME = OutageTest.class.getName() + ".log";

    private final Logger log = Logger.getLogger(NAME);
    private final Lines lines = new Lines();
    private final StoppedClock clock = new StoppedClock();
    private final Outage outage =
            new Outage(org.jboss.logging.Logger.getLogger(NAME), "Nothing can be handed on", clock);

    @BeforeEach
    void listen() {
        log.addHandler(lines);
    }

    @AfterEach
    void stop() {
        log.removeHandler(lines);
    }

    @Test
    void whatFailsEverySecondIsToldOnceAMinute() {
        for (int second = 0; second < 90; second++) {
            outage.failed(new IllegalStateException("away"));
            clock.now = clock.now.plusSeconds(1);
        }

        assertThat(lines.levels).containsExactly("WARN", "WARN");
    }

    @Test
    void thatItIsOverIsToldOnceAndTheNextTimeIsToldAnew() {
        outage.over();
        outage.failed(new IllegalStateException("away"));
        outage.over();
        outage.over();
        clock.now = clock.now.plus(Duration.ofSeconds(1));
        outage.failed(new IllegalStateException("away"));

        assertThat(lines.levels).containsExactly("WARN", "INFO", "WARN");
    }

    private static final class Lines extends Handler {
        private final List<String> levels = new ArrayList<>();

        @Override
        public void publish(LogRecord line) {
            levels.add(line.getLevel().getName());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private static final class StoppedClock extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
