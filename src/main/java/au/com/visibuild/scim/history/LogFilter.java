package au.com.visibuild.scim.history;

import au.com.visibuild.scim.audit.AuditAction;
import au.com.visibuild.scim.audit.AuditEntry;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an admin asks the log for. What is null or empty narrows nothing.
 *
 * @param from the first moment
 * @param to the first moment behind
 * @param person a person's id, or how the userName, the login e-mail or the externalId begins
 * @param actor exactly this actor: a token's key id, an admin's user id
 * @param before the last entry of the page before
 */
public record LogFilter(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String person,
        Set<AuditAction> actions,
        Set<AuditEntry.Outcome> outcomes,
        Set<Integer> statuses,
        @Nullable String actor,
        @Nullable String requestId,
        @Nullable UUID before) {

    /** Everything. */
    public static final LogFilter ALL = new LogFilter(null, null, null, Set.of(), Set.of(), Set.of(), null, null, null);

    /** Questions that are often asked. */
    public enum Preset {
        /** What was refused or failed. */
        PROBLEMS,
        /** What took access from somebody. */
        ACCESS_REMOVED,
        /** What happened in the last connection test, if one was seen. */
        LAST_CONNECTION_TEST
    }

    /** The acts that take access from somebody. */
    public static final Set<AuditAction> TAKES_ACCESS = EnumSet.of(
            AuditAction.DEACTIVATE_USER,
            AuditAction.DELETE_USER,
            AuditAction.END_ROLE,
            AuditAction.REMOVE_FROM_PROJECT,
            AuditAction.SIGN_OUT_USER,
            AuditAction.RELEASE_LOGIN_EMAIL);

    /** What was done to people by whomever, and changed something. */
    public static final LogFilter CHANGES_OF_PEOPLE = new LogFilter(
            null,
            null,
            null,
            EnumSet.of(
                    AuditAction.CREATE_USER,
                    AuditAction.UPDATE_USER,
                    AuditAction.REPLACE_USER,
                    AuditAction.DEACTIVATE_USER,
                    AuditAction.REACTIVATE_USER,
                    AuditAction.DELETE_USER),
            EnumSet.of(AuditEntry.Outcome.DONE),
            Set.of(),
            null,
            null,
            null);

    /** What did not end well. */
    public static final Set<AuditEntry.Outcome> NOT_WELL =
            EnumSet.of(AuditEntry.Outcome.REFUSED, AuditEntry.Outcome.FAILED);

    /** The same, also narrowed by a preset; the last connection test is a time range, which the caller knows. */
    public LogFilter with(Preset preset) {
        return switch (preset) {
            case PROBLEMS -> also(Set.of(), NOT_WELL);
            case ACCESS_REMOVED -> also(TAKES_ACCESS, EnumSet.of(AuditEntry.Outcome.DONE));
            case LAST_CONNECTION_TEST -> this;
        };
    }

    private LogFilter also(Set<AuditAction> moreActions, Set<AuditEntry.Outcome> moreOutcomes) {
        Set<AuditAction> bothActions = both(actions, moreActions);
        Set<AuditEntry.Outcome> bothOutcomes = both(outcomes, moreOutcomes);
        LogFilter narrowed =
                new LogFilter(from, to, person, bothActions, bothOutcomes, statuses, actor, requestId, before);
        boolean nothing =
                isEmptyBut(bothActions, actions, moreActions) || isEmptyBut(bothOutcomes, outcomes, moreOutcomes);
        return nothing ? narrowed.findingNothing() : narrowed;
    }

    /** What is in both; a set that is empty narrows nothing. */
    private static <T> Set<T> both(Set<T> one, Set<T> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        return one.stream().filter(other::contains).collect(Collectors.toUnmodifiableSet());
    }

    private static <T> boolean isEmptyBut(Set<T> both, Set<T> one, Set<T> other) {
        return both.isEmpty() && !(one.isEmpty() && other.isEmpty());
    }

    /** The same, also within this time range. */
    public LogFilter between(Instant begin, Instant end) {
        Instant later = from == null || from.isBefore(begin) ? begin : from;
        Instant earlier = to == null || to.isAfter(end) ? end : to;
        return new LogFilter(later, earlier, person, actions, outcomes, statuses, actor, requestId, before);
    }

    /** What contradicts itself: nothing is as old as that. */
    public LogFilter findingNothing() {
        return between(Instant.EPOCH, Instant.EPOCH);
    }
}
