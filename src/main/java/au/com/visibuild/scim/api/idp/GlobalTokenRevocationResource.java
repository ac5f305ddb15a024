package au.com.visibuild.scim.api.idp;

import au.com.visibuild.scim.api.RequestId;
import au.com.visibuild.scim.idp.GlobalTokenRevocation;
import au.com.visibuild.scim.idp.SubjectIdentifier;
import au.com.visibuild.scim.platform.AttributeJson;
import au.com.visibuild.scim.platform.RequestRefused;
import au.com.visibuild.scim.protocol.error.ScimException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * Ends all sessions of a person at the word of the company's identity provider. Each company has a URL of its own: two
 * may trust the same issuer, and by the URL, which is the tokens' audience too, no token of one is good for the other.
 * The token is the whole credential, so nobody has to be known before.
 */
@Path("/companies/{company}/global-token-revocation")
@PermitAll
@Cancellable(false)
public class GlobalTokenRevocationResource {

    private final GlobalTokenRevocation revocation;
    private final RoutingContext request;

    GlobalTokenRevocationResource(GlobalTokenRevocation revocation, RoutingContext request) {
        this.revocation = revocation;
        this.request = request;
    }

    /** Signs the person out everywhere: 204. The token is looked at first, then the body. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponse(responseCode = "204", description = "The sessions are ended.")
    public Uni<Response> revoke(@PathParam("company") String company, byte[] body) {
        return revocation
                .authenticate(company, token())
                .chain(caller -> revocation.signOut(caller, subject(body), RequestId.of(request)))
                .map(_ -> Response.noContent().build());
    }

    private String token() {
        List<String> headers = request.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        String header = headers.size() == 1 ? headers.getFirst().strip() : "";
        if (!header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            throw RequestRefused.unauthenticated("Send one Authorization header of the form: Bearer <token>.");
        }
        return header.substring(7).strip();
    }

    private static SubjectIdentifier subject(byte[] body) {
        try {
            return SubjectIdentifier.of(AttributeJson.parseObject(body));
        } catch (ScimException e) {
            throw RequestRefused.invalid("The body must be a JSON object in UTF-8.");
        }
    }
}
