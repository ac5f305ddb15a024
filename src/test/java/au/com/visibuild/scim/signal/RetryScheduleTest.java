package au.com.visibuild.scim.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private static final List<Duration> WAITS = List.of(Duration.ofSeconds(1), Duration.ofSeconds(10));

    @Test
    void eachFailedAttemptHasItsWait() {
        RetrySchedule schedule = new RetrySchedule(WAITS, always(0.5));

        assertThat(schedule.after(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(schedule.after(2)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void afterTheLastWaitThereIsNone() {
        RetrySchedule schedule = new RetrySchedule(WAITS, always(0.5));

        assertThat(schedule.after(3)).isNull();
        assertThat(schedule.after(4)).isNull();
    }

    @Test
    void withoutWaitsTheFirstFailureIsTheLast() {
        assertThat(new RetrySchedule(List.of(), always(0.5)).after(1)).isNull();
    }

    @Test
    void aWaitIsShiftedByUpToAQuarterEitherWay() {
        assertThat(new RetrySchedule(WAITS, always(0)).after(2)).isEqualTo(Duration.ofMillis(7_500));
        assertThat(new RetrySchedule(WAITS, always(Math.nextDown(1.0))).after(2))
                .isEqualTo(Duration.ofMillis(12_500));
    }

    @Test
    void theSameRandomGivesTheSameWaitsAndWaitsDifferAmongEachOther() {
        RetrySchedule one = new RetrySchedule(WAITS, new Random(7));
        RetrySchedule other = new RetrySchedule(WAITS, new Random(7));
        Duration first = one.after(1);

        assertThat(other.after(1)).isEqualTo(first);
        assertThat(one.after(1)).isNotEqualTo(first);
    }

    private static RandomGenerator always(double value) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new UnsupportedOperationException();
            }

            @Override
            public double nextDouble() {
                return value;
            }
        };
    }
}
