package au.com.visibuild.scim.api.admin;

import au.com.visibuild.scim.administration.Projects;
import au.com.visibuild.scim.api.CallerClaims;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** A company's projects. */
@Path("/companies/{company}/projects")
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(CallerClaims.COMPANY_ADMIN)
@Cancellable(false)
public class ProjectsResource {

    private final Projects projects;
    private final AdminCaller caller;

    ProjectsResource(Projects projects, AdminCaller caller) {
        this.projects = projects;
        this.caller = caller;
    }

    /** What the admin sends. */
    public record ProjectForm(@Nullable String name) {}

    /** A project as answered. */
    @RegisterForReflection
    public record ProjectView(UUID id, String name, Instant createdAt) {
        static ProjectView of(Projects.Listed project) {
            return new ProjectView(project.id(), project.name(), project.createdAt());
        }
    }

    /** Makes a project. */
    @POST
    @APIResponse(
            responseCode = "201",
            description = "The project.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProjectView.class)))
    public Uni<Response> create(@PathParam("company") String company, @Nullable ProjectForm form) {
        ProjectForm given = Forms.required(form);
        return caller.admin(company)
                .chain(origin -> projects.create(origin, given.name()))
                .map(project ->
                        Response.status(201).entity(ProjectView.of(project)).build());
    }

    /** The projects by name, a hundred a page. */
    @GET
    @RolesAllowed({CallerClaims.COMPANY_ADMIN, CallerClaims.STAFF})
    public Uni<List<ProjectView>> list(
            @PathParam("company") String company, @QueryParam("page") @DefaultValue("0") int page) {
        return caller.reader(company)
                .chain(id -> projects.page(id, page))
                .map(found -> found.stream().map(ProjectView::of).toList());
    }
}
