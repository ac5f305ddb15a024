package au.com.visibuild.scim.connection;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.settings.ScimSettingsEditor;
import au.com.visibuild.scim.token.ScimToken;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A company's connection at a glance. */
@ApplicationScoped
public class ConnectionOverview {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final ScimSettingsEditor settings;
    private final ConnectionStore store;
    private final ConnectionConfig config;
    private final Clock clock;

    ConnectionOverview(ScimSettingsEditor settings, ConnectionStore store, ConnectionConfig config, Clock clock) {
        this.settings = settings;
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    /** How many requests went well, were refused, failed by our fault. */
    public record Counts(long ok, long refused, long failed) {
        static Counts of(Count count) {
            return new Counts(count.reads() + count.writes(), count.refused(), count.failed());
        }
    }

    /** An hour's counts. */
    public record Hour(Instant beginsAt, Counts counts) {}

    /**
     * The last request that could be linked to the company.
     *
     * @param what its method and the pattern of its path
     * @param userAgent as it names itself, cut
     */
    public record LastRequest(
            Instant at, String what, int status, @Nullable String userAgent) {}

    /**
     * The connection.
     *
     * @param state the most pressing
     * @param notices all that hold, the most pressing first
     * @param last the last request, or null when none was seen
     * @param lastAcceptedAt when a request last went well, or null
     * @param today since midnight UTC
     * @param hours the last 24 hours, oldest first, all of them
     * @param tokenEndsAt when the live token ends, or null
     * @param daysLeft whole days until then, or null
     */
    public record Overview(
            ConnectionState state,
            List<ConnectionState> notices,
            Instant now,
            @Nullable LastRequest last,
            @Nullable Instant lastAcceptedAt,
            Counts today,
            Counts lastHour,
            List<Hour> hours,
            @Nullable Instant tokenEndsAt,
            @Nullable Long daysLeft) {}

    /** The company's connection; 404 for a company that does not exist. */
    public Uni<Overview> of(CompanyId company) {
        Instant now = clock.instant();
        Instant firstHour = now.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(23));
        return settings.status(company)
                .chain(status -> store.counts(company, firstHour)
                        .chain(counts ->
                                store.routes(company).map(routes -> overview(status, counts, routes, firstHour, now))));
    }

    /**
     * How many requests were refused since then, as far as that is remembered.
     *
     * @param since from when on they were counted: the moment that was asked for, or where memory begins
     */
    public record Refusals(long number, Instant since) {}

    /** How many of the company's requests were refused since that moment. */
    public Uni<Refusals> refusedSince(CompanyId company, Instant moment) {
        Instant memory = clock.instant().minus(config.retention());
        Instant begin = moment.isBefore(memory) ? memory : moment;
        return store.counts(company, begin)
                .map(counts -> new Refusals(since(counts, begin).refused(), begin));
    }

    private static Overview overview(
            ScimSettingsEditor.Status status,
            List<ConnectionStore.Counted> counts,
            List<ConnectionStore.Route> routes,
            Instant firstHour,
            Instant now) {
        ScimToken token = status.token();
        ConnectionStore.Route last = routes.stream()
                .max(Comparator.comparing(ConnectionStore.Route::lastAt))
                .orElse(null);
        Instant lastAccepted = lastAccepted(routes, token);
        Count lastHour = since(counts, now.minus(HOUR));
        ConnectionFacts facts = new ConnectionFacts(
                status.company().hasScimFeature(),
                status.settings() != null,
                token == null ? null : token.issuedAt(),
                token == null ? null : token.expiresAt(),
                lastAccepted,
                last == null ? lastAccepted : last.lastAt(),
                lastHour,
                since(counts, now.minus(QUARTER)));
        List<ConnectionState> states = facts.states(now);
        return new Overview(
                states.getFirst(),
                states,
                now,
                last == null ? null : new LastRequest(last.lastAt(), last.route(), last.lastStatus(), last.userAgent()),
                lastAccepted,
                Counts.of(since(
                        counts,
                        now.atOffset(ZoneOffset.UTC)
                                .truncatedTo(ChronoUnit.DAYS)
                                .toInstant())),
                Counts.of(lastHour),
                hours(counts, firstHour),
                token == null ? null : token.expiresAt(),
                token == null
                        ? null
                        : Math.max(0, Duration.between(now, token.expiresAt()).toDays()));
    }

    /**
     * What routes came to is kept for ever. The token's own last use only says that it was accepted, not that anything
     * went well with it; it stands in where no route was seen yet.
     */
    private static @Nullable Instant lastAccepted(List<ConnectionStore.Route> routes, @Nullable ScimToken token) {
        if (routes.isEmpty()) {
            return token == null ? null : token.lastUsedAt();
        }
        return routes.stream()
                .map(ConnectionStore.Route::lastOkAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Count since(List<ConnectionStore.Counted> counts, Instant begin) {
        return counts.stream()
                .filter(counted -> !counted.beginsAt().isBefore(begin))
                .map(ConnectionStore.Counted::count)
                .reduce(Count.NONE, Count::plus);
    }

    private static List<Hour> hours(List<ConnectionStore.Counted> counts, Instant firstHour) {
        List<Hour> hours = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            Instant begin = firstHour.plus(Duration.ofHours(i));
            Count count = counts.stream()
                    .filter(counted ->
                            counted.beginsAt().truncatedTo(ChronoUnit.HOURS).equals(begin))
                    .map(ConnectionStore.Counted::count)
                    .reduce(Count.NONE, Count::plus);
            hours.add(new Hour(begin, Counts.of(count)));
        }
        return hours;
    }
}
