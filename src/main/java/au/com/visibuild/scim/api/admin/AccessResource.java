package au.com.visibuild.scim.api.admin;

import au.com.visibuild.scim.administration.Access;
import au.com.visibuild.scim.api.CallerClaims;
import au.com.visibuild.scim.audit.Origin;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** A person's roles and projects, by hand; 409 for an inactive person. */
@Path("/companies/{company}/users/{user}")
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(CallerClaims.COMPANY_ADMIN)
@Cancellable(false)
public class AccessResource {

    private final Access access;
    private final AdminCaller caller;

    AccessResource(Access access, AdminCaller caller) {
        this.access = access;
        this.caller = caller;
    }

    /** A role's name. */
    public record RoleForm(@Nullable String role) {}

    /** A project's id. */
    public record ProjectForm(@Nullable String projectId) {}

    /** Gives the person a role. */
    @POST
    @Path("roles")
    @APIResponse(responseCode = "204", description = "Done.")
    public Uni<Response> assignRole(
            @PathParam("company") String company, @PathParam("user") String user, @Nullable RoleForm form) {
        RoleForm given = Forms.required(form);
        return done(company, origin -> access.assignRole(origin, user, given.role()));
    }

    /** Takes a role from the person. */
    @DELETE
    @Path("roles/{role}")
    @APIResponse(responseCode = "204", description = "Done.")
    public Uni<Response> endRole(
            @PathParam("company") String company, @PathParam("user") String user, @PathParam("role") String role) {
        return done(company, origin -> access.endRole(origin, user, role));
    }

    /** Adds the person to a project. */
    @POST
    @Path("projects")
    @APIResponse(responseCode = "204", description = "Done.")
    public Uni<Response> addToProject(
            @PathParam("company") String company, @PathParam("user") String user, @Nullable ProjectForm form) {
        ProjectForm given = Forms.required(form);
        return done(company, origin -> access.addToProject(origin, user, given.projectId()));
    }

    /** Removes the person from a project. */
    @DELETE
    @Path("projects/{project}")
    @APIResponse(responseCode = "204", description = "Done.")
    public Uni<Response> removeFromProject(
            @PathParam("company") String company,
            @PathParam("user") String user,
            @PathParam("project") String project) {
        return done(company, origin -> access.removeFromProject(origin, user, project));
    }

    private Uni<Response> done(String company, Function<Origin, Uni<Void>> act) {
        return caller.admin(company)
                .chain(act::apply)
                .map(_ -> Response.noContent().build());
    }
}
