package au.com.visibuild.scim.api.settings;

import au.com.visibuild.scim.administration.UserAdministration;
import au.com.visibuild.scim.connection.ConnectionOverview;
import au.com.visibuild.scim.connection.ConnectionState;
import au.com.visibuild.scim.token.ScimToken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first screen.
 *
 * @param state where the company stands
 * @param notice what to say of the token's end, or null
 * @param refusals what was refused since the token's end, or null for nothing
 * @param endpoint the address for every provider but Okta
 * @param okta the address for Okta
 * @param token the token without its secret, or null
 * @param tokens those the company had, newest first
 * @param people how many the provider manages
 * @param traffic what was seen of the provider
 * @param mass that many lost access at once, or null
 * @param removed the last time that somebody lost access, or null
 * @param changes the last that was done to people, newest first; for who may turn SCIM off
 * @param changedAt since when SCIM is on or off, or null
 * @param changedBy who switched it
 * @param ends when a new token would end
 * @param open the dialog to open at once, or empty
 */
public record Overview(
        State state,
        @Nullable Notice notice,
        @Nullable Refusals refusals,
        String endpoint,
        String okta,
        @Nullable Token token,
        List<PastToken> tokens,
        UserAdministration.Counts people,
        Traffic traffic,
        @Nullable Mass mass,
        @Nullable Act removed,
        List<Act> changes,
        @Nullable When changedAt,
        String changedBy,
        When ends,
        String open) {

    private static final Duration SOON = Duration.ofDays(30);

    /** The states of the page. */
    public enum State {
        /** Never switched on. */
        OFF,
        /** On, and nothing was received yet. */
        WAITING,
        /** On, and requests arrive. */
        CONNECTED,
        /** On, and nothing arrived for a day. */
        QUIET,
        /** On, and requests are refused. */
        FAILING,
        /** On, and requests fail by our fault. */
        FAULTY,
        /** On, but the token has ended. */
        EXPIRED,
        /** Switched off by a person. */
        OFF_AGAIN;

        /** Whether SCIM is on. */
        public boolean on() {
            return this != OFF && this != OFF_AGAIN;
        }

        /** Whether the doctor knows more. */
        public boolean troubled() {
            return this == FAILING || this == FAULTY || this == QUIET;
        }

        /** Whether the identity provider has yet to be set up. */
        public boolean waiting() {
            return this == WAITING;
        }

        /** Whether only a new token helps. */
        public boolean expired() {
            return this == EXPIRED;
        }
    }

    /** What to say of the token's end. {@code level}: 30, 7, 1 (days at most) or 0 (ended). */
    public record Notice(int level, long days, When ends) {}

    /** The token without its secret. {@code days} is how many whole days it lives on, never less than 0. */
    public record Token(
            String keyId,
            When createdAt,
            String createdBy,
            When ends,
            long days,
            @Nullable When lastUsed) {}

    /** So many of those whom the provider manages lost access within an hour. */
    public record Mass(int lost, long of) {

        private static final int LEAST = 20;

        /** Worth a notice: twenty at least, and more than a tenth. */
        static @Nullable Mass of(int lost, long stillActive) {
            long all = lost + stillActive;
            return lost >= LEAST && lost * 10L > all ? new Mass(lost, all) : null;
        }
    }

    /** So many requests were refused since then. */
    public record Refusals(long number, When since) {}

    /** Something was done to somebody: what happened, and what it caused. */
    public record Act(String id, String what, @Nullable String effects, When at) {

        /** Where it is shown alone. */
        public String path() {
            return "/log/" + id;
        }
    }

    /**
     * What was seen of the provider.
     *
     * @param accepted requests of the last 24 hours that were answered well
     * @param refused those that were refused
     * @param failed those that failed on our side
     * @param last the last request of all, or null
     * @param hours the last 24 hours, oldest first
     */
    public record Traffic(
            long accepted,
            long refused,
            long failed,
            @Nullable Last last,
            List<Bar> hours) {

        /** Whether there is anything to draw. */
        public boolean any() {
            return accepted + refused + failed > 0;
        }
    }

    /** The last request: when, how the provider names itself, what it was and how it was answered. */
    public record Last(When at, @Nullable String userAgent, String what, long status) {}

    /** One hour of the chart: what was answered stands below, what failed on top. */
    public record Bar(int x, When begins, long accepted, long refused, long failed, List<Piece> pieces) {

        /** Where the chart stands, from above. */
        private static final int GROUND = 48;

        private static final int HIGHEST = 46;

        static Bar of(int x, ConnectionOverview.Hour hour, long most) {
            var counts = hour.counts();
            List<Piece> pieces = new ArrayList<>();
            int top = piece(pieces, "ok", counts.ok(), most, GROUND);
            top = piece(pieces, "refused", counts.refused(), most, top);
            piece(pieces, "failed", counts.failed(), most, top);
            return new Bar(x, When.at(hour.beginsAt()), counts.ok(), counts.refused(), counts.failed(), pieces);
        }

        /** Whether there is anything in this hour. */
        public boolean any() {
            return !pieces.isEmpty();
        }

        /** What is there can be seen, however little it is. Answers where it ends. */
        private static int piece(List<Piece> pieces, String kind, long count, long most, int ground) {
            if (count == 0) {
                return ground;
            }
            int height = (int) Math.max(2, count * HIGHEST / most);
            pieces.add(new Piece(kind, ground - height, height));
            return ground - height;
        }
    }

    /** Requests of one kind within a bar. */
    public record Piece(String kind, int top, int height) {}

    static State state(ConnectionOverview.Overview seen) {
        ConnectionState state = seen.notices().stream()
                .filter(one -> one != ConnectionState.EXPIRING)
                .findFirst()
                .orElse(seen.lastAcceptedAt() == null ? ConnectionState.WAITING : ConnectionState.HEALTHY);
        return switch (state) {
            case NOT_INCLUDED, NEVER_ON -> State.OFF;
            case OFF -> State.OFF_AGAIN;
            case EXPIRED -> State.EXPIRED;
            case FAILING -> isOurFault(seen) ? State.FAULTY : State.FAILING;
            case QUIET -> State.QUIET;
            case WAITING -> State.WAITING;
            case HEALTHY, EXPIRING -> State.CONNECTED;
        };
    }

    /** By what the last hour brought; when it brought nothing, by the last request of all. */
    private static boolean isOurFault(ConnectionOverview.Overview seen) {
        var hour = seen.lastHour();
        return hour.failed() > hour.refused()
                || (hour.failed() + hour.refused() == 0
                        && seen.last() != null
                        && seen.last().status() >= 500);
    }

    static Traffic traffic(ConnectionOverview.Overview seen) {
        long most = seen.hours().stream()
                .map(ConnectionOverview.Hour::counts)
                .mapToLong(counts -> counts.ok() + counts.refused() + counts.failed())
                .max()
                .orElse(0);
        long accepted = 0;
        long refused = 0;
        long failed = 0;
        List<Bar> bars = new ArrayList<>();
        for (ConnectionOverview.Hour hour : seen.hours()) {
            accepted += hour.counts().ok();
            refused += hour.counts().refused();
            failed += hour.counts().failed();
            bars.add(Bar.of(bars.size() * 12, hour, most));
        }
        var last = seen.last();
        return new Traffic(
                accepted,
                refused,
                failed,
                last == null ? null : new Last(When.at(last.at()), last.userAgent(), last.what(), last.status()),
                bars);
    }

    static @Nullable Notice notice(@Nullable ScimToken token, Instant now) {
        if (token == null) {
            return null;
        }
        Duration left = Duration.between(now, token.expiresAt());
        if (left.compareTo(SOON) > 0) {
            return null;
        }
        long days = days(left);
        int level = left.isNegative() || left.isZero() ? 0 : days <= 1 ? 1 : days <= 7 ? 7 : 30;
        return new Notice(level, days, When.at(token.expiresAt()));
    }

    /** Whole days, begun ones counted; what is over has none. */
    static long days(Duration left) {
        return left.isNegative() ? 0 : (left.toSeconds() + 86_399) / 86_400;
    }
}
