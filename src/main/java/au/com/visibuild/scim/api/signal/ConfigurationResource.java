package au.com.visibuild.scim.api.signal;

import au.com.visibuild.scim.signal.DeliveryMethod;
import au.com.visibuild.scim.signal.Streams;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The transmitter's description of itself (SSF 1.0 §7). The issuer is this service's public URL. */
@Path("/.well-known/ssf-configuration")
@PermitAll
public class ConfigurationResource {

    private final ObjectNode description;

    ConfigurationResource(Streams streams, ObjectMapper json) {
        String issuer = streams.issuer();
        description = json.createObjectNode().put("spec_version", "1_0").put("issuer", issuer);
        description.put("jwks_uri", issuer + "/.well-known/jwks.json");
        description
                .putArray("delivery_methods_supported")
                .add(DeliveryMethod.PUSH.urn())
                .add(DeliveryMethod.POLL.urn());
        description
                .put("configuration_endpoint", issuer + "/ssf/stream")
                .put("status_endpoint", issuer + "/ssf/status")
                .put("add_subject_endpoint", issuer + "/ssf/subjects:add")
                .put("remove_subject_endpoint", issuer + "/ssf/subjects:remove")
                .put("verification_endpoint", issuer + "/ssf/verify");
        description.putArray("authorization_schemes").addObject().put("spec_urn", "urn:ietf:rfc:6749");
        description.put("default_subjects", "ALL");
    }

    /** The same for everybody. */
    @GET
    public Response configuration() {
        return Response.ok(description, MediaType.APPLICATION_JSON)
                .header("Cache-Control", "public, max-age=300")
                .build();
    }
}
