package au.com.visibuild.scim.history;

import au.com.visibuild.scim.audit.AuditAction;
import au.com.visibuild.scim.audit.AuditEntry;
import au.com.visibuild.scim.audit.Origin;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of the provisioning log, newest first.
 *
 * @param entries the entries
 * @param next {@code before} for the page behind this one, or null when it is the last
 * @param morePeople whether more people match than were looked for: the text should be longer
 */
public record LogPage(List<Entry> entries, @Nullable UUID next, boolean morePeople) {

    /**
     * One entry.
     *
     * @param what what happened, in plain words
     * @param outcome how it ended
     * @param person whom it was about, or null
     * @param status the HTTP status of the answer, or null where it was not kept
     * @param reason why it was refused, or null
     */
    public record Entry(
            UUID id,
            Instant at,
            AuditAction action,
            String what,
            AuditEntry.Outcome outcome,
            @Nullable Person person,
            Actor actor,
            @Nullable Integer status,
            @Nullable String reason,
            @Nullable String effects,
            String requestId) {}

    /** Whom it was about; the id is null for somebody who never came to be. */
    public record Person(@Nullable UUID id, @Nullable String name) {}

    /**
     * Who did it.
     *
     * @param id a token's key id, a user's id, a part of the service
     * @param name for people
     */
    public record Actor(Origin.Kind kind, String id, String name) {}
}
