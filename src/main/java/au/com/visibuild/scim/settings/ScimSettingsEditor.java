package au.com.visibuild.scim.settings;

import au.com.visibuild.scim.audit.AuditAction;
import au.com.visibuild.scim.audit.AuditLog;
import au.com.visibuild.scim.audit.OldAndNew;
import au.com.visibuild.scim.audit.Origin;
import au.com.visibuild.scim.company.Company;
import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.company.CompanyStore;
import au.com.visibuild.scim.platform.PlainTime;
import au.com.visibuild.scim.platform.RequestRefused;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.token.ScimToken;
import au.com.visibuild.scim.token.ScimTokens;
import au.com.visibuild.scim.token.TokenSecret;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Switches SCIM on, replaces the token, switches SCIM off: each in one transaction that locks the company's row first,
 * so that two admins at once act one after the other and the second sees what the first did.
 */
@ApplicationScoped
public class ScimSettingsEditor {

    private final CompanyStore companies;
    private final ScimSettingsStore settings;
    private final ScimTokens tokens;
    private final AuditLog log;
    private final Clock clock;

    ScimSettingsEditor(
            CompanyStore companies, ScimSettingsStore settings, ScimTokens tokens, AuditLog log, Clock clock) {
        this.companies = companies;
        this.settings = settings;
        this.tokens = tokens;
        this.log = log;
        this.clock = clock;
    }

    /** What an admin sees of a company's SCIM. {@code settings} is null when it never was on, {@code token} when off. */
    public record Status(
            Company company,
            @Nullable ScimSettings settings,
            @Nullable ScimToken token) {}

    /** The company's state; 404 for a company that does not exist. */
    public Uni<Status> status(CompanyId company) {
        return Panache.withSession(() -> companies
                .find(company)
                .onItem()
                .ifNull()
                .failWith(ScimSettingsEditor::unknown)
                .chain(found -> settings.find(company)
                        .chain(current -> tokens.live(company).map(token -> new Status(found, current, token)))));
    }

    /** The tokens the company had, newest first; at most a hundred. */
    public Uni<List<ScimToken>> tokens(CompanyId company) {
        return Panache.withSession(() -> tokens.history(company));
    }

    /** Switches SCIM on; the answer holds the token, this once. 403 without the feature, 409 when it is on. */
    public Uni<ScimTokens.Issued> enable(Origin origin) {
        return locked(
                origin,
                company -> tokens.live(origin.company()).chain(live -> {
                    if (live != null) {
                        throw RequestRefused.conflict("SCIM is on already. Regenerate the token if it was lost.");
                    }
                    return settings.change(origin.company(), true, clock.instant(), origin.by())
                            .chain(() -> tokens.issue(origin.company(), origin.by()))
                            .call(issued -> log(origin, AuditAction.ENABLE_SCIM, null, issued));
                }));
    }

    /** Switches SCIM on with this very token: the demo's. */
    public Uni<ScimTokens.Issued> enable(Origin origin, TokenSecret secret) {
        return locked(
                origin,
                company -> settings.change(origin.company(), true, clock.instant(), origin.by())
                        .chain(() -> tokens.issue(origin.company(), origin.by(), secret))
                        .call(issued -> log(origin, AuditAction.ENABLE_SCIM, null, issued)));
    }

    /**
     * Replaces the token; the old one is refused from the commit on, the answer holds the new one, this once.
     *
     * @param replaces the key id of the token the caller means to replace, or null for whichever is live; 409 when
     *     another admin was faster, 429 when it was replaced too often within an hour
     */
    public Uni<ScimTokens.Issued> regenerate(Origin origin, @Nullable String replaces) {
        return locked(
                origin,
                company -> tokens.live(origin.company()).chain(live -> {
                    if (live == null) {
                        throw RequestRefused.conflict("SCIM is off. Switch it on to get a token.");
                    }
                    if (replaces != null && !replaces.equals(live.keyId())) {
                        throw RequestRefused.conflict("The token was replaced a moment ago by " + live.issuedBy()
                                + ". Look at the new state.");
                    }
                    return tokens.replaceableFrom(origin.company())
                            .invoke(this::notBefore)
                            .chain(() -> tokens.endLive(origin.company(), ScimToken.EndReason.REGENERATED, origin.by()))
                            .chain(() -> tokens.issue(origin.company(), origin.by()))
                            .call(issued -> log(origin, AuditAction.REGENERATE_TOKEN, live, issued));
                }));
    }

    private void notBefore(@Nullable Instant from) {
        if (from != null) {
            throw RequestRefused.tooOften(
                    "The token was replaced too often within an hour. Replace it again after " + PlainTime.seconds(from)
                            + ", or use the one you have.",
                    Duration.between(clock.instant(), from).toSeconds() + 1);
        }
    }

    /** Switches SCIM off: the token ends, users stay as they are. 409 when it is off. */
    public Uni<Void> disable(Origin origin) {
        return locked(
                origin,
                company -> tokens.endLive(origin.company(), ScimToken.EndReason.DISABLED, origin.by())
                        .onItem()
                        .ifNull()
                        .failWith(() -> RequestRefused.conflict("SCIM is off already."))
                        .call(() -> settings.change(origin.company(), false, clock.instant(), origin.by()))
                        .call(ended -> log(origin, AuditAction.DISABLE_SCIM, ended, null))
                        .replaceWithVoid());
    }

    /** The log names tokens by their public key id. */
    private Uni<Void> log(
            Origin origin, AuditAction action, @Nullable ScimToken ended, ScimTokens.@Nullable Issued issued) {
        ComplexValue change = OldAndNew.of(
                "token",
                ended == null ? null : ended.keyId(),
                issued == null ? null : issued.token().keyId());
        return log.done(origin, action, AuditLog.Subject.NOBODY, change, null);
    }

    private <T> Uni<T> locked(Origin origin, Function<Company, Uni<T>> work) {
        return Panache.withTransaction(() -> companies
                .findForUpdate(origin.company())
                .onItem()
                .ifNull()
                .failWith(ScimSettingsEditor::unknown)
                .invoke(company -> {
                    if (!company.hasScimFeature()) {
                        throw RequestRefused.forbidden(
                                "SCIM is not part of this company's account. Ask your Visibuild account manager.");
                    }
                })
                .chain(work::apply));
    }

    private static RequestRefused unknown() {
        return RequestRefused.unknown("There is no such company.");
    }
}
