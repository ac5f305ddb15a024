package au.com.visibuild.scim.api.settings;

import au.com.visibuild.scim.administration.UserAdministration;
import au.com.visibuild.scim.api.ScimSurface;
import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.connection.ConnectionOverview;
import au.com.visibuild.scim.history.Actors;
import au.com.visibuild.scim.history.LogFilter;
import au.com.visibuild.scim.history.LogPage;
import au.com.visibuild.scim.history.ProvisioningHistory;
import au.com.visibuild.scim.history.Sight;
import au.com.visibuild.scim.settings.ScimSettingsEditor;
import au.com.visibuild.scim.token.ScimToken;
import au.com.visibuild.scim.token.TokenConfig;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gathers what the first screen shows. */
@ApplicationScoped
class OverviewScreen {

    private static final Duration AT_ONCE = Duration.ofHours(1);
    private static final int CHANGES = 5;

    private final ScimSettingsEditor settings;
    private final UserAdministration users;
    private final ConnectionOverview connection;
    private final ProvisioningHistory history;
    private final Actors actors;
    private final TokenConfig tokens;
    private final Clock clock;

    OverviewScreen(
            ScimSettingsEditor settings,
            UserAdministration users,
            ConnectionOverview connection,
            ProvisioningHistory history,
            Actors actors,
            TokenConfig tokens,
            Clock clock) {
        this.settings = settings;
        this.users = users;
        this.connection = connection;
        this.history = history;
        this.actors = actors;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** The company's state now, for a reader of this sight. */
    Uni<Overview> of(CompanyId company, Sight sight, String host, String open) {
        Instant now = clock.instant();
        return settings.status(company)
                .chain(status -> connection
                        .of(company)
                        .chain(seen -> people(company, sight, now)
                                .chain(people -> settings.tokens(company)
                                        .chain(past -> names(company, status, past)
                                                .chain(names -> refusals(company, status, now)
                                                        .map(refusals -> overview(
                                                                new Facts(status, seen, people, past, names, refusals),
                                                                now,
                                                                host,
                                                                open)))))));
    }

    private record People(UserAdministration.Counts counts, LogPage removed, LogPage changes, int lost) {}

    private Uni<People> people(CompanyId company, Sight sight, Instant now) {
        LogFilter removals = LogFilter.ALL.with(LogFilter.Preset.ACCESS_REMOVED);
        return users.counts(company)
                .chain(counts -> history.page(company, removals, sight)
                        .chain(removed -> changes(company, sight)
                                .chain(changes -> history.lostAccess(company, now.minus(AT_ONCE))
                                        .map(lost -> new People(counts, removed, changes, lost)))));
    }

    /** Staff do not turn SCIM off, and are not asked whether these should have been the last. */
    private Uni<LogPage> changes(CompanyId company, Sight sight) {
        return sight == Sight.STAFF
                ? Uni.createFrom().item(new LogPage(List.of(), null, false))
                : history.page(company, LogFilter.CHANGES_OF_PEOPLE, sight);
    }

    private Uni<ConnectionOverview.@Nullable Refusals> refusals(
            CompanyId company, ScimSettingsEditor.Status status, Instant now) {
        ScimToken token = status.token();
        return token == null || now.isBefore(token.expiresAt())
                ? Uni.createFrom().nullItem()
                : connection.refusedSince(company, token.expiresAt());
    }

    private record Facts(
            ScimSettingsEditor.Status status,
            ConnectionOverview.Overview seen,
            People people,
            List<ScimToken> past,
            Map<String, String> names,
            ConnectionOverview.@Nullable Refusals refusals) {

        String name(@Nullable String by) {
            return by == null ? "" : names.getOrDefault(by, by);
        }
    }

    private Uni<Map<String, String>> names(CompanyId company, ScimSettingsEditor.Status status, List<ScimToken> past) {
        Set<String> by = new HashSet<>();
        for (ScimToken token : past) {
            by.add(token.issuedBy());
            if (token.endedBy() != null) {
                by.add(token.endedBy());
            }
        }
        if (status.settings() != null) {
            by.add(status.settings().changedBy());
        }
        return actors.names(company, by);
    }

    private Overview overview(Facts facts, Instant now, String host, String open) {
        var current = facts.status().settings();
        ScimToken token = facts.status().token();
        return new Overview(
                Overview.state(facts.seen()),
                Overview.notice(token, now),
                refusals(facts.refusals()),
                host + ScimSurface.BASE + "/",
                host + ScimSurface.BASE_WITHOUT_UNDERSCORE + "/",
                token == null ? null : token(token, facts, now),
                facts.past().stream()
                        .map(past -> PastToken.of(past, now, facts::name))
                        .toList(),
                facts.people().counts(),
                Overview.traffic(facts.seen()),
                Overview.Mass.of(facts.people().lost(), facts.people().counts().managedActive()),
                acts(facts.people().removed(), 1).findFirst().orElse(null),
                acts(facts.people().changes(), CHANGES).toList(),
                current == null ? null : When.at(current.changedAt()),
                current == null ? "" : facts.name(current.changedBy()),
                When.at(now.plus(tokens.lifetime())),
                open);
    }

    private static Stream<Overview.Act> acts(LogPage found, int most) {
        return found.entries().stream()
                .limit(most)
                .map(entry ->
                        new Overview.Act(entry.id().toString(), entry.what(), entry.effects(), When.at(entry.at())));
    }

    private static Overview.@Nullable Refusals refusals(ConnectionOverview.@Nullable Refusals found) {
        return found == null || found.number() == 0
                ? null
                : new Overview.Refusals(found.number(), When.at(found.since()));
    }

    private static Overview.Token token(ScimToken token, Facts facts, Instant now) {
        return new Overview.Token(
                token.keyId(),
                When.at(token.issuedAt()),
                facts.name(token.issuedBy()),
                When.at(token.expiresAt()),
                Overview.days(Duration.between(now, token.expiresAt())),
                When.atOrNull(token.lastUsedAt()));
    }
}
