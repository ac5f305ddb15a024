package au.com.visibuild.scim.api.admin;

import au.com.visibuild.scim.administration.Companies;
import au.com.visibuild.scim.api.CallerClaims;
import au.com.visibuild.scim.company.Company;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Companies, for staff. */
@Path("/companies")
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(CallerClaims.STAFF)
@Cancellable(false)
public class CompaniesResource {

    private final Companies companies;
    private final AdminCaller caller;

    CompaniesResource(Companies companies, AdminCaller caller) {
        this.companies = companies;
        this.caller = caller;
    }

    /** What staff send; null leaves a thing as it is. */
    public record CompanyForm(
            @Nullable String name, @Nullable Boolean scimFeature) {}

    /** A company as answered. */
    @RegisterForReflection
    public record CompanyView(UUID id, String name, boolean scimFeature, Instant createdAt) {
        static CompanyView of(Company company) {
            return new CompanyView(company.id().value(), company.name(), company.hasScimFeature(), company.createdAt());
        }
    }

    /** Makes a company. */
    @POST
    @APIResponse(
            responseCode = "201",
            description = "The company.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CompanyView.class)))
    public Uni<Response> create(@Nullable CompanyForm form) {
        CompanyForm given = Forms.required(form);
        boolean feature = Boolean.TRUE.equals(given.scimFeature());
        return companies
                .create(caller.staffName(), caller.requestId(), given.name(), feature)
                .map(CompanyView::of)
                .map(made -> Response.created(URI.create("/companies/" + made.id()))
                        .entity(made)
                        .build());
    }

    /** Companies by name, a hundred a page. */
    @GET
    public Uni<List<CompanyView>> list(@QueryParam("page") @DefaultValue("0") int page) {
        return companies
                .page(page)
                .map(found -> found.stream().map(CompanyView::of).toList());
    }

    /** One company. */
    @GET
    @Path("{company}")
    public Uni<CompanyView> get(@PathParam("company") String company) {
        return caller.staff(company)
                .chain(origin -> companies.get(origin.company()))
                .map(CompanyView::of);
    }

    /** Renames a company or switches its SCIM feature. */
    @PATCH
    @Path("{company}")
    public Uni<CompanyView> change(@PathParam("company") String company, @Nullable CompanyForm form) {
        CompanyForm given = Forms.required(form);
        return caller.staff(company)
                .chain(origin -> companies.change(origin, given.name(), given.scimFeature()))
                .map(CompanyView::of);
    }
}
