package au.com.visibuild.scim.outbox;

import au.com.visibuild.scim.company.CompanyId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event about one person.
 *
 * @param id stable across repeats, so that a receiver can tell one
 * @param company the person's company
 * @param user the person
 * @param type what happened
 * @param email the login e-mail before the change, or null if there was none
 * @param newEmail the login e-mail after an {@code IDENTIFIER_CHANGED}, or null
 * @param reason why sessions were revoked, as a word, or null
 * @param txn joins the events of one cause
 * @param occurredAt when it happened
 */
public record UserEvent(
        UUID id,
        CompanyId company,
        UUID user,
        EventType type,
        @Nullable String email,
        @Nullable String newEmail,
        @Nullable String reason,
        String txn,
        Instant occurredAt) {}
