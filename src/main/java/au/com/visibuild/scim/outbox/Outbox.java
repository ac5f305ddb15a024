package au.com.visibuild.scim.outbox;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.platform.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Appends events in the caller's transaction. Nothing else may insert into the outbox. */
@ApplicationScoped
public class Outbox {

    private final OutboxRowStore rows;
    private final Ids ids;
    private final Clock clock;

    Outbox(OutboxRowStore rows, Ids ids, Clock clock) {
        this.rows = rows;
        this.ids = ids;
        this.clock = clock;
    }

    /** Who the events are about and what joins them. The caller holds the person's row lock, which gives their order. */
    public record Cause(
            CompanyId company, UUID user, @Nullable String email, String txn) {}

    /** Appends events of one cause, in this order. */
    public Uni<Void> append(Cause cause, EventType... types) {
        List<OutboxRow> events = new ArrayList<>();
        for (EventType type : types) {
            events.add(row(cause, type, null, null));
        }
        return rows.persist(events);
    }

    /** Appends the event that all of a person's sessions were ended, and why: a word that listeners agree on. */
    public Uni<Void> appendRevocation(Cause cause, String reason) {
        return rows.persist(row(cause, EventType.SESSION_REVOKED, null, reason)).replaceWithVoid();
    }

    /** Appends the event that a person logs in with another address; null when the person has none now. */
    public Uni<Void> appendIdentifierChange(Cause cause, @Nullable String newEmail) {
        return rows.persist(row(cause, EventType.IDENTIFIER_CHANGED, newEmail, null))
                .replaceWithVoid();
    }

    private OutboxRow row(Cause cause, EventType type, @Nullable String newEmail, @Nullable String reason) {
        return new OutboxRow(new UserEvent(
                ids.next(),
                cause.company(),
                cause.user(),
                type,
                cause.email(),
                newEmail,
                reason,
                cause.txn(),
                clock.instant()));
    }
}
