package au.com.visibuild.scim.history;

import au.com.visibuild.scim.audit.AuditAction;
import au.com.visibuild.scim.audit.AuditEntry;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
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

    /** What did not end well. */
    public static final Set<AuditEntry.Outcome> NOT_WELL =
            EnumSet.of(AuditEntry.Outcome.REFUSED, AuditEntry.Outcome.FAILED);

    /** The same, also narrowed by a preset; the last connection test is a time range, which the caller knows. */
    public LogFilter with(Preset preset) {
        return switch (preset) {
            case PROBLEMS -> new LogFilter(from, to, person, actions, NOT_WELL, statuses, actor, requestId, before);
            case ACCESS_REMOVED ->
                new LogFilter(
                        from,
                        to,
                        person,
                        TAKES_ACCESS,
                        EnumSet.of(AuditEntry.Outcome.DONE),
                        statuses,
                        actor,
                        requestId,
                        before);
            case LAST_CONNECTION_TEST -> this;
        };
    }

    /** The same within a time range. */
    public LogFilter between(Instant begin, Instant end) {
        return new LogFilter(begin, end, person, actions, outcomes, statuses, actor, requestId, before);
    }
}
