package au.com.visibuild.scim.api.session;

import au.com.visibuild.scim.keys.SigningKeys;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** The keys by which others verify what this service signs: access tokens and security events. */
@Path("/.well-known/jwks.json")
@PermitAll
public class KeysResource {

    private final String keys;

    KeysResource(SigningKeys keys) {
        this.keys = keys.publicKeys().encode();
    }

    /** The public keys as a JWK set (RFC 7517 §5), to be kept for five minutes. */
    @GET
    @Produces("application/jwk-set+json")
    public Response keys() {
        return Response.ok(keys).header("Cache-Control", "public, max-age=300").build();
    }
}
