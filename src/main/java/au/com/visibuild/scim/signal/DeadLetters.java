package au.com.visibuild.scim.signal;

import au.com.visibuild.scim.audit.AuditAction;
import au.com.visibuild.scim.audit.AuditLog;
import au.com.visibuild.scim.audit.Origin;
import au.com.visibuild.scim.platform.Ids;
import au.com.visibuild.scim.platform.RequestRefused;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Decimal;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.signal.DeadLetterStore.Place;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Deliveries that were given up, seen and told again. A company's admin sees those of the company's own streams, staff
 * those of all streams; both only what is about the company's people.
 *
 * <p>What is told again keeps its place in its person's order: several come in their old order, before what still
 * waits. What the receiver has been told later is not told again, since it would undo it: that a person is off after
 * the receiver knows that the person is back, for example.
 */
@ApplicationScoped
public class DeadLetters {

    private static final int PAGE = 100;
    private static final int MOST_AT_ONCE = 1_000;
    private static final Place NEWEST = new Place(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

    private final DeadLetterStore store;
    private final StreamNews news;
    private final AuditLog log;
    private final Clock clock;

    DeadLetters(DeadLetterStore store, StreamNews news, AuditLog log, Clock clock) {
        this.store = store;
        this.news = news;
        this.log = log;
        this.clock = clock;
    }

    /** Some of them, newest first, and what to ask for the following, or null after the last. */
    @RegisterForReflection
    public record Page(List<DeadLetter> letters, @Nullable String next) {}

    /** How many are on their way again, and how many stay (counted up to 10,000). */
    @RegisterForReflection
    public record Replayed(int replayed, long left) {}

    /** A hundred at a time; {@code after} is the page before's {@code next}. */
    public Uni<Page> page(Origin origin, @Nullable String after) {
        Place behind = after == null ? NEWEST : place(after);
        return store.page(origin.company(), seesAll(origin), clock.instant(), behind, PAGE + 1)
                .map(found -> found.size() <= PAGE
                        ? new Page(found, null)
                        : new Page(List.copyOf(found.subList(0, PAGE)), word(found.get(PAGE - 1))));
    }

    /** Tells one again; 404 for what is none, 409 for what cannot be told again. */
    public Uni<DeadLetter> replay(Origin origin, String id) {
        UUID letter = uuid(id);
        boolean all = seesAll(origin);
        Instant now = clock.instant();
        return store.one(origin.company(), all, now, letter)
                .onItem()
                .ifNull()
                .failWith(DeadLetters::unknown)
                .chain(found -> Panache.withTransaction(() -> store.replay(origin.company(), all, now, letter)
                                .invoke(done -> {
                                    if (!done) {
                                        throw refused(found.replay());
                                    }
                                })
                                .chain(() -> log.done(
                                        origin,
                                        AuditAction.REPLAY_DEAD_LETTERS,
                                        new AuditLog.Subject(found.user(), found.email()))))
                        .replaceWith(found))
                .invoke(found -> news.of(Set.of(found.stream().id())));
    }

    /** Tells all again that can be, the oldest thousand of them. */
    public Uni<Replayed> replayAll(Origin origin) {
        boolean all = seesAll(origin);
        return Panache.withTransaction(() -> store.replayAll(origin.company(), all, clock.instant(), MOST_AT_ONCE)
                        .call(streams -> logged(origin, streams.size())))
                .invoke(streams -> news.of(Set.copyOf(streams)))
                .chain(streams -> store.count(origin.company(), all).map(left -> new Replayed(streams.size(), left)));
    }

    private Uni<Void> logged(Origin origin, int count) {
        return count == 0
                ? log.noChange(origin, AuditAction.REPLAY_DEAD_LETTERS, AuditLog.Subject.NOBODY)
                : log.done(
                        origin,
                        AuditAction.REPLAY_DEAD_LETTERS,
                        AuditLog.Subject.NOBODY,
                        null,
                        ComplexValue.EMPTY.with("replayed", new Decimal(BigDecimal.valueOf(count))));
    }

    private static boolean seesAll(Origin origin) {
        return origin.kind() == Origin.Kind.STAFF;
    }

    private static RequestRefused refused(DeadLetter.Replay why) {
        return switch (why) {
            case OVERTAKEN -> RequestRefused.conflict("The receiver was told something later, which this would undo.");
            case DISABLED -> RequestRefused.conflict("The stream is disabled. Enable it first.");
            case BUSY, POSSIBLE ->
                RequestRefused.conflict("The receiver is just being told of this person. Try again in a minute.");
        };
    }

    private static String word(DeadLetter letter) {
        return letter.deadAt() + "_" + letter.id();
    }

    private static Place place(String word) {
        try {
            int middle = word.indexOf('_');
            return new Place(
                    Instant.parse(word.substring(0, Math.max(middle, 0))), UUID.fromString(word.substring(middle + 1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw RequestRefused.invalid("after is the next of the page before.");
        }
    }

    private static UUID uuid(String id) {
        UUID letter = Ids.read(id);
        if (letter == null) {
            throw unknown();
        }
        return letter;
    }

    private static RequestRefused unknown() {
        return RequestRefused.unknown("There is no such dead letter.");
    }
}
