package au.com.visibuild.scim.api.scim;

import au.com.visibuild.scim.protocol.projection.Projection;
import au.com.visibuild.scim.protocol.query.SearchRequest;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.Map;

/** A request's query parameters. Unknown ones are ignored (RFC 7644 §3.4.2); of a repeated one the first counts. */
final class ScimParameters {

    private ScimParameters() {}

    static SearchRequest search(UriInfo uri) {
        MultivaluedMap<String, String> sent = uri.getQueryParameters();
        Map<String, String> first = new HashMap<>();
        sent.forEach((name, values) -> first.put(name, values.getFirst()));
        return SearchRequest.ofParameters(first);
    }

    static Projection projection(UriInfo uri) {
        MultivaluedMap<String, String> sent = uri.getQueryParameters();
        return Projection.parse(sent.getFirst("attributes"), sent.getFirst("excludedAttributes"));
    }
}
