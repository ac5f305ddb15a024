package au.com.visibuild.scim.token;

import au.com.visibuild.scim.platform.Chore;
import au.com.visibuild.scim.platform.PlainTime;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/** Says in the service's log when a company's token has 30, 7 and 1 days left, as the page does. Each replica says it once. */
@ApplicationScoped
class TokenNotices implements Chore {

    private static final Logger LOG = Logger.getLogger(TokenNotices.class);
    private static final int[] DAYS = {1, 7, 30};
    private static final int MOST = 1_000;

    private final ScimTokenStore store;
    private final Clock clock;
    private final AtomicReference<Instant> looked = new AtomicReference<>(Instant.MAX);

    TokenNotices(ScimTokenStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What falls due is looked for from the start on, not from the first portion on. */
    void start(@Observes StartupEvent event) {
        looked.set(clock.instant());
    }

    @Override
    public String name() {
        return "Notices of tokens that end";
    }

    @Override
    public Uni<Boolean> portion(Instant now) {
        return store.ends(now, MOST).map(ends -> {
            Instant before = looked.getAndSet(now);
            ends.forEach(end -> due(end.at(), before, now)
                    .ifPresent(days -> LOG.warnf(
                            "The SCIM token of company %s ends in %s, on %s",
                            end.company().value(), days == 1 ? "1 day" : days + " days", PlainTime.minutes(end.at()))));
            return false;
        });
    }

    /** The notice that fell due after the one moment and not after the other; of several the most pressing. */
    static Optional<Integer> due(Instant end, Instant before, Instant now) {
        return IntStream.of(DAYS)
                .filter(days -> {
                    Instant moment = end.minus(Duration.ofDays(days));
                    return moment.isAfter(before) && !moment.isAfter(now);
                })
                .boxed()
                .findFirst();
    }
}
