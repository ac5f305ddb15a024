package au.com.visibuild.scim.api.scim;

import au.com.visibuild.scim.api.ScimSurface;
import au.com.visibuild.scim.audit.AuditAction;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.projection.Projection;
import au.com.visibuild.scim.protocol.query.SearchRequest;
import au.com.visibuild.scim.protocol.resource.Preconditions;
import au.com.visibuild.scim.protocol.resource.ScimResource;
import au.com.visibuild.scim.provisioning.UserListing;
import au.com.visibuild.scim.provisioning.UserProvisioning;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** {@code /Users} (RFC 7644 §3.2–§3.6). Never blocks: runs on the event loop. */
@Path(ScimSurface.BASE + "/Users")
@Produces({ScimSurface.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@Consumes({ScimSurface.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@Cancellable(false)
public class UsersResource {

    private final UserProvisioning provisioning;
    private final UserListing listing;
    private final ScimCaller caller;
    private final ScimAnswers answers;

    UsersResource(UserProvisioning provisioning, UserListing listing, ScimCaller caller, ScimAnswers answers) {
        this.provisioning = provisioning;
        this.listing = listing;
        this.caller = caller;
        this.answers = answers;
    }

    /** Makes a person. */
    @POST
    public Uni<Response> create(UriInfo uri, byte[] body) {
        Projection projection = ScimParameters.projection(uri);
        return reading(AuditAction.CREATE_USER, null, body, sent -> provisioning.create(caller.origin(), sent))
                .map(user -> answers.created(user, projection).build());
    }

    /** The people a query finds. */
    @GET
    public Uni<Response> list(UriInfo uri) {
        return search(ScimParameters.search(uri));
    }

    /** The same by POST, which keeps the filter out of URLs (RFC 7644 §3.4.3). */
    @POST
    @Path(".search")
    public Uni<Response> search(byte[] body) {
        return search(SearchRequest.ofBody(ScimBody.read(body)));
    }

    private Uni<Response> search(SearchRequest request) {
        Projection projection = new Projection(request.attributes(), request.excludedAttributes());
        return listing.list(caller.company(), request)
                .map(found -> answers.list(found, projection).build());
    }

    /** One person; 304 when the caller has this version already. */
    @GET
    @Path("{id}")
    public Uni<Response> get(@PathParam("id") String id, HttpHeaders headers, UriInfo uri) {
        Projection projection = ScimParameters.projection(uri);
        Preconditions preconditions = preconditions(headers);
        return listing.get(caller.company(), id)
                .map(user -> preconditions.isKnown(user.meta().version())
                        ? answers.notModified(user).build()
                        : answers.resource(200, user, projection).build());
    }

    /** Replaces a person's attributes. */
    @PUT
    @Path("{id}")
    public Uni<Response> replace(@PathParam("id") String id, HttpHeaders headers, UriInfo uri, byte[] body) {
        return answer(
                uri,
                reading(
                        AuditAction.REPLACE_USER,
                        id,
                        body,
                        sent -> provisioning.replace(caller.origin(), id, preconditions(headers), sent)));
    }

    /** Changes some of a person's attributes. Always answers the whole resource: some clients expect it. */
    @PATCH
    @Path("{id}")
    public Uni<Response> patch(@PathParam("id") String id, HttpHeaders headers, UriInfo uri, byte[] body) {
        return answer(
                uri,
                reading(
                        AuditAction.UPDATE_USER,
                        id,
                        body,
                        sent -> provisioning.patch(caller.origin(), id, preconditions(headers), sent)));
    }

    /** A write whose body cannot be read is one that was refused, and stands in the log as such. */
    private Uni<ScimResource> reading(
            AuditAction action, @Nullable String id, byte[] body, Function<ComplexValue, Uni<ScimResource>> write) {
        ComplexValue sent;
        try {
            sent = ScimBody.read(body);
        } catch (ScimException unreadable) {
            return provisioning.unreadable(caller.origin(), action, id, unreadable);
        }
        return write.apply(sent);
    }

    private Uni<Response> answer(UriInfo uri, Uni<ScimResource> changed) {
        Projection projection = ScimParameters.projection(uri);
        return changed.map(user -> answers.resource(200, user, projection).build());
    }

    /** Deactivates a person and hides the person from SCIM. */
    @DELETE
    @Path("{id}")
    public Uni<Response> delete(@PathParam("id") String id, HttpHeaders headers) {
        return provisioning
                .delete(caller.origin(), id, preconditions(headers))
                .map(_ -> Response.noContent().build());
    }

    /** A header that comes in several lines is one list (RFC 9110 §5.3), and an empty list names no version. */
    private static Preconditions preconditions(HttpHeaders headers) {
        return new Preconditions(
                list(headers.getRequestHeader(HttpHeaders.IF_MATCH)),
                list(headers.getRequestHeader(HttpHeaders.IF_NONE_MATCH)));
    }

    private static @Nullable String list(@Nullable List<String> lines) {
        return lines == null || lines.isEmpty() ? null : String.join(",", lines);
    }
}
