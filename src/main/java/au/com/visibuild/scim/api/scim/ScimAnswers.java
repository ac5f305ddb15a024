package au.com.visibuild.scim.api.scim;

import au.com.visibuild.scim.platform.AttributeJson;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Text;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.projection.Projection;
import au.com.visibuild.scim.protocol.projection.Projector;
import au.com.visibuild.scim.protocol.query.ListResponse;
import au.com.visibuild.scim.protocol.resource.ScimResource;
import au.com.visibuild.scim.protocol.schema.CoreSchemas;
import au.com.visibuild.scim.provisioning.UserListing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** From resources to answers: projection, location, ETag, JSON. */
@ApplicationScoped
class ScimAnswers {

    private static final String ENTERPRISE = CoreSchemas.ENTERPRISE_USER.id();

    private final ScimCaller caller;

    ScimAnswers(ScimCaller caller) {
        this.caller = caller;
    }

    /** The resource with its ETag and Content-Location. */
    Response.ResponseBuilder resource(int status, ScimResource resource, Projection projection) {
        String location = location(resource);
        return Response.status(status)
                .header(HttpHeaders.ETAG, resource.meta().version().etag())
                .header(HttpHeaders.CONTENT_LOCATION, location)
                .entity(AttributeJson.writeBytes(projected(resource, projection)));
    }

    /** 201 with the new resource's Location. */
    Response.ResponseBuilder created(ScimResource resource, Projection projection) {
        return resource(201, resource, projection).header(HttpHeaders.LOCATION, location(resource));
    }

    /** 304: the caller has this version already. With the headers that go with the resource (RFC 9110 §15.4.5). */
    Response.ResponseBuilder notModified(ScimResource resource) {
        return Response.notModified()
                .header(HttpHeaders.ETAG, resource.meta().version().etag())
                .header(HttpHeaders.CONTENT_LOCATION, location(resource));
    }

    /** A page of a query. */
    Response.ResponseBuilder list(UserListing.Found found, Projection projection) {
        List<ComplexValue> resources = found.resources().stream()
                .map(resource -> projected(resource, projection))
                .toList();
        return document(new ListResponse(found.total(), found.startIndex(), found.nextCursor(), resources).toValue());
    }

    /** 200 with a document. */
    Response.ResponseBuilder document(ComplexValue document) {
        return Response.ok(AttributeJson.writeBytes(document));
    }

    private ComplexValue projected(ScimResource resource, Projection projection) {
        ComplexValue shown = withAbsoluteManager(resource.representation(location(resource)));
        return Projector.apply(shown, projection, CoreSchemas.USER_TYPE);
    }

    /** A manager's {@code $ref} is relative to the base until here; as a whole URI every client reads it alike. */
    private ComplexValue withAbsoluteManager(ComplexValue user) {
        if (user.get(ENTERPRISE) instanceof Complex(var enterprise)
                && enterprise.get("manager") instanceof Complex(var manager)
                && manager.get("$ref") instanceof Text(var relative)) {
            ComplexValue absolute = manager.with("$ref", new Text(caller.baseUrl() + "/" + relative));
            return user.with(ENTERPRISE, new Complex(enterprise.with("manager", new Complex(absolute))));
        }
        return user;
    }

    private String location(ScimResource resource) {
        return caller.baseUrl() + CoreSchemas.USER_TYPE.endpoint() + "/" + resource.id();
    }
}
