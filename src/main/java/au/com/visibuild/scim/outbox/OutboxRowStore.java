package au.com.visibuild.scim.outbox;

import au.com.visibuild.scim.platform.CrossTenant;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The table {@code outbox_event}, in the caller's transaction. */
@ApplicationScoped
class OutboxRowStore implements PanacheRepositoryBase<OutboxRow, UUID> {

    /** A person's oldest open event stands for all of them: who holds its lock hands on the person's events. */
    private static final String FIRST_OPEN = """
            SELECT e.id FROM outbox_event e
             WHERE e.handed_on_at IS NULL
               AND NOT EXISTS (SELECT 1 FROM outbox_event earlier
                                WHERE earlier.user_id = e.user_id AND earlier.position < e.position
                                  AND earlier.handed_on_at IS NULL)
             ORDER BY e.position LIMIT ?1
             FOR UPDATE OF e SKIP LOCKED""";

    private static final String OPEN_OF_THE_SAME_PEOPLE = """
            handedOnAt is null
            and userId in (select first.userId from OutboxRow first where first.id in ?1) order by position""";

    /** Open events of some people whom nobody else is handling, in order; held until the transaction ends. */
    @CrossTenant("one relay serves all companies")
    Uni<List<OutboxRow>> takeOpen(int limit) {
        return getSession()
                .chain(session -> session.createNativeQuery(FIRST_OPEN, UUID.class)
                        .setParameter(1, limit)
                        .getResultList())
                .chain(first -> first.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : find(OPEN_OF_THE_SAME_PEOPLE, first).page(0, limit).list());
    }

    /** These events reached everyone they are for. */
    @CrossTenant("bookkeeping of events this relay took")
    Uni<Void> handedOn(List<UUID> events, Instant now) {
        return update("handedOnAt = ?1 where id in ?2", now, events).replaceWithVoid();
    }
}
