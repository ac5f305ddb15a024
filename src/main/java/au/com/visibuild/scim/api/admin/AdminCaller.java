package au.com.visibuild.scim.api.admin;

import au.com.visibuild.scim.administration.Companies;
import au.com.visibuild.scim.administration.UserAdministration;
import au.com.visibuild.scim.api.CallerClaims;
import au.com.visibuild.scim.api.RequestFacts;
import au.com.visibuild.scim.api.RequestId;
import au.com.visibuild.scim.audit.Origin;
import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.history.Sight;
import au.com.visibuild.scim.platform.RequestRefused;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who calls the company API. An admin acts for the company of the JWT only, and each request asks whether that person is
 * still active; staff may look at any company.
 */
@RequestScoped
class AdminCaller {

    private final JsonWebToken jwt;
    private final RoutingContext request;
    private final UserAdministration users;
    private final Companies companies;

    AdminCaller(JsonWebToken jwt, RoutingContext request, UserAdministration users, Companies companies) {
        this.jwt = jwt;
        this.request = request;
        this.users = users;
        this.companies = companies;
    }

    /** The admin, about to act on this company; 404 for another company's id, 403 for a deactivated admin. */
    Uni<Origin> admin(String company) {
        UUID own = CallerClaims.company(jwt);
        if (own == null || !own.equals(CallerClaims.uuid(company))) {
            return Uni.createFrom().failure(RequestRefused.unknown("There is no such company."));
        }
        CompanyId id = new CompanyId(own);
        UUID person = CallerClaims.person(jwt);
        return (person == null ? Uni.createFrom().item(false) : users.isActive(id, person)).map(active -> {
            if (!active) {
                throw RequestRefused.forbidden("Your account is not active in this company.");
            }
            RequestFacts.actsFor(request, id.value().toString(), null);
            return new Origin(id, Origin.Kind.ADMIN, String.valueOf(person), requestId());
        });
    }

    /** Whoever may look at this company: its admin, or staff. */
    Uni<CompanyId> reader(String company) {
        return adminOrStaff(company).map(Origin::company);
    }

    /** The company's admin, or a member of staff; 404 for a company that does not exist. */
    Uni<Origin> adminOrStaff(String company) {
        return isStaff() ? staff(company).call(origin -> companies.get(origin.company())) : admin(company);
    }

    /** A member of staff, about to act on this company. */
    Uni<Origin> staff(String company) {
        UUID id = CallerClaims.uuid(company);
        return id == null
                ? Uni.createFrom().failure(RequestRefused.unknown("There is no such company."))
                : Uni.createFrom().item(new Origin(new CompanyId(id), Origin.Kind.STAFF, staffName(), requestId()));
    }

    /** Whether the caller is one of Visibuild's staff. */
    boolean isStaff() {
        return jwt.getGroups().contains(CallerClaims.STAFF);
    }

    /** How much of people's data the caller sees. */
    Sight sight() {
        return isStaff() ? Sight.STAFF : Sight.ADMIN;
    }

    /** The member of staff, by the JWT's subject. */
    String staffName() {
        return String.valueOf(jwt.getSubject());
    }

    /** The request's id. */
    String requestId() {
        return RequestId.of(request);
    }
}
