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
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers what the first screen shows. */
@ApplicationScoped
class OverviewScreen {

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
        return settings.status(company)
                .chain(status -> connection
                        .of(company)
                        .chain(seen -> users.counts(company)
                                .chain(people -> history.page(
                                                company, LogFilter.ALL.with(LogFilter.Preset.ACCESS_REMOVED), sight)
                                        .chain(removed -> names(company, status)
                                                .map(names -> overview(
                                                        new Facts(status, seen, people, removed, names),
                                                        host,
                                                        open))))));
    }

    private record Facts(
            ScimSettingsEditor.Status status,
            ConnectionOverview.Overview seen,
            UserAdministration.Counts people,
            LogPage removed,
            Map<String, String> names) {

        String name(@Nullable String by) {
            return by == null ? "" : names.getOrDefault(by, by);
        }
    }

    private Uni<Map<String, String>> names(CompanyId company, ScimSettingsEditor.Status status) {
        Set<String> by = new HashSet<>();
        if (status.settings() != null) {
            by.add(status.settings().changedBy());
        }
        if (status.token() != null) {
            by.add(status.token().issuedBy());
        }
        return actors.names(company, by);
    }

    private Overview overview(Facts facts, String host, String open) {
        Instant now = clock.instant();
        var current = facts.status().settings();
        ScimToken token = facts.status().token();
        return new Overview(
                Overview.state(facts.seen()),
                Overview.notice(token, now),
                host + ScimSurface.BASE + "/",
                host + ScimSurface.BASE_WITHOUT_UNDERSCORE + "/",
                token == null ? null : token(token, facts, now),
                facts.people(),
                Overview.traffic(facts.seen()),
                removed(facts.removed()),
                current == null ? null : When.at(current.changedAt()),
                current == null ? "" : facts.name(current.changedBy()),
                When.at(now.plus(tokens.lifetime())),
                open);
    }

    private static Overview.@Nullable Removed removed(LogPage found) {
        if (found.entries().isEmpty()) {
            return null;
        }
        LogPage.Entry last = found.entries().getFirst();
        return new Overview.Removed(last.id().toString(), last.what(), last.effects(), When.at(last.at()));
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
