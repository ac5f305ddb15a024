package au.com.visibuild.scim.api.settings;

import au.com.visibuild.scim.administration.Companies;
import au.com.visibuild.scim.administration.UserAdministration;
import au.com.visibuild.scim.api.CallerClaims;
import au.com.visibuild.scim.api.RequestId;
import au.com.visibuild.scim.company.Company;
import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.platform.RequestRefused;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.smallrye.jwt.runtime.auth.JsonWebTokenCredential;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Lets people in to the page by the JWT of the cookie. The framework's own mechanism knows the Authorization header only
 * and stays so: a cookie, which browsers send by themselves, must never open the company API.
 */
@ApplicationScoped
class PageEntrance {

    static final String COOKIE = "visibuild_admin";

    /** Which company staff want to see. */
    static final String COMPANY = "company";

    private final IdentityProviderManager identities;
    private final UserAdministration users;
    private final Companies companies;
    private final PageConfig config;
    private final Clock clock;

    PageEntrance(
            IdentityProviderManager identities,
            UserAdministration users,
            Companies companies,
            PageConfig config,
            Clock clock) {
        this.identities = identities;
        this.users = users;
        this.companies = companies;
        this.config = config;
        this.clock = clock;
    }

    /** Who it is; fails with {@link SignInNeeded}, or as the company API does. */
    Uni<Viewer> viewer(RoutingContext request) {
        Cookie cookie = request.request().getCookie(COOKIE);
        if (cookie == null || cookie.getValue().isBlank()) {
            return Uni.createFrom().failure(new SignInNeeded(false));
        }
        var credential = new TokenAuthenticationRequest(new JsonWebTokenCredential(cookie.getValue()));
        return identities
                .authenticate(HttpSecurityUtils.setRoutingContextAttribute(credential, request))
                .onFailure(AuthenticationFailedException.class)
                .transform(_ -> new SignInNeeded(false))
                .chain(identity -> identity.getPrincipal() instanceof JsonWebToken jwt
                        ? viewer(jwt, request)
                        : Uni.createFrom().failure(new SignInNeeded(false)));
    }

    private Uni<Viewer> viewer(JsonWebToken jwt, RoutingContext request) {
        String asked = request.queryParams().get(COMPANY);
        if (jwt.getGroups().contains(CallerClaims.COMPANY_ADMIN)) {
            return admin(jwt, asked, request);
        }
        if (jwt.getGroups().contains(CallerClaims.STAFF)) {
            UUID company = CallerClaims.uuid(asked);
            if (asked == null) {
                throw RequestRefused.invalid("Say which company: add ?company= and its id to the address.");
            }
            return company == null
                    ? Uni.createFrom().failure(unknown())
                    : companies.get(new CompanyId(company)).map(found -> viewer(jwt, found, false, request));
        }
        throw RequestRefused.forbidden("This page is for the company's admins.");
    }

    private Uni<Viewer> admin(JsonWebToken jwt, @Nullable String asked, RoutingContext request) {
        UUID own = CallerClaims.company(jwt);
        UUID person = CallerClaims.person(jwt);
        if (own == null || person == null) {
            throw RequestRefused.forbidden("This page is for the company's admins.");
        }
        if (asked != null && !own.equals(CallerClaims.uuid(asked))) {
            throw unknown();
        }
        CompanyId id = new CompanyId(own);
        return users.isActive(id, person).chain(active -> {
            if (!active) {
                throw RequestRefused.forbidden("Your account is not active in this company.");
            }
            return companies.get(id).map(found -> viewer(jwt, found, true, request));
        });
    }

    private Viewer viewer(JsonWebToken jwt, Company company, boolean admin, RoutingContext request) {
        return new Viewer(company, admin, String.valueOf(jwt.getSubject()), isRecent(jwt), RequestId.of(request));
    }

    private boolean isRecent(JsonWebToken jwt) {
        Object claim = jwt.getClaim("auth_time");
        try {
            Instant signedIn = Instant.ofEpochSecond(Long.parseLong(String.valueOf(claim)));
            return signedIn.plus(config.recentSignIn()).isAfter(clock.instant());
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static RequestRefused unknown() {
        return RequestRefused.unknown("There is no such company.");
    }
}
