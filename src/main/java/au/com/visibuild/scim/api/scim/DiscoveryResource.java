package au.com.visibuild.scim.api.scim;

import au.com.visibuild.scim.api.ScimSurface;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.bulk.BulkRequest;
import au.com.visibuild.scim.protocol.discovery.ResourceTypes;
import au.com.visibuild.scim.protocol.discovery.Schemas;
import au.com.visibuild.scim.protocol.discovery.ServiceProviderConfig;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.query.ListQuery;
import au.com.visibuild.scim.provisioning.Cursors;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** What the service says about itself (RFC 7644 §4). Sorting and paging parameters are ignored, a filter is refused. */
@Path(ScimSurface.BASE)
@Produces({ScimSurface.MEDIA_TYPE, MediaType.APPLICATION_JSON})
public class DiscoveryResource {

    private static final ServiceProviderConfig CONFIG = new ServiceProviderConfig(
            null,
            true,
            new ServiceProviderConfig.Bulk(true, BulkRequest.MAX_OPERATIONS, BulkRequest.MAX_PAYLOAD_SIZE),
            new ServiceProviderConfig.Filter(true, ListQuery.MAX_COUNT),
            false,
            true,
            true,
            new ServiceProviderConfig.Pagination(
                    true,
                    true,
                    ListQuery.DEFAULT_COUNT,
                    ListQuery.MAX_COUNT,
                    Math.toIntExact(Cursors.TIMEOUT.toSeconds())));

    private final ScimCaller caller;
    private final ScimAnswers answers;

    DiscoveryResource(ScimCaller caller, ScimAnswers answers) {
        this.caller = caller;
        this.answers = answers;
    }

    /** What the service can do; the one document that needs no token. */
    @GET
    @Path("ServiceProviderConfig")
    public Response serviceProviderConfig(UriInfo uri) {
        return document(uri, CONFIG.document(caller.baseUrl()));
    }

    /** Which resources there are. */
    @GET
    @Path("ResourceTypes")
    public Response resourceTypes(UriInfo uri) {
        return document(uri, ResourceTypes.list(caller.baseUrl()));
    }

    /** One resource type. */
    @GET
    @Path("ResourceTypes/{name}")
    public Response resourceType(UriInfo uri, @PathParam("name") String name) {
        return document(uri, ResourceTypes.find(name, caller.baseUrl()));
    }

    /** All schemas. */
    @GET
    @Path("Schemas")
    public Response schemas(UriInfo uri) {
        return document(uri, Schemas.list(caller.baseUrl()));
    }

    /** One schema. */
    @GET
    @Path("Schemas/{urn}")
    public Response schema(UriInfo uri, @PathParam("urn") String urn) {
        return document(uri, Schemas.find(urn, caller.baseUrl()));
    }

    private Response document(UriInfo uri, ComplexValue document) {
        if (uri.getQueryParameters().containsKey("filter")) {
            throw ScimException.forbidden("This document cannot be filtered. Ask for it without a filter.");
        }
        return answers.document(document).build();
    }
}
