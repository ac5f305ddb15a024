package au.com.visibuild.scim.api.admin;

import au.com.visibuild.scim.administration.PersonForm;
import au.com.visibuild.scim.administration.UserAdministration;
import au.com.visibuild.scim.api.CallerClaims;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** A company's people, by hand. */
@Path("/companies/{company}/users")
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(CallerClaims.COMPANY_ADMIN)
@Cancellable(false)
public class PeopleResource {

    private final UserAdministration users;
    private final AdminCaller caller;

    PeopleResource(UserAdministration users, AdminCaller caller) {
        this.users = users;
        this.caller = caller;
    }

    /** Makes a person. Staff may, too: a new company has nobody yet who could be its admin. */
    @POST
    @RolesAllowed({CallerClaims.COMPANY_ADMIN, CallerClaims.STAFF})
    @APIResponse(
            responseCode = "201",
            description = "The person.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = UserAdministration.Person.class)))
    public Uni<Response> create(@PathParam("company") String company, @Nullable PersonForm form) {
        PersonForm given = Forms.required(form);
        return caller.adminOrStaff(company)
                .chain(origin -> users.create(origin, given))
                .map(person -> Response.status(201).entity(person).build());
    }

    /**
     * The people with roles and projects by userName, a hundred a page; {@code after} is the last id of the page before.
     * {@code begins} asks for those whose userName, login e-mail or externalId begins like that, a hundred at most.
     */
    @GET
    @RolesAllowed({CallerClaims.COMPANY_ADMIN, CallerClaims.STAFF})
    public Uni<List<UserAdministration.Person>> list(
            @PathParam("company") String company,
            @QueryParam("begins") @Nullable String begins,
            @QueryParam("managed") @Nullable String managed,
            @QueryParam("active") @Nullable String active,
            @QueryParam("after") @Nullable String after) {
        var wanted = new UserAdministration.Wanted(
                begins, Forms.flag("managed", managed), Forms.flag("active", active), after);
        return caller.reader(company).chain(id -> users.page(id, wanted)).map(UserAdministration.Found::people);
    }

    /** How many there are. */
    @GET
    @Path("count")
    @RolesAllowed({CallerClaims.COMPANY_ADMIN, CallerClaims.STAFF})
    public Uni<UserAdministration.Counts> count(@PathParam("company") String company) {
        return caller.reader(company).chain(users::counts);
    }

    /** One person with roles and projects. */
    @GET
    @Path("{user}")
    @RolesAllowed({CallerClaims.COMPANY_ADMIN, CallerClaims.STAFF})
    public Uni<UserAdministration.Person> get(@PathParam("company") String company, @PathParam("user") String user) {
        return caller.reader(company).chain(id -> users.get(id, user));
    }

    /** Changes what the form names; {@code active: false} deactivates. */
    @PATCH
    @Path("{user}")
    public Uni<UserAdministration.Person> edit(
            @PathParam("company") String company, @PathParam("user") String user, @Nullable PersonForm form) {
        PersonForm given = Forms.required(form);
        return caller.admin(company).chain(origin -> users.edit(origin, user, given));
    }

    /** Deactivates: the same as the identity provider's {@code active: false}. */
    @POST
    @Path("{user}/deactivate")
    @Consumes(MediaType.WILDCARD)
    public Uni<UserAdministration.Person> deactivate(
            @PathParam("company") String company, @PathParam("user") String user) {
        return caller.admin(company).chain(origin -> users.deactivate(origin, user));
    }
}
