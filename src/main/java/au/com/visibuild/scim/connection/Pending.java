package au.com.visibuild.scim.connection;

import au.com.visibuild.scim.company.CompanyId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was seen and is not written down yet. Bounded; the lock is held for a few steps in memory only. */
final class Pending {

    private static final int MOST = 2_000;

    private Batch batch = Batch.empty();

    /** What one route of a company last came to, and the last that went well. */
    record RouteSeen(Single last, @Nullable Single lastWell) {
        RouteSeen then(RouteSeen later) {
            return new RouteSeen(later.last, later.lastWell == null ? lastWell : later.lastWell);
        }
    }

    /** Whose route. */
    record RouteKey(CompanyId company, String route) {}

    /** Requests of a token that has had its share: how many, and the last. */
    record Uncounted(long number, SeenRequest last) {
        Uncounted then(Uncounted later) {
            return new Uncounted(number + later.number, later.last);
        }
    }

    /** What is written in one go. */
    record Batch(
            List<Single> singles,
            List<SeenRequest> unlinked,
            Map<String, Uncounted> uncounted,
            Map<Count.Key, Count> counts,
            Map<RouteKey, RouteSeen> routes) {

        static Batch empty() {
            return new Batch(new ArrayList<>(), new ArrayList<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        }

        void count(Count.Key key, Count count) {
            counts.merge(key, count, Count::plus);
        }

        void route(Single single) {
            Single well = single.finding().isWell() ? single : null;
            routes.merge(
                    new RouteKey(single.company(), single.seen().route()),
                    new RouteSeen(single, well),
                    RouteSeen::then);
        }

        boolean isEmpty() {
            return unlinked.isEmpty() && counts.isEmpty();
        }
    }

    synchronized void single(Single single) {
        if (batch.singles().size() < MOST) {
            batch.singles().add(single);
        }
    }

    synchronized void unlinked(SeenRequest seen) {
        if (batch.unlinked().size() < MOST) {
            batch.unlinked().add(seen);
        }
    }

    /** One more of a token that has had its share; only counted. */
    synchronized void uncounted(String keyId, SeenRequest seen) {
        if (batch.uncounted().size() < MOST || batch.uncounted().containsKey(keyId)) {
            batch.uncounted().merge(keyId, new Uncounted(1, seen), Uncounted::then);
        }
    }

    synchronized void count(Count.Key key, Count count) {
        batch.count(key, count);
    }

    synchronized void route(Single single) {
        batch.route(single);
    }

    synchronized boolean isEmpty() {
        return batch.isEmpty() && batch.uncounted().isEmpty();
    }

    synchronized Batch take() {
        Batch taken = batch;
        batch = Batch.empty();
        return taken;
    }
}
