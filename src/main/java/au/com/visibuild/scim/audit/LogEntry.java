package au.com.visibuild.scim.audit;

import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the provisioning log as it is read.
 *
 * @param userId whom the act was about, or null
 * @param subject the name that person had or was to have, or null
 * @param status the HTTP status of the answer; null in rows that were written before it was kept
 * @param scimType what a refusal's answer said beside its status, or null
 * @param reason why it was refused, or null
 * @param relatedUserId the person of the same company who stood in the way, or null
 * @param changes per attribute its old and new value, or null; empty in lists, which leave it out
 * @param effects what the act caused, or null
 */
public record LogEntry(
        UUID id,
        Instant at,
        Origin.Kind actorKind,
        String actor,
        AuditAction action,
        AuditEntry.Outcome outcome,
        @Nullable UUID userId,
        @Nullable String subject,
        String requestId,
        @Nullable Integer status,
        @Nullable String scimType,
        @Nullable String reason,
        @Nullable UUID relatedUserId,
        @Nullable ComplexValue changes,
        @Nullable ComplexValue effects) {

    /** Kind and actor in one text, as columns such as {@code issued_by} have it. */
    public String by() {
        return actorKind + ":" + actor;
    }
}
