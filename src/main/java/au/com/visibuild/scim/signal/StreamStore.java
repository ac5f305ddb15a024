package au.com.visibuild.scim.signal;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.platform.CrossTenant;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code stream}, in the caller's transaction. */
@ApplicationScoped
class StreamStore implements PanacheRepositoryBase<EventStream, UUID> {

    private static final String KEEP = """
            INSERT INTO stream (id, owner, audience, method, endpoint_url, subject_format, status,
                                created_at, updated_at, last_seen_at)
            VALUES (?1, ?2, ?3, 'PUSH', ?4, 'EMAIL', 'ENABLED', ?5, ?5, ?5)
            ON CONFLICT (id) DO UPDATE
               SET audience = excluded.audience, endpoint_url = excluded.endpoint_url, status = 'ENABLED',
                   status_reason = NULL, updated_at = excluded.updated_at
             WHERE (stream.audience, stream.endpoint_url, stream.status)
                   IS DISTINCT FROM (excluded.audience, excluded.endpoint_url, 'ENABLED')""";

    /** The streams that take events of people of these companies, now or when they go on. */
    @CrossTenant("the relay serves all companies; each stream says which it sees")
    Uni<List<EventStream>> thatTake(Collection<CompanyId> companies) {
        List<UUID> ids = companies.stream().map(CompanyId::value).toList();
        return list("status <> ?1 and (companyId is null or companyId in ?2) order by id", StreamStatus.DISABLED, ids);
    }

    /** Makes the stream that settings describe, or makes it what they say now. */
    @CrossTenant("the receiver that the operator configures is told of all companies")
    Uni<Void> keep(UUID id, String owner, String audience, String endpoint, Instant now) {
        return getSession()
                .chain(session -> session.createNativeQuery(KEEP)
                        .setParameter(1, id)
                        .setParameter(2, owner)
                        .setParameter(3, audience)
                        .setParameter(4, endpoint)
                        .setParameter(5, now)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Ends a stream's transmission. */
    @CrossTenant("the receiver that the operator configures is told of all companies")
    Uni<Void> disable(UUID id, @Nullable String reason, Instant now) {
        return update(
                        "status = ?1, statusReason = ?2, updatedAt = ?3 where id = ?4 and status <> ?1",
                        StreamStatus.DISABLED,
                        reason,
                        now,
                        id)
                .replaceWithVoid();
    }
}
