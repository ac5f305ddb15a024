package au.com.visibuild.scim.api.scim;

import au.com.visibuild.scim.api.ScimSurface;
import au.com.visibuild.scim.protocol.error.ScimException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What stands beside the resource endpoints: queries over all resource types and {@code /Me}. */
@Path(ScimSurface.BASE)
@Produces({ScimSurface.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@Cancellable(false)
public class RootResource {

    private final UsersResource users;

    RootResource(UsersResource users) {
        this.users = users;
    }

    /** A query over all resource types, of which there is one (RFC 7644 §3.4.2.1). */
    @GET
    public Uni<Response> list(UriInfo uri) {
        return users.list(uri);
    }

    /** The same by POST. */
    @POST
    @Path(".search")
    @Consumes({ScimSurface.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    public Uni<Response> search(byte[] body) {
        return users.search(body);
    }

    /** Not offered: the caller is an identity provider, not a person. */
    @GET
    @Path("Me")
    public Response me() {
        throw noMe();
    }

    /** Not offered. */
    @POST
    @Path("Me")
    public Response createMe() {
        throw noMe();
    }

    /** Not offered. */
    @PUT
    @Path("Me")
    public Response replaceMe() {
        throw noMe();
    }

    /** Not offered. */
    @PATCH
    @Path("Me")
    public Response patchMe() {
        throw noMe();
    }

    /** Not offered. */
    @DELETE
    @Path("Me")
    public Response deleteMe() {
        throw noMe();
    }

    private static ScimException noMe() {
        return ScimException.notImplemented(
                "The token stands for an identity provider, not for a person: there is no /Me.");
    }
}
