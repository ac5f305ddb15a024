package au.com.visibuild.scim.connection;

import static au.com.visibuild.scim.connection.ConnectionState.EXPIRED;
import static au.com.visibuild.scim.connection.ConnectionState.EXPIRING;
import static au.com.visibuild.scim.connection.ConnectionState.FAILING;
import static au.com.visibuild.scim.connection.ConnectionState.HEALTHY;
import static au.com.visibuild.scim.connection.ConnectionState.NEVER_ON;
import static au.com.visibuild.scim.connection.ConnectionState.NOT_INCLUDED;
import static au.com.visibuild.scim.connection.ConnectionState.OFF;
import static au.com.visibuild.scim.connection.ConnectionState.QUIET;
import static au.com.visibuild.scim.connection.ConnectionState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConnectionFactsTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    @Test
    void withoutFeatureOrTokenNothingElseCounts() {
        assertThat(new ConnectionFacts(false, true, NOW, NOW, null, null, Count.NONE, Count.NONE).states(NOW))
                .containsExactly(NOT_INCLUDED);
        assertThat(new ConnectionFacts(true, false, null, null, null, null, Count.NONE, Count.NONE).states(NOW))
                .containsExactly(NEVER_ON);
        assertThat(new ConnectionFacts(true, true, null, null, null, null, Count.NONE, Count.NONE).states(NOW))
                .containsExactly(OFF);
    }

    @Test
    void aTokenThatWasNeverUsedWaits() {
        assertThat(states(300, null, null, Count.NONE, Count.NONE)).containsExactly(WAITING);
        assertThat(states(300, Duration.ofDays(90), Duration.ofDays(90), Count.NONE, Count.NONE))
                .as("used, but an older one")
                .containsExactly(WAITING);
    }

    @Test
    void aDayWithoutRequestsIsQuiet() {
        Duration day = Duration.ofHours(24);
        assertThat(states(300, day, day, Count.NONE, Count.NONE)).containsExactly(HEALTHY);
        assertThat(states(300, day.plusSeconds(1), day.plusSeconds(1), Count.NONE, Count.NONE))
                .containsExactly(QUIET);
    }

    @Test
    void aTwentiethOfEnoughRequestsMakesItFail() {
        Duration now = Duration.ZERO;
        assertThat(states(300, now, now, new Count(10, 9, 1, 0), Count.NONE)).containsExactly(HEALTHY);
        assertThat(states(300, now, now, new Count(10, 8, 2, 0), Count.NONE)).containsExactly(FAILING);
        assertThat(states(300, now, now, new Count(10, 7, 2, 0), Count.NONE))
                .as("too few")
                .containsExactly(HEALTHY);
        assertThat(states(300, now, now, new Count(30, 7, 0, 3), Count.NONE))
                .as("ours count too")
                .containsExactly(FAILING);
    }

    @Test
    void nothingButRefusalsForAQuarterOfAnHourMakesItFail() {
        Count one = new Count(0, 0, 1, 0);
        Duration quarter = Duration.ofMinutes(15);
        assertThat(states(300, quarter, Duration.ZERO, one, one)).containsExactly(HEALTHY);
        assertThat(states(300, quarter.plusSeconds(1), Duration.ZERO, one, one)).containsExactly(FAILING);
        assertThat(states(300, null, Duration.ZERO, one, one)).containsExactly(FAILING, WAITING);
    }

    @Test
    void aDaysLastRequestThatDidNotGoWellMakesItFail() {
        Duration hour = Duration.ofHours(1);
        assertThat(states(300, Duration.ofDays(3), hour, Count.NONE, Count.NONE))
                .containsExactly(FAILING);
        assertThat(states(300, null, hour, Count.NONE, Count.NONE)).containsExactly(FAILING, WAITING);
        assertThat(states(300, hour.plusMinutes(15), hour, Count.NONE, Count.NONE))
                .as("a while before it went well")
                .containsExactly(HEALTHY);
        assertThat(states(300, Duration.ofDays(3), Duration.ofHours(25), Count.NONE, Count.NONE))
                .as("too long ago")
                .containsExactly(QUIET);
        assertThat(states(300, null, Duration.ofDays(61), Count.NONE, Count.NONE))
                .as("before there was this token")
                .containsExactly(WAITING);
    }

    @Test
    void theTokensEndIsToldInTimeAndFirst() {
        Duration now = Duration.ZERO;
        assertThat(states(31, now, now, Count.NONE, Count.NONE)).containsExactly(HEALTHY);
        assertThat(states(30, now, now, Count.NONE, Count.NONE)).containsExactly(EXPIRING);
        assertThat(states(0, now, now, new Count(0, 0, 30, 0), Count.NONE)).containsExactly(EXPIRED, FAILING);
        assertThat(states(10, Duration.ofDays(3), Duration.ofDays(3), Count.NONE, Count.NONE))
                .containsExactly(EXPIRING, QUIET);
    }

    private static List<ConnectionState> states(
            int daysLeft, @Nullable Duration sinceAccepted, @Nullable Duration sinceLast, Count hour, Count quarter) {
        return new ConnectionFacts(
                        true,
                        true,
                        NOW.minus(Duration.ofDays(60)),
                        NOW.plus(Duration.ofDays(daysLeft)),
                        sinceAccepted == null ? null : NOW.minus(sinceAccepted),
                        sinceLast == null ? null : NOW.minus(sinceLast),
                        hour,
                        quarter)
                .states(NOW);
    }
}
