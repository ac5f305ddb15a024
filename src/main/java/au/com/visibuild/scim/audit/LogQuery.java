package au.com.visibuild.scim.audit;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a company's log are asked for, newest first. What is null or empty narrows nothing.
 *
 * @param from the first moment
 * @param to the first moment behind
 * @param actions any of these
 * @param outcomes any of these
 * @param statuses any of these HTTP statuses
 * @param actor exactly this actor: a token's key id, a user's id
 * @param requestId exactly this request
 * @param people these people, and whoever never came to be and was named like that
 * @param before only what is older than this row
 * @param size how many at most
 */
public record LogQuery(
        @Nullable Instant from,
        @Nullable Instant to,
        Set<AuditAction> actions,
        Set<AuditEntry.Outcome> outcomes,
        Set<Integer> statuses,
        @Nullable String actor,
        @Nullable String requestId,
        @Nullable People people,
        @Nullable UUID before,
        int size) {

    /** All rows. */
    public static LogQuery all(int size) {
        return new LogQuery(null, null, Set.of(), Set.of(), Set.of(), null, null, null, null, size);
    }

    /**
     * People by id, and by how the name begins of those who have none because they were refused.
     *
     * @param ids a bounded number
     * @param nameBegins folded, or null for nobody else
     */
    public record People(List<UUID> ids, @Nullable String nameBegins) {}

    /** The same behind that row. */
    public LogQuery after(UUID row, int nextSize) {
        return new LogQuery(from, to, actions, outcomes, statuses, actor, requestId, people, row, nextSize);
    }
}
