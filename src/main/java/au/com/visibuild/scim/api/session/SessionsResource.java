package au.com.visibuild.scim.api.session;

import au.com.visibuild.scim.api.CallerClaims;
import au.com.visibuild.scim.api.RequestId;
import au.com.visibuild.scim.audit.Origin;
import au.com.visibuild.scim.platform.RequestRefused;
import au.com.visibuild.scim.session.AccessTokens;
import au.com.visibuild.scim.session.LiveSession;
import au.com.visibuild.scim.session.Sessions;
import au.com.visibuild.scim.session.Sessions.Opening;
import au.com.visibuild.scim.session.SignOut;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** What Visibuild's platforms do with login sessions. */
@Path("/sessions")
@RolesAllowed(CallerClaims.PLATFORM)
@Cancellable(false)
public class SessionsResource {

    private static final int LONGEST_PLATFORM = 100;

    private final Sessions sessions;
    private final SignOut signOut;
    private final JsonWebToken jwt;
    private final RoutingContext request;

    SessionsResource(Sessions sessions, SignOut signOut, JsonWebToken jwt, RoutingContext request) {
        this.sessions = sessions;
        this.signOut = signOut;
        this.jwt = jwt;
        this.request = request;
    }

    /** Who signed in, by login e-mail or by id, and on which platform. */
    public record SessionForm(
            @Nullable String userName,
            @Nullable String userId,
            @Nullable String platform) {}

    /** The open session with an access token for it. */
    @RegisterForReflection
    public record TokenView(
            @JsonProperty("session_id") UUID sessionId,
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("token_type") String tokenType,
            @JsonProperty("expires_in") long expiresIn) {
        static TokenView of(AccessTokens.Issued issued) {
            return new TokenView(issued.session(), issued.accessToken(), "Bearer", issued.expiresIn());
        }
    }

    /** A session that is alive. */
    @RegisterForReflection
    public record SessionView(
            @JsonProperty("session_id") UUID sessionId,
            String platform,
            @JsonProperty("opened_at") Instant openedAt,
            @JsonProperty("expires_at") Instant expiresAt) {
        static SessionView of(LiveSession session) {
            return new SessionView(session.id(), session.platform(), session.openedAt(), session.expiresAt());
        }
    }

    /** How many sessions were ended. */
    @RegisterForReflection
    public record EndedView(int ended) {}

    /** The answer of RFC 7662 §2.2; for a token that is not good, {@code active} alone. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    public record IntrospectionView(
            boolean active,
            @Nullable String iss,
            @Nullable String sub,
            @Nullable String username,
            @JsonProperty("company_id") @Nullable String companyId,
            @Nullable String sid,
            @JsonProperty("client_id") @Nullable String clientId,
            @JsonProperty("token_type") @Nullable String tokenType,
            @Nullable Long iat,
            @Nullable Long exp) {
        static final IntrospectionView INACTIVE =
                new IntrospectionView(false, null, null, null, null, null, null, null, null, null);

        static IntrospectionView of(Sessions.Introspection good) {
            var claims = good.claims();
            return new IntrospectionView(
                    true,
                    claims.issuer(),
                    claims.user().toString(),
                    good.session().userName(),
                    claims.company().toString(),
                    claims.session().toString(),
                    good.session().platform(),
                    "Bearer",
                    claims.issuedAt(),
                    claims.expiresAt());
        }
    }

    /** Opens a session; 403 with the reason for someone who may not log in, 404 for someone unknown. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponse(
            responseCode = "201",
            description = "The open session.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TokenView.class)))
    public Uni<Response> open(@Nullable SessionForm form) {
        if (form == null || isBlank(form.userName()) == isBlank(form.userId())) {
            throw RequestRefused.invalid("Name the person who signed in: userName, the login e-mail, or userId.");
        }
        String platform = form.platform() == null ? "" : form.platform().strip();
        if (platform.isEmpty() || platform.length() > LONGEST_PLATFORM) {
            throw RequestRefused.invalid("platform is missing or longer than 100 characters; for example: web.");
        }
        String userName = form.userName();
        return (userName == null || userName.isBlank()
                        ? sessions.openById(String.valueOf(form.userId()), platform)
                        : sessions.open(userName, platform))
                .map(SessionsResource::answer);
    }

    private static Response answer(Opening opening) {
        return switch (opening) {
            case Opening.Opened(var token) ->
                noStore(Response.status(201)).entity(TokenView.of(token)).build();
            case Opening.Refused(var reason) -> throw RequestRefused.forbidden(reason);
            case Opening.Unknown() -> throw RequestRefused.unknown("Nobody logs in with this address or id.");
        };
    }

    /** Whether an access token's session is alive, by the database, at this moment. */
    @POST
    @Path("introspect")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @APIResponse(
            responseCode = "200",
            description = "Whether the token is good.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = IntrospectionView.class)))
    public Uni<Response> introspect(@RestForm @Nullable String token) {
        if (token == null || token.isBlank()) {
            throw RequestRefused.invalid("The form field token is missing.");
        }
        return sessions.introspect(token)
                .map(good -> noStore(Response.ok())
                        .entity(good == null ? IntrospectionView.INACTIVE : IntrospectionView.of(good))
                        .build());
    }

    /** A new access token for a session that is alive, 404 for every other. */
    @POST
    @Path("{session}/refresh")
    @Consumes(MediaType.WILDCARD)
    @APIResponse(
            responseCode = "200",
            description = "The next access token.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TokenView.class)))
    public Uni<Response> refresh(@PathParam("session") String session) {
        return sessions.refresh(session)
                .onItem()
                .ifNull()
                .failWith(SessionsResource::over)
                .map(issued ->
                        noStore(Response.ok()).entity(TokenView.of(issued)).build());
    }

    /** The sessions of a person that are alive, newest first. */
    @GET
    @APIResponse(
            responseCode = "200",
            description = "The sessions.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.ARRAY, implementation = SessionView.class)))
    public Uni<Response> list(@RestQuery("user_id") @Nullable String user) {
        return signOut.companyOf(required(user))
                .chain(company -> signOut.live(company, required(user)))
                .map(live -> noStore(Response.ok())
                        .entity(live.stream().map(SessionView::of).toList())
                        .build());
    }

    /** Ends all sessions of a person, who may sign in again; the platforms are told. */
    @DELETE
    public Uni<EndedView> signOutEverywhere(@RestQuery("user_id") @Nullable String user) {
        return signOut.companyOf(required(user))
                .map(company -> new Origin(
                        company, Origin.Kind.PLATFORM, String.valueOf(jwt.getSubject()), RequestId.of(request)))
                .chain(origin -> signOut.everywhere(origin, required(user)))
                .map(EndedView::new);
    }

    /** Ends a session the person signed out of. */
    @DELETE
    @Path("{session}")
    @APIResponse(responseCode = "204", description = "Ended.")
    public Uni<Response> signOut(@PathParam("session") String session) {
        return sessions.signOut(session).map(ended -> {
            if (!ended) {
                throw over();
            }
            return Response.noContent().build();
        });
    }

    private static String required(@Nullable String user) {
        if (isBlank(user)) {
            throw RequestRefused.invalid("The parameter user_id is missing: whose sessions?");
        }
        return String.valueOf(user);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static RequestRefused over() {
        return RequestRefused.unknown("There is no such session, or it is over.");
    }

    private static Response.ResponseBuilder noStore(Response.ResponseBuilder answer) {
        CacheControl never = new CacheControl();
        never.setNoStore(true);
        return answer.cacheControl(never);
    }
}
