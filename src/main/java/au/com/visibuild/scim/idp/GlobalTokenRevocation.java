package au.com.visibuild.scim.idp;

import au.com.visibuild.scim.audit.AuditAction;
import au.com.visibuild.scim.audit.AuditLog;
import au.com.visibuild.scim.audit.Origin;
import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.idp.Assertion.Signature;
import au.com.visibuild.scim.idp.IdentityProvider.Trust;
import au.com.visibuild.scim.outbox.OutboxRelay;
import au.com.visibuild.scim.platform.Ids;
import au.com.visibuild.scim.platform.PgErrors;
import au.com.visibuild.scim.platform.RequestRefused;
import au.com.visibuild.scim.session.SignOut;
import au.com.visibuild.scim.user.User;
import au.com.visibuild.scim.user.UserStore;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jose4j.jwt.MalformedClaimException;
import org.jspecify.annotations.Nullable;

/**
 * Ends all sessions of a person because the company's identity provider says so: Global Token Revocation, after
 * draft-parecki-oauth-global-token-revocation-05 (-06 of February 2026 was seen in its abstract only) and Okta's guide
 * "Build Universal Logout for your app" (developer.okta.com/docs/guides/oin-universal-logout-overview).
 *
 * <p>Where they differ: the draft names the subject {@code sub_id} since -03, the guide shows {@code subject}; both are
 * read. The draft leaves the authentication open; the guide's signed JWT is asked for ({@link Assertion}). The draft
 * reads {@code iss_sub} as the identity provider's name of the person, the guide as the application's; our id is looked
 * for first, then {@code externalId}. Both answer 204 when it is done, 400 for a body that cannot be read, 401 for a
 * token that is not good, 404 for somebody unknown. Of neither is the 503 while the keys cannot be fetched.
 */
@ApplicationScoped
public class GlobalTokenRevocation {

    private static final String USED_BEFORE = "used_assertion_pkey";

    private final IdentityProviderStore providers;
    private final KeySets keySets;
    private final UsedAssertionStore used;
    private final UserStore users;
    private final SignOut signOut;
    private final OutboxRelay relay;
    private final AuditLog log;
    private final Clock clock;

    GlobalTokenRevocation(
            IdentityProviderStore providers,
            KeySets keySets,
            UsedAssertionStore used,
            UserStore users,
            SignOut signOut,
            OutboxRelay relay,
            AuditLog log,
            Clock clock) {
        this.providers = providers;
        this.keySets = keySets;
        this.used = used;
        this.users = users;
        this.signOut = signOut;
        this.relay = relay;
        this.log = log;
        this.clock = clock;
    }

    /** A company's identity provider, known by a token that is good for one request. */
    public record Caller(CompanyId company, String issuer, String tokenId, Instant tokenIsOverAt) {}

    /**
     * Whose request it is. Until the signature has been found good every refusal is the same 401, whether or not the
     * company exists and names an identity provider; 503 when its keys cannot be had.
     */
    public Uni<Caller> authenticate(String company, String token) {
        UUID id = Ids.read(company);
        Assertion assertion = Assertion.parse(token);
        if (id == null || assertion == null) {
            return Uni.createFrom().failure(stranger());
        }
        CompanyId own = new CompanyId(id);
        return Panache.withSession(() -> providers.find(own)).chain(provider -> {
            if (provider == null || !assertion.claimsToBeOf(provider.trust().issuer())) {
                throw stranger();
            }
            return signed(own, provider.trust(), assertion).map(_ -> caller(own, provider.trust(), assertion));
        });
    }

    private Uni<Assertion> signed(CompanyId company, Trust trust, Assertion assertion) {
        return keySets.of(company, trust.keys())
                .map(assertion::by)
                .chain(verdict -> verdict == Signature.OF_NO_KNOWN_KEY
                        ? keySets.again(company, trust.keys()).map(assertion::by)
                        : Uni.createFrom().item(verdict))
                .map(verdict -> {
                    if (verdict != Signature.GOOD) {
                        throw stranger();
                    }
                    return assertion;
                });
    }

    private Caller caller(CompanyId company, Trust trust, Assertion assertion) {
        String fault = assertion.fault(trust, clock.instant());
        if (fault != null) {
            throw RequestRefused.unauthenticated(fault);
        }
        try {
            return new Caller(company, trust.issuer(), assertion.id(), assertion.isOverAt());
        } catch (MalformedClaimException e) {
            throw new IllegalStateException("the claims have no fault", e);
        }
    }

    /**
     * Ends all of the person's sessions, in one transaction with the event that tells the platforms, the log's row and
     * the end of the caller's token; 404 for somebody whom the company does not have, which uses the token up, too.
     */
    public Uni<Void> signOut(Caller caller, SubjectIdentifier subject, String requestId) {
        Origin origin = new Origin(caller.company(), Origin.Kind.IDENTITY_PROVIDER, caller.issuer(), requestId);
        return Panache.withTransaction(() -> used.remember(caller.company(), caller.tokenId(), caller.tokenIsOverAt())
                        .chain(() -> find(caller, subject))
                        .call(user -> user == null ? refused(origin, subject) : signOut.everywhere(origin, user)))
                .onFailure(failure -> USED_BEFORE.equals(PgErrors.violatedUniqueness(failure)))
                .transform(_ -> RequestRefused.unauthenticated("The token was used before. Sign a new one."))
                .invoke(relay::wake)
                .onItem()
                .ifNull()
                .failWith(() -> RequestRefused.unknown("The company has no such person."))
                .replaceWithVoid();
    }

    private Uni<@Nullable User> find(Caller caller, SubjectIdentifier subject) {
        return switch (subject) {
            case SubjectIdentifier.Email(var email) -> users.findByAddressForUpdate(caller.company(), email);
            case SubjectIdentifier.Opaque(var id) -> byId(caller.company(), id);
            case SubjectIdentifier.IssuerAndSubject(var issuer, var id) ->
                issuer.equals(caller.issuer())
                        ? byId(caller.company(), id)
                        : Uni.createFrom().nullItem();
        };
    }

    private Uni<@Nullable User> byId(CompanyId company, String id) {
        UUID own = Ids.read(id);
        return (own == null ? Uni.createFrom().<User>nullItem() : users.findForUpdate(company, own))
                .chain(found -> found == null
                        ? users.findByExternalIdForUpdate(company, id)
                        : Uni.createFrom().item(found));
    }

    private Uni<Void> refused(Origin origin, SubjectIdentifier subject) {
        String name = switch (subject) {
            case SubjectIdentifier.Email(var email) -> email;
            case SubjectIdentifier.Opaque(var id) -> id;
            case SubjectIdentifier.IssuerAndSubject(var issuer, var id) -> issuer + " " + id;
        };
        return log.refused(
                origin,
                AuditAction.SIGN_OUT_USER,
                AuditLog.Subject.named(name),
                AuditLog.Refusal.of(404, "Nobody of the company is known by this."));
    }

    private static RequestRefused stranger() {
        return RequestRefused.unauthenticated(
                "Send, as a bearer token, a JWT that the company's identity provider signed for this URL.");
    }
}
