package au.com.visibuild.scim.api.admin;

import au.com.visibuild.scim.api.CallerClaims;
import au.com.visibuild.scim.idp.IdentityProvider;
import au.com.visibuild.scim.idp.IdentityProviderEditor;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** By whose signature people may be signed out: the admin says so, staff may look. */
@Path("/companies/{company}/identity-provider")
@RolesAllowed(CallerClaims.COMPANY_ADMIN)
@Cancellable(false)
public class IdentityProviderResource {

    private final IdentityProviderEditor editor;
    private final AdminCaller caller;

    IdentityProviderResource(IdentityProviderEditor editor, AdminCaller caller) {
        this.editor = editor;
        this.caller = caller;
    }

    /** What the admin sends; without an audience it is the URL of the endpoint. */
    public record ProviderForm(
            @Nullable String issuer,
            @Nullable String jwksUri,
            @Nullable String audience) {}

    /** The identity provider, if one is named, and the URL that it calls. */
    @RegisterForReflection
    public record ProviderView(
            String globalTokenRevocationUrl,
            @Nullable String issuer,
            @Nullable String jwksUri,
            @Nullable String audience,
            @Nullable Instant changedAt,
            @Nullable String changedBy) {
        static ProviderView of(String url, @Nullable IdentityProvider provider) {
            if (provider == null) {
                return new ProviderView(url, null, null, null, null, null);
            }
            var trust = provider.trust();
            return new ProviderView(
                    url, trust.issuer(), trust.jwksUri(), trust.audience(), provider.changedAt(), provider.changedBy());
        }
    }

    /** Who may sign people out. */
    @GET
    @RolesAllowed({CallerClaims.COMPANY_ADMIN, CallerClaims.STAFF})
    public Uni<ProviderView> get(@PathParam("company") String company, UriInfo uri) {
        return caller.reader(company).chain(editor::find).map(found -> ProviderView.of(endpoint(uri), found));
    }

    /**
     * Names or changes it. The audience is written down, not taken from each request: who calls us decides what host the
     * request names.
     */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<ProviderView> set(@PathParam("company") String company, UriInfo uri, @Nullable ProviderForm form) {
        ProviderForm given = Forms.required(form);
        String audience = given.audience() == null ? endpoint(uri) : given.audience();
        return caller.admin(company)
                .chain(origin -> editor.set(origin, given.issuer(), given.jwksUri(), audience))
                .map(set -> ProviderView.of(endpoint(uri), set));
    }

    /** Nobody may sign people out by signature any more. */
    @DELETE
    @APIResponse(responseCode = "204", description = "Done.")
    public Uni<Response> remove(@PathParam("company") String company) {
        return caller.admin(company)
                .chain(editor::remove)
                .map(_ -> Response.noContent().build());
    }

    /** The path as the caller spelt it up to here, which is the company's. */
    private static String endpoint(UriInfo uri) {
        URI request = uri.getRequestUri();
        return request.getScheme() + "://" + request.getRawAuthority() + "/companies/"
                + uri.getPathParameters().getFirst("company") + "/global-token-revocation";
    }
}
