package au.com.visibuild.scim.connection;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.connection.ConnectionStore.Kept;
import au.com.visibuild.scim.connection.ConnectionStore.Route;
import au.com.visibuild.scim.history.Actors;
import au.com.visibuild.scim.history.LogDetail;
import au.com.visibuild.scim.history.LogFilter;
import au.com.visibuild.scim.history.ProvisioningHistory;
import au.com.visibuild.scim.history.Sight;
import au.com.visibuild.scim.settings.ScimSettingsEditor;
import au.com.visibuild.scim.token.ScimToken;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says in plain words why a connection fails, by the requests that were received: of all that was found in a window of
 * time the first in the order of {@link Finding} that no later success has shown to be over.
 */
@ApplicationScoped
public class ConnectionDoctor {

    /** How far back is looked when no moment is given. */
    public static final Duration WINDOW = Duration.ofHours(24);

    private static final Duration LONGEST_MEMORY = Duration.ofDays(30);
    private static final Duration PAUSE = Duration.ofMinutes(2);
    private static final Duration TEST = Duration.ofMinutes(10);
    private static final int MOST = 300;
    private static final int SHOWN = 100;

    private final ConnectionStore store;
    private final ScimSettingsEditor settings;
    private final ProvisioningHistory history;
    private final Actors actors;
    private final Clock clock;

    ConnectionDoctor(
            ConnectionStore store,
            ScimSettingsEditor settings,
            ProvisioningHistory history,
            Actors actors,
            Clock clock) {
        this.store = store;
        this.settings = settings;
        this.history = history;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * All that a diagnosis is made of.
     *
     * @param existing who has the name that the newest conflict was about, by the id of that request; none or one
     */
    record Evidence(
            List<Kept> kept,
            List<Route> routes,
            List<ScimToken> tokens,
            Map<String, String> names,
            boolean isOn,
            Map<String, LogDetail.Existing> existing,
            Instant since,
            boolean live,
            Instant now) {}

    /**
     * Looks at what came since that moment, or in the last 24 hours, for a reader of this sight; 404 for a company that
     * does not exist.
     */
    public Uni<Diagnosis> examine(CompanyId company, @Nullable Instant since, Sight sight) {
        Instant now = clock.instant();
        Instant begin = since == null || since.isBefore(now.minus(WINDOW)) ? now.minus(WINDOW) : since;
        return settings.status(company)
                .chain(status -> settings.tokens(company)
                        .chain(tokens -> store.routes(company)
                                .chain(routes -> store.requests(company, begin, MOST)
                                        .chain(kept -> names(company, tokens)
                                                .chain(names -> existing(company, kept, sight)
                                                        .map(existing -> new Evidence(
                                                                kept,
                                                                routes,
                                                                tokens,
                                                                names,
                                                                status.token() != null,
                                                                existing,
                                                                begin,
                                                                since != null,
                                                                now)))))))
                .map(ConnectionDoctor::diagnosis);
    }

    /** When the identity provider was last at work, for ten minutes at most. */
    private record Visit(Instant from, Instant to) {}

    /** The filter narrowed to the last connection test, which is the time in which the identity provider was last seen. */
    public Uni<LogFilter> lastTest(CompanyId company, LogFilter filter) {
        return lastVisit(company)
                .map(visit -> visit.map(seen -> filter.between(seen.from(), seen.to()))
                        .orElseGet(filter::findingNothing));
    }

    /** The last requests that came close to each other, as those of a connection test do; empty when none are known. */
    private Uni<Optional<Visit>> lastVisit(CompanyId company) {
        return store.requests(company, clock.instant().minus(LONGEST_MEMORY), MOST)
                .map(kept -> {
                    if (kept.isEmpty()) {
                        return Optional.empty();
                    }
                    Instant end = kept.getFirst().at();
                    Instant begin = end;
                    for (Kept one : kept) {
                        if (Duration.between(one.at(), begin).compareTo(PAUSE) > 0
                                || Duration.between(one.at(), end).compareTo(TEST) > 0) {
                            break;
                        }
                        begin = one.at();
                    }
                    // A row of the log is written before the answer is out.
                    return Optional.of(new Visit(begin.minusSeconds(5), end.plusSeconds(1)));
                });
    }

    private Uni<Map<String, String>> names(CompanyId company, List<ScimToken> tokens) {
        return actors.names(
                company,
                tokens.stream().map(ScimToken::endedBy).filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    private Uni<Map<String, LogDetail.Existing>> existing(CompanyId company, List<Kept> kept, Sight sight) {
        return kept.stream()
                .filter(one -> one.finding() == Finding.CONFLICT)
                .map(Kept::requestId)
                .findFirst()
                .map(conflict -> history.existing(company, conflict, sight)
                        .map(found ->
                                found.length == 0 ? Map.<String, LogDetail.Existing>of() : Map.of(conflict, found[0])))
                .orElse(Uni.createFrom().item(Map.of()));
    }

    private static Diagnosis diagnosis(Evidence evidence) {
        Facts facts = new Facts(evidence);
        List<Diagnosis.Verdict> verdicts = new ArrayList<>();
        evidence.kept().stream()
                .filter(one -> !isOver(one, evidence.routes()))
                .collect(Collectors.groupingBy(Kept::finding))
                .values()
                .stream()
                .forEach(found -> verdicts.add(facts.verdict(found.getFirst(), found.size())));
        facts.countedOnly().ifPresent(verdicts::add);
        verdicts.sort(Comparator.comparing(Diagnosis.Verdict::finding));
        Diagnosis.Verdict first = verdicts.isEmpty() ? facts.withoutEvidence() : verdicts.getFirst();
        Instant lastWorked = evidence.routes().stream()
                .map(Route::lastOkAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
        return new Diagnosis(
                first,
                verdicts.stream().skip(1).toList(),
                evidence.kept().stream().limit(SHOWN).map(facts::seen).toList(),
                evidence.since(),
                evidence.now(),
                lastWorked);
    }

    /** Whether something that went well later shows that what was found is no more. */
    private static boolean isOver(Kept one, List<Route> routes) {
        Finding finding = one.finding();
        return finding != Finding.WORKS
                && routes.stream()
                        .filter(route -> finding.isOverOnceAnythingWorks()
                                || (finding.isOverOnceTheSameWorks()
                                        && route.route().equals(one.route())))
                        .anyMatch(route ->
                                route.lastOkAt() != null && route.lastOkAt().isAfter(one.at()));
    }
}
