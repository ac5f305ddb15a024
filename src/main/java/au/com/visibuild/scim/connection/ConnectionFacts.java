package au.com.visibuild.scim.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the state of a connection follows from; nothing else does.
 *
 * @param included whether SCIM is part of the account
 * @param everOn whether SCIM ever was on
 * @param tokenIssuedAt since when the live token is, or null when SCIM is off
 * @param tokenEndsAt when it ends, or null
 * @param lastAcceptedAt when a request last came with a token that was accepted and went well, or null
 * @param lastAt when any request linked to the company last came, or null
 * @param lastHour what came in the last hour
 * @param lastQuarter what came in the last quarter of an hour
 */
record ConnectionFacts(
        boolean included,
        boolean everOn,
        @Nullable Instant tokenIssuedAt,
        @Nullable Instant tokenEndsAt,
        @Nullable Instant lastAcceptedAt,
        @Nullable Instant lastAt,
        Count lastHour,
        Count lastQuarter) {

    private static final Duration EXPIRING = Duration.ofDays(30);
    private static final Duration QUIET = Duration.ofHours(24);
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final int ENOUGH = 20;
    private static final double MANY = 0.05;

    /** All that holds, the most pressing first; never empty. */
    List<ConnectionState> states(Instant now) {
        if (!included) {
            return List.of(ConnectionState.NOT_INCLUDED);
        }
        if (tokenIssuedAt == null || tokenEndsAt == null) {
            return List.of(everOn ? ConnectionState.OFF : ConnectionState.NEVER_ON);
        }
        List<ConnectionState> states = new ArrayList<>();
        boolean expired = !now.isBefore(tokenEndsAt);
        if (expired) {
            states.add(ConnectionState.EXPIRED);
        }
        if (isFailing(now)) {
            states.add(ConnectionState.FAILING);
        }
        if (!expired && !now.plus(EXPIRING).isBefore(tokenEndsAt)) {
            states.add(ConnectionState.EXPIRING);
        }
        boolean waiting = lastAcceptedAt == null || lastAcceptedAt.isBefore(tokenIssuedAt);
        if (!waiting && (lastAt == null || lastAt.plus(QUIET).isBefore(now))) {
            states.add(ConnectionState.QUIET);
        }
        if (waiting && !expired) {
            states.add(ConnectionState.WAITING);
        }
        return states.isEmpty() ? List.of(ConnectionState.HEALTHY) : List.copyOf(states);
    }

    /**
     * More than a twentieth of the last hour's requests, if there were enough; or all of the last quarter's; or the last
     * one of all within a day, if it came well after the last that went well: who is refused may slow down to a try a day.
     */
    private boolean isFailing(Instant now) {
        long bad = lastHour.refused() + lastHour.failed();
        long all = bad + lastHour.reads() + lastHour.writes();
        boolean many = all >= ENOUGH && bad > all * MANY;
        boolean allOfThem = lastQuarter.refused() + lastQuarter.failed() > 0
                && (lastAcceptedAt == null || lastAcceptedAt.plus(QUARTER).isBefore(now));
        boolean theLast = tokenIssuedAt != null
                && lastAt != null
                && lastAt.isAfter(tokenIssuedAt)
                && !lastAt.plus(QUIET).isBefore(now)
                && (lastAcceptedAt == null || lastAt.isAfter(lastAcceptedAt.plus(QUARTER)));
        return many || allOfThem || theLast;
    }
}
