package au.com.visibuild.scim.api.admin;

import au.com.visibuild.scim.api.CallerClaims;
import au.com.visibuild.scim.api.ScimSurface;
import au.com.visibuild.scim.connection.TokenRenewal;
import au.com.visibuild.scim.settings.ScimSettingsEditor;
import au.com.visibuild.scim.token.ScimToken;
import au.com.visibuild.scim.token.ScimTokens;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** A company's SCIM settings: the admin changes them, staff may look. */
@Path("/companies/{company}/scim")
@RolesAllowed(CallerClaims.COMPANY_ADMIN)
@Cancellable(false)
public class SettingsResource {

    private final ScimSettingsEditor editor;
    private final TokenRenewal renewal;
    private final AdminCaller caller;

    SettingsResource(ScimSettingsEditor editor, TokenRenewal renewal, AdminCaller caller) {
        this.editor = editor;
        this.renewal = renewal;
        this.caller = caller;
    }

    /** The live token without its secret. */
    @RegisterForReflection
    public record TokenView(
            String keyId,
            Instant createdAt,
            String createdBy,
            Instant expiresAt,
            @Nullable Instant lastUsedAt) {
        static @Nullable TokenView of(@Nullable ScimToken token) {
            return token == null
                    ? null
                    : new TokenView(
                            token.keyId(), token.issuedAt(), token.issuedBy(), token.expiresAt(), token.lastUsedAt());
        }
    }

    /** A company's state. Both endpoint URLs are the same API; Okta takes only the one without an underscore. */
    @RegisterForReflection
    public record SettingsView(
            boolean featureIncluded,
            boolean enabled,
            @Nullable Instant changedAt,
            @Nullable String changedBy,
            String endpointUrl,
            String endpointUrlForOkta,
            @Nullable TokenView token) {}

    /** A token that the company has or had; {@code endedReason} is null for one that nobody ended. */
    @RegisterForReflection
    public record PastTokenView(
            String keyId,
            Instant createdAt,
            String createdBy,
            Instant expiresAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant endedAt,
            @Nullable String endedBy,
            ScimToken.@Nullable EndReason endedReason) {
        static PastTokenView of(ScimToken token) {
            return new PastTokenView(
                    token.keyId(),
                    token.issuedAt(),
                    token.issuedBy(),
                    token.expiresAt(),
                    token.lastUsedAt(),
                    token.endedAt(),
                    token.endedBy(),
                    token.endedReason());
        }
    }

    /** A token and, this once, its secret. */
    @RegisterForReflection
    public record IssuedView(String token, String keyId, Instant createdAt, Instant expiresAt, String endpointUrl) {}

    /** Which token the caller means to replace; optional. */
    public record Replacement(@Nullable String replaces) {}

    /** The company's state. */
    @GET
    @RolesAllowed({CallerClaims.COMPANY_ADMIN, CallerClaims.STAFF})
    public Uni<SettingsView> status(@PathParam("company") String company, UriInfo uri) {
        return caller.reader(company).chain(editor::status).map(status -> view(status, uri));
    }

    /** The tokens the company had, newest first, a hundred at most; none with its secret. */
    @GET
    @Path("tokens")
    @RolesAllowed({CallerClaims.COMPANY_ADMIN, CallerClaims.STAFF})
    public Uni<List<PastTokenView>> tokens(@PathParam("company") String company) {
        return caller.reader(company)
                .chain(editor::tokens)
                .map(tokens -> tokens.stream().map(PastTokenView::of).toList());
    }

    /** Switches SCIM on; the answer holds the token, this once. */
    @POST
    @Path("enable")
    @APIResponse(
            responseCode = "201",
            description = "The token, this once.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = IssuedView.class)))
    public Uni<Response> enable(@PathParam("company") String company, UriInfo uri) {
        return caller.admin(company).chain(editor::enable).map(issued -> once(issued, uri));
    }

    /** Replaces the token; the old one stops at once, the answer holds the new one, this once. */
    @POST
    @Path("regenerate")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @APIResponse(
            responseCode = "201",
            description = "The new token, this once.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = IssuedView.class)))
    public Uni<Response> regenerate(
            @PathParam("company") String company, UriInfo uri, @Nullable Replacement replacement) {
        String replaces = replacement == null ? null : replacement.replaces();
        return caller.admin(company)
                .chain(origin -> renewal.regenerate(origin, replaces))
                .map(issued -> once(issued, uri));
    }

    /** Switches SCIM off; users stay as they are. */
    @POST
    @Path("disable")
    @APIResponse(responseCode = "204", description = "Done.")
    public Uni<Response> disable(@PathParam("company") String company) {
        return caller.admin(company)
                .chain(editor::disable)
                .map(_ -> Response.noContent().build());
    }

    private static SettingsView view(ScimSettingsEditor.Status status, UriInfo uri) {
        var settings = status.settings();
        return new SettingsView(
                status.company().hasScimFeature(),
                settings != null && settings.enabled(),
                settings == null ? null : settings.changedAt(),
                settings == null ? null : settings.changedBy(),
                endpoint(uri, ScimSurface.BASE),
                endpoint(uri, ScimSurface.BASE_WITHOUT_UNDERSCORE),
                TokenView.of(status.token()));
    }

    private static Response once(ScimTokens.Issued issued, UriInfo uri) {
        CacheControl never = new CacheControl();
        never.setNoStore(true);
        ScimToken token = issued.token();
        return Response.status(201)
                .cacheControl(never)
                .entity(new IssuedView(
                        issued.secret().reveal(),
                        token.keyId(),
                        token.issuedAt(),
                        token.expiresAt(),
                        endpoint(uri, ScimSurface.BASE)))
                .build();
    }

    private static String endpoint(UriInfo uri, String base) {
        URI request = uri.getRequestUri();
        return request.getScheme() + "://" + request.getRawAuthority() + base + "/";
    }
}
