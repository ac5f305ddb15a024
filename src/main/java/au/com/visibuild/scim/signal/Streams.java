package au.com.visibuild.scim.signal;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.keys.Signatures;
import au.com.visibuild.scim.platform.Ids;
import au.com.visibuild.scim.platform.RequestRefused;
import au.com.visibuild.scim.user.DirectoryStore;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What receivers do with their streams (SSF 1.0 §8.1). Another owner's stream answers as one that never existed. */
@ApplicationScoped
public class Streams {

    /** Often enough to tell a receiver that is gone, and no write for each poll. */
    private static final Duration BETWEEN_SIGHTS = Duration.ofMinutes(1);

    private final StreamStore streams;
    private final DeliveryRowStore deliveries;
    private final DirectoryStore directory;
    private final StreamNews news;
    private final ReceiverAddress addresses;
    private final StreamSecrets secrets;
    private final SignalConfig config;
    private final Signatures signatures;
    private final Ids ids;
    private final Clock clock;

    Streams(
            StreamStore streams,
            DeliveryRowStore deliveries,
            DirectoryStore directory,
            StreamNews news,
            ReceiverAddress addresses,
            StreamSecrets secrets,
            SignalConfig config,
            Signatures signatures,
            Ids ids,
            Clock clock) {
        this.streams = streams;
        this.deliveries = deliveries;
        this.directory = directory;
        this.news = news;
        this.addresses = addresses;
        this.secrets = secrets;
        this.config = config;
        this.signatures = signatures;
        this.ids = ids;
        this.clock = clock;
    }

    /** The {@code iss} of all events. */
    public String issuer() {
        return signatures.issuer();
    }

    /** The URIs of all events that a stream can ask for. */
    public List<String> supported() {
        return SignalType.ofPeople().stream().map(SignalType::uri).toList();
    }

    /** How often a verification may be asked for. */
    public Duration verificationInterval() {
        return config.verificationInterval();
    }

    /** The company as an owner, for an admin who is still active there; 403 for one who is not. */
    public Uni<StreamOwner> company(CompanyId company, UUID admin) {
        return directory.isActive(company, admin).map(active -> {
            if (!active) {
                throw RequestRefused.forbidden("Your account is not active in this company.");
            }
            return StreamOwner.company(company);
        });
    }

    /** Makes a stream; 409 when the owner has as many as it may. */
    public Uni<StreamView> create(StreamOwner owner, StreamSettings settings) {
        return checked(settings)
                .chain(() -> Panache.withTransaction(() -> streams.oneAtATime(owner)
                        .chain(() -> streams.of(owner))
                        .chain(known -> {
                            if (known.size() >= config.streams()) {
                                throw RequestRefused.conflict(
                                        "There are " + known.size() + " streams, which is the most.");
                            }
                            Instant now = clock.instant();
                            EventStream made = new EventStream(ids.next(), owner, now);
                            set(made, settings, now);
                            return streams.persist(made);
                        })))
                .map(EventStream::view);
    }

    /** The owner's streams, oldest first. */
    public Uni<List<StreamView>> list(StreamOwner owner) {
        return Panache.withSession(() -> streams.of(owner))
                .map(all -> all.stream().map(EventStream::view).toList());
    }

    /** One of the owner's streams, who is there and lets us know by this (SSF 1.0 §8.1.1); 404 for any other. */
    public Uni<StreamView> get(StreamOwner owner, @Nullable String id) {
        UUID stream = uuid(id);
        Instant now = clock.instant();
        return Panache.withTransaction(() -> streams.find(owner, stream)
                .onItem()
                .ifNull()
                .failWith(Streams::unknown)
                .call(found -> found.lastSeen().isBefore(now.minus(BETWEEN_SIGHTS))
                        ? streams.seen(owner, stream, now)
                        : Uni.createFrom().voidItem())
                .map(EventStream::view));
    }

    /** After how long without anything heard of its owner a polled stream is disabled. */
    public Duration inactivityTimeout() {
        return config.inactivity();
    }

    /** Gives a stream the settings that follow from what it is. */
    public Uni<StreamView> change(StreamOwner owner, @Nullable String id, Function<StreamView, StreamSettings> next) {
        return get(owner, id)
                .chain(before -> {
                    StreamSettings after = next.apply(before);
                    // Where it stays is looked up for each push anyway, and may be away for a moment.
                    return Objects.equals(before.settings().endpoint(), after.endpoint())
                            ? Uni.createFrom().voidItem()
                            : checked(after);
                })
                .chain(() -> changed(owner, id, stream -> {
                    set(
                            stream,
                            next.apply(stream.view(secrets.known(stream.id(), stream.authorization()))),
                            clock.instant());
                    return Uni.createFrom().item(stream);
                }))
                .invoke(stream -> news.of(Set.of(stream.id())))
                .map(EventStream::view);
    }

    /** Ends a stream with all that was on its way. */
    public Uni<Void> end(StreamOwner owner, @Nullable String id) {
        UUID stream = uuid(id);
        return Panache.withTransaction(() -> streams.end(owner, stream))
                .invoke(ended -> {
                    if (!ended) {
                        throw unknown();
                    }
                })
                .replaceWithVoid();
    }

    /** Sets whether a stream transmits. A paused one holds events until it goes on, a disabled one holds nothing. */
    public Uni<StreamView> status(
            StreamOwner owner, @Nullable String id, StreamStatus status, @Nullable String reason) {
        return changed(owner, id, stream -> {
                    boolean holds = status != StreamStatus.DISABLED && stream.status() != StreamStatus.DISABLED;
                    stream.status(status, reason, clock.instant());
                    return (holds ? Uni.createFrom().voidItem() : streams.holdNothing(owner, stream.id()))
                            .replaceWith(stream);
                })
                .invoke(stream -> news.of(Set.of(stream.id())))
                .map(EventStream::view);
    }

    /** From now on, this subject is not told of. */
    public Uni<Void> removeSubject(StreamOwner owner, @Nullable String id, @Nullable String subject) {
        return changed(
                        owner,
                        id,
                        stream -> subject == null
                                ? Uni.createFrom().voidItem()
                                : streams.leaveOut(stream.id(), subject, clock.instant()))
                .replaceWithVoid();
    }

    /** From now on, this subject is told of again; all are at the start. */
    public Uni<Void> addSubject(StreamOwner owner, @Nullable String id, @Nullable String subject) {
        return changed(
                        owner,
                        id,
                        stream -> subject == null ? Uni.createFrom().voidItem() : streams.takeIn(stream.id(), subject))
                .replaceWithVoid();
    }

    /**
     * Sends a verification event with this state; or answers how long to wait before one may be asked for again. 400 for
     * a stream that is disabled, which would never get one.
     */
    public Uni<Duration> verify(StreamOwner owner, @Nullable String id, @Nullable String state) {
        return changed(owner, id, stream -> {
                    if (stream.status() == StreamStatus.DISABLED) {
                        throw RequestRefused.invalid("The stream is disabled and sends nothing. Enable it first.");
                    }
                    Instant now = clock.instant();
                    Instant next = stream.nextVerification(config.verificationInterval());
                    if (now.isBefore(next)) {
                        return Uni.createFrom().item(Duration.between(now, next));
                    }
                    stream.verified(now);
                    JsonObject payload = state == null ? new JsonObject() : new JsonObject().put("state", state);
                    return deliveries
                            .persist(DeliveryRow.ofStream(
                                    ids.next(), stream.id(), SignalType.VERIFICATION, payload, now))
                            .replaceWith(Duration.ZERO);
                })
                .invoke(() -> news.of(Set.of(uuid(id))));
    }

    private <T> Uni<T> changed(StreamOwner owner, @Nullable String id, Function<EventStream, Uni<T>> change) {
        UUID stream = uuid(id);
        return Panache.withTransaction(() -> streams.findForUpdate(owner, stream)
                .onItem()
                .ifNull()
                .failWith(Streams::unknown)
                .chain(found -> {
                    Instant now = clock.instant();
                    if (found.lastSeen().isBefore(now.minus(BETWEEN_SIGHTS))) {
                        found.seen(now);
                    }
                    return change.apply(found);
                }));
    }

    private void set(EventStream stream, StreamSettings settings, Instant now) {
        stream.set(settings, secrets.locked(stream.id(), settings.authorization()), now);
    }

    private Uni<Void> checked(StreamSettings settings) {
        return settings.endpoint() == null
                ? Uni.createFrom().voidItem()
                : addresses.of(settings.endpoint()).replaceWithVoid();
    }

    private static UUID uuid(@Nullable String id) {
        UUID stream = Ids.read(id);
        if (stream == null) {
            throw unknown();
        }
        return stream;
    }

    private static RequestRefused unknown() {
        return RequestRefused.unknown("There is no such stream.");
    }
}
