package au.com.visibuild.scim.idp;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.platform.RequestRefused;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The identity providers' keys, kept for ten minutes. A token with an unknown key makes them be fetched anew, since they
 * may have been replaced, but not twice within half a minute: anybody can send such a token. A fetch that failed is
 * not repeated for five seconds, and the keys of before are good until their own time is over. Each company has its
 * own, so that none can use up another's turn.
 */
@ApplicationScoped
class KeySets {

    static final Duration GOOD_FOR = Duration.ofMinutes(10);
    static final Duration BETWEEN_UNKNOWN_KEYS = Duration.ofSeconds(30);
    static final Duration AFTER_A_FAILURE = Duration.ofSeconds(5);

    private static final Logger LOG = Logger.getLogger(KeySets.class);
    private static final int MOST = 10_000;

    private final Map<Source, Held> held = new ConcurrentHashMap<>();
    private final KeyFetch fetch;
    private final Clock clock;

    KeySets(KeyFetch fetch, Clock clock) {
        this.fetch = fetch;
        this.clock = clock;
    }

    private record Source(CompanyId company, URI uri) {}

    /**
     * Keys that were asked for, and when; {@code again} is when an unknown key last had them asked for, {@code before}
     * what was held until then, for as long as these are not there.
     */
    private static final class Held {
        private final Uni<KeySet> keys;
        private final Instant asked;
        private final @Nullable Instant again;
        private volatile @Nullable Held before;
        private volatile boolean failed;

        Held(Uni<KeySet> fetched, Instant asked, @Nullable Instant again, @Nullable Held before) {
            this.before = before;
            this.asked = asked;
            this.again = again;
            this.keys = fetched.onItem()
                    .invoke(() -> this.before = null)
                    .onFailure()
                    .invoke(() -> failed = true)
                    .memoize()
                    .indefinitely();
        }

        /** These, or those of before while these are not there and those are good. */
        Held usable(Instant now) {
            Held known = before;
            return known == null || known.isOver(now) ? this : known;
        }

        boolean isOver(Instant now) {
            return usable(now) == this && !now.isBefore(asked.plus(failed ? AFTER_A_FAILURE : GOOD_FOR));
        }

        boolean mayBeAskedAgain(Instant now) {
            return again == null
                    || !now.isBefore(failed ? asked.plus(AFTER_A_FAILURE) : again.plus(BETWEEN_UNKNOWN_KEYS));
        }

        /** What can stand in for the next. */
        @Nullable
        Held good() {
            return failed ? before : this;
        }
    }

    /** The company's keys from there; 503 when they cannot be had. */
    Uni<KeySet> of(CompanyId company, URI uri) {
        Instant now = clock.instant();
        dropOld(now);
        return answer(held.compute(
                        new Source(company, uri),
                        (source, known) -> known == null || known.isOver(now)
                                ? new Held(fetched(source), now, known == null ? null : known.again, null)
                                : known)
                .usable(now));
    }

    /** When a token has a key that is not among them: fetched anew, if the last time is long enough ago; or 503, too. */
    Uni<KeySet> again(CompanyId company, URI uri) {
        Instant now = clock.instant();
        return answer(held.compute(
                new Source(company, uri),
                (source, known) -> known == null || known.mayBeAskedAgain(now)
                        ? new Held(fetched(source), now, now, known == null ? null : known.good())
                        : known));
    }

    private Uni<KeySet> fetched(Source source) {
        return Uni.createFrom()
                .deferred(() -> fetch.fetch(source.uri()))
                .map(KeySet::parse)
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "The keys of company %s's identity provider cannot be had: %s",
                        source.company().value(), failure.getMessage()))
                .onFailure()
                .transform(_ -> RequestRefused.unavailable(
                        "The identity provider's keys cannot be read from its jwksUri now. Try again shortly."));
    }

    /** Whoever waits goes on where it came from: a database session belongs to one event loop. */
    private static Uni<KeySet> answer(Held found) {
        Context here = Vertx.currentContext();
        return here == null ? found.keys : found.keys.emitOn(task -> here.runOnContext(_ -> task.run()));
    }

    private void dropOld(Instant now) {
        if (held.size() >= MOST) {
            held.values().removeIf(known -> known.isOver(now));
        }
    }
}
