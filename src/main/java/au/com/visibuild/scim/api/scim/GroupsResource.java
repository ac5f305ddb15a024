package au.com.visibuild.scim.api.scim;

import au.com.visibuild.scim.api.ScimSurface;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.query.ListResponse;
import au.com.visibuild.scim.provisioning.GroupSync;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * There is no group sync, by design: projects and roles are given by hand. Identity providers ask for groups even when
 * none are wanted, so a lookup finds none, and a write says what to switch off.
 */
@Cancellable(false)
@Path(ScimSurface.BASE + "/Groups")
@Produces({ScimSurface.MEDIA_TYPE, MediaType.APPLICATION_JSON})
public class GroupsResource {

    private final GroupSync groups;
    private final ScimCaller caller;
    private final ScimAnswers answers;

    GroupsResource(GroupSync groups, ScimCaller caller, ScimAnswers answers) {
        this.groups = groups;
        this.caller = caller;
        this.answers = answers;
    }

    /** No groups. */
    @GET
    public Response list() {
        return none();
    }

    /** No groups. */
    @POST
    @Path(".search")
    public Response search() {
        return none();
    }

    /** No such group. */
    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        throw ScimException.notFound("There is no such group: this service keeps no groups.");
    }

    /** Not offered. */
    @POST
    public Uni<Response> create() {
        return groups.refuse(caller.origin());
    }

    /** Not offered. */
    @PUT
    @Path("{id}")
    public Uni<Response> replace(@PathParam("id") String id) {
        return groups.refuse(caller.origin());
    }

    /** Not offered. */
    @PATCH
    @Path("{id}")
    public Uni<Response> patch(@PathParam("id") String id) {
        return groups.refuse(caller.origin());
    }

    /** Not offered. */
    @DELETE
    @Path("{id}")
    public Uni<Response> delete(@PathParam("id") String id) {
        return groups.refuse(caller.origin());
    }

    private Response none() {
        return answers.document(ListResponse.byIndex(0, 1, List.of()).toValue()).build();
    }
}
