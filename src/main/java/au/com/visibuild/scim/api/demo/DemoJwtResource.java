package au.com.visibuild.scim.api.demo;

import au.com.visibuild.scim.demo.DemoCompany;
import au.com.visibuild.scim.demo.DemoIssuer;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * {@code GET /demo/jwt?group=company-admin|staff|platform}: a JWT as Visibuild's issuer would give it. {@code sub}
 * and {@code company_id} choose another person or company than the demo's. Does not exist in production.
 */
@Path("/demo/jwt")
@IfBuildProfile(anyOf = {"dev", "demo", "test"})
public class DemoJwtResource {

    private final DemoIssuer issuer;

    DemoJwtResource(DemoIssuer issuer) {
        this.issuer = issuer;
    }

    /** The JWT as plain text; 400 for an unknown group or a company id that is none. */
    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public Response jwt(
            @RestQuery String group, @RestQuery Optional<String> sub, @RestQuery("company_id") Optional<String> id) {
        return switch (group) {
            case "company-admin" -> companyAdmin(sub.orElse(DemoCompany.ADMIN_ID.toString()), id);
            case "staff" -> Response.ok(issuer.staff(sub.orElse("demo-staff"))).build();
            case "platform" -> Response.ok(issuer.platform(sub.orElse("web"))).build();
            case null, default -> badRequest("group must be company-admin, staff or platform");
        };
    }

    private Response companyAdmin(String subject, Optional<String> companyId) {
        try {
            UUID company = companyId.map(UUID::fromString).orElse(DemoCompany.ID);
            return Response.ok(issuer.companyAdmin(company, subject)).build();
        } catch (IllegalArgumentException e) {
            return badRequest("company_id must be a UUID");
        }
    }

    private static Response badRequest(String message) {
        return Response.status(Response.Status.BAD_REQUEST)
                .entity(message + "\n")
                .build();
    }
}
