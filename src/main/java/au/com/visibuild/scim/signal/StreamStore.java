package au.com.visibuild.scim.signal;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.platform.CrossTenant;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
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

    private static final String KEEP_TOPIC = """
            INSERT INTO stream (id, owner, audience, method, subject_format, status, created_at, updated_at, last_seen_at)
            VALUES (?1, ?2, ?3, 'KAFKA', 'EMAIL', 'ENABLED', ?4, ?4, ?4)
            ON CONFLICT (id) DO UPDATE
               SET audience = excluded.audience, status = 'ENABLED', status_reason = NULL,
                   updated_at = excluded.updated_at
             WHERE (stream.audience, stream.status) IS DISTINCT FROM (excluded.audience, 'ENABLED')""";

    private static final String ONE_AT_A_TIME =
            "SELECT true FROM pg_advisory_xact_lock(hashtextextended(?1, 0)) AS held";

    private static final String NOTHING_HELD = """
            DELETE FROM delivery d USING stream s
             WHERE s.id = ?1 AND s.owner = ?2 AND d.stream_id = s.id AND d.delivered_at IS NULL AND d.dead_at IS NULL""";

    private static final String NOTHING_HELD_BY = """
            DELETE FROM delivery WHERE stream_id = ?1 AND delivered_at IS NULL AND dead_at IS NULL""";

    private static final String REMOVE_SUBJECT = """
            INSERT INTO stream_subject (stream_id, subject, removed_at) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING""";

    private static final String REMOVED = """
            SELECT stream_id || ' ' || subject FROM stream_subject WHERE stream_id = ANY (?1) AND subject = ANY (?2)""";

    /** The streams that take events of people of these companies, now or when they go on. */
    @CrossTenant("the relay serves all companies; each stream says which it sees")
    Uni<List<EventStream>> thatTake(Collection<CompanyId> companies) {
        List<UUID> ids = companies.stream().map(CompanyId::value).toList();
        return list("status <> ?1 and (companyId is null or companyId in ?2) order by id", StreamStatus.DISABLED, ids);
    }

    /** A stream of this owner, locked until the transaction ends, or null. */
    @CrossTenant("a stream is its owner's: a platform's or a company's")
    Uni<@Nullable EventStream> findForUpdate(StreamOwner owner, UUID id) {
        return find("id = ?1 and owner = ?2", id, owner.name())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /** A stream of this owner, or null. */
    @CrossTenant("a stream is its owner's: a platform's or a company's")
    Uni<@Nullable EventStream> find(StreamOwner owner, UUID id) {
        return find("id = ?1 and owner = ?2", id, owner.name()).firstResult();
    }

    /** Its receiver was there. Nothing else of the row is written, which another may be changing. */
    @CrossTenant("a stream is its owner's: a platform's or a company's")
    Uni<Void> seen(StreamOwner owner, UUID id, Instant now) {
        return update("lastSeenAt = ?1 where id = ?2 and owner = ?3", now, id, owner.name())
                .replaceWithVoid();
    }

    /** Nobody else makes a stream of this owner until the transaction ends. */
    @CrossTenant("a stream is its owner's: a platform's or a company's")
    Uni<Void> oneAtATime(StreamOwner owner) {
        return getSession()
                .chain(session -> session.createNativeQuery(ONE_AT_A_TIME, Boolean.class)
                        .setParameter(1, "stream of " + owner.name())
                        .getSingleResult())
                .replaceWithVoid();
    }

    /** All streams of this owner, oldest first. */
    @CrossTenant("a stream is its owner's: a platform's or a company's")
    Uni<List<EventStream>> of(StreamOwner owner) {
        return list("owner = ?1 order by createdAt, id", owner.name());
    }

    /** Ends a stream of this owner with all that was on its way; false when there is none. */
    @CrossTenant("a stream is its owner's: a platform's or a company's")
    Uni<Boolean> end(StreamOwner owner, UUID id) {
        return run("DELETE FROM stream WHERE id = ?1 AND owner = ?2", id, owner.name())
                .map(ended -> ended > 0);
    }

    /** Lets go of what a stream of this owner holds. */
    @CrossTenant("a stream is its owner's: a platform's or a company's")
    Uni<Void> holdNothing(StreamOwner owner, UUID id) {
        return run(NOTHING_HELD, id, owner.name()).replaceWithVoid();
    }

    /** From now on, this subject of a stream is not told of. */
    @CrossTenant("the caller found the stream by its owner")
    Uni<Void> leaveOut(UUID stream, String subject, Instant now) {
        return run(REMOVE_SUBJECT, stream, subject, now).replaceWithVoid();
    }

    /** From now on, this subject of a stream is told of again. */
    @CrossTenant("the caller found the stream by its owner")
    Uni<Void> takeIn(UUID stream, String subject) {
        return run("DELETE FROM stream_subject WHERE stream_id = ?1 AND subject = ?2", stream, subject)
                .replaceWithVoid();
    }

    /** Which of these subjects were removed from which of these streams, as {@link Subjects#removal}. */
    @CrossTenant("the relay serves all companies; each stream says which it sees")
    Uni<Set<String>> removals(Collection<UUID> streams, Collection<String> subjects) {
        return getSession()
                .chain(session -> session.createNativeQuery(REMOVED, String.class)
                        .setParameter(1, streams.toArray(UUID[]::new))
                        .setParameter(2, subjects.toArray(String[]::new))
                        .getResultList())
                .map(Set::copyOf);
    }

    private Uni<Integer> run(String sql, Object... parameters) {
        return getSession().chain(session -> {
            var query = session.createNativeQuery(sql);
            for (int i = 0; i < parameters.length; i++) {
                query.setParameter(i + 1, parameters[i]);
            }
            return query.executeUpdate();
        });
    }

    /** Makes the stream that settings describe, or makes it what they say now. */
    @CrossTenant("the receiver that the operator configures is told of all companies")
    Uni<Void> keep(UUID id, String owner, String audience, String endpoint, Instant now) {
        return run(KEEP, id, owner, audience, endpoint, now).replaceWithVoid();
    }

    /** The same of the Kafka topic. */
    @CrossTenant("the topic that the operator configures is told of all companies")
    Uni<Void> keepTopic(UUID id, String owner, String audience, Instant now) {
        return run(KEEP_TOPIC, id, owner, audience, now).replaceWithVoid();
    }

    /** Ends a stream's transmission; one that is disabled holds nothing. */
    @CrossTenant("the receiver that the operator configures is told of all companies")
    Uni<Void> disable(UUID id, @Nullable String reason, Instant now) {
        return update(
                        "status = ?1, statusReason = ?2, updatedAt = ?3 where id = ?4 and status <> ?1",
                        StreamStatus.DISABLED,
                        reason,
                        now,
                        id)
                .chain(off -> off == 0 ? Uni.createFrom().item(0) : run(NOTHING_HELD_BY, id))
                .replaceWithVoid();
    }
}
