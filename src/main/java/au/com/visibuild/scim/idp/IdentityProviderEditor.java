package au.com.visibuild.scim.idp;

import au.com.visibuild.scim.audit.AuditAction;
import au.com.visibuild.scim.audit.AuditLog;
import au.com.visibuild.scim.audit.OldAndNew;
import au.com.visibuild.scim.audit.Origin;
import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.company.CompanyStore;
import au.com.visibuild.scim.idp.IdentityProvider.Trust;
import au.com.visibuild.scim.platform.OutboundRules;
import au.com.visibuild.scim.platform.RequestRefused;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Names, changes and removes a company's identity provider, each in one transaction with its row in the log. It does not
 * depend on SCIM being on: who may sign people out is a question of its own.
 */
@ApplicationScoped
public class IdentityProviderEditor {

    private static final int LONGEST = 1_024;

    private final CompanyStore companies;
    private final IdentityProviderStore store;
    private final OutboundRules outbound;
    private final AuditLog log;
    private final Clock clock;

    IdentityProviderEditor(
            CompanyStore companies, IdentityProviderStore store, OutboundRules outbound, AuditLog log, Clock clock) {
        this.companies = companies;
        this.store = store;
        this.outbound = outbound;
        this.log = log;
        this.clock = clock;
    }

    /** The company's identity provider, or null when none is named. */
    public Uni<@Nullable IdentityProvider> find(CompanyId company) {
        return Panache.withSession(() -> store.find(company));
    }

    /** Trusts the tokens of this issuer and no other's; 400 for what is no https URL. */
    public Uni<IdentityProvider> set(
            Origin origin, @Nullable String issuer, @Nullable String jwksUri, String audience) {
        Trust trust = new Trust(checkedIssuer(issuer), checkedKeys(jwksUri), checkedAudience(audience));
        return Panache.withTransaction(() -> locked(origin)
                .chain(() -> store.find(origin.company()))
                .map(known -> known == null ? null : known.trust())
                .chain(before -> store.change(origin.company(), trust, clock.instant(), origin.by())
                        .call(() -> log.done(
                                origin,
                                AuditAction.SET_IDENTITY_PROVIDER,
                                AuditLog.Subject.NOBODY,
                                changes(before, trust),
                                null))));
    }

    /** Trusts nobody's tokens any more; 404 when nobody's were. */
    public Uni<Void> remove(Origin origin) {
        return Panache.withTransaction(() -> locked(origin)
                .chain(() -> store.find(origin.company()))
                .onItem()
                .ifNull()
                .failWith(() -> RequestRefused.unknown("No identity provider is named."))
                .invoke(provider -> provider.remove(clock.instant(), origin.by()))
                .chain(provider -> log.done(
                        origin,
                        AuditAction.REMOVE_IDENTITY_PROVIDER,
                        AuditLog.Subject.NOBODY,
                        changes(provider.trust(), null),
                        null)));
    }

    private static ComplexValue changes(@Nullable Trust before, @Nullable Trust after) {
        ComplexValue issuer = OldAndNew.of("issuer", text(before, Trust::issuer), text(after, Trust::issuer));
        ComplexValue keys = OldAndNew.of("jwksUri", text(before, Trust::jwksUri), text(after, Trust::jwksUri));
        ComplexValue audience = OldAndNew.of("audience", text(before, Trust::audience), text(after, Trust::audience));
        return OldAndNew.both(issuer, OldAndNew.both(keys, audience));
    }

    private static @Nullable String text(@Nullable Trust trust, Function<Trust, String> part) {
        return trust == null ? null : part.apply(trust);
    }

    private Uni<Void> locked(Origin origin) {
        return companies
                .findForUpdate(origin.company())
                .onItem()
                .ifNull()
                .failWith(() -> RequestRefused.unknown("There is no such company."))
                .replaceWithVoid();
    }

    /** It is compared and never connected to, so a name that resolves to nothing will do. */
    private static String checkedIssuer(@Nullable String issuer) {
        try {
            if (issuer != null && issuer.length() <= LONGEST) {
                URI uri = new URI(issuer);
                if ("https".equals(uri.getScheme())
                        && uri.getHost() != null
                        && uri.getRawQuery() == null
                        && uri.getRawFragment() == null) {
                    return issuer;
                }
            }
        } catch (URISyntaxException e) {
            // Refused below, as every other text that is no such URL.
        }
        throw RequestRefused.invalid("issuer must be an https URL without query and fragment, as the tokens have it in"
                + " iss; for example: https://acme.okta.com.");
    }

    private String checkedKeys(@Nullable String jwksUri) {
        URI uri = outbound.url(jwksUri);
        if (uri == null) {
            throw RequestRefused.invalid("jwksUri must be an https URL without user and fragment: where the identity"
                    + " provider publishes its keys; for example: https://acme.okta.com/oauth2/v1/keys.");
        }
        return uri.toString();
    }

    private static String checkedAudience(String audience) {
        if (audience.isBlank() || audience.length() > LONGEST) {
            throw RequestRefused.invalid("audience must have 1 to 1,024 characters, or be left out.");
        }
        return audience;
    }
}
