package au.com.visibuild.scim.api.session;

import au.com.visibuild.scim.platform.RequestRefused;
import au.com.visibuild.scim.session.Sessions;
import au.com.visibuild.scim.session.Sessions.Opening;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What Visibuild's platforms do with login sessions. */
@Path("/sessions")
@RolesAllowed("platform")
public class SessionsResource {

    private static final int LONGEST_PLATFORM = 100;

    private final Sessions sessions;

    SessionsResource(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Who signed in, by login e-mail, and on which platform. */
    public record SessionForm(
            @Nullable String userName, @Nullable String platform) {}

    /** The open session. */
    public record OpenedView(
            @JsonProperty("session_id") UUID sessionId,
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("token_type") String tokenType,
            @JsonProperty("expires_in") long expiresIn) {}

    /** The answer of RFC 7662 §2.2; for a token that is not good, {@code active} alone. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
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
    public Uni<Response> open(@Nullable SessionForm form) {
        if (form == null || form.userName() == null || form.userName().isBlank()) {
            throw RequestRefused.invalid("userName is missing: the login e-mail of the person who signed in.");
        }
        String platform = form.platform() == null ? "" : form.platform().strip();
        if (platform.isEmpty() || platform.length() > LONGEST_PLATFORM) {
            throw RequestRefused.invalid("platform is missing or longer than 100 characters; for example: web.");
        }
        return sessions.open(form.userName(), platform).map(SessionsResource::answer);
    }

    private static Response answer(Opening opening) {
        return switch (opening) {
            case Opening.Opened(var session, var accessToken, var expiresIn) ->
                noStore(Response.status(201))
                        .entity(new OpenedView(session, accessToken, "Bearer", expiresIn))
                        .build();
            case Opening.Refused(var reason) -> throw RequestRefused.forbidden(reason);
            case Opening.Unknown() -> throw RequestRefused.unknown("Nobody logs in with this address.");
        };
    }

    /** Whether an access token's session is alive, by the database, at this moment. */
    @POST
    @Path("introspect")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> introspect(@RestForm @Nullable String token) {
        if (token == null || token.isBlank()) {
            throw RequestRefused.invalid("The form field token is missing.");
        }
        return sessions.introspect(token)
                .map(good -> noStore(Response.ok())
                        .entity(good == null ? IntrospectionView.INACTIVE : IntrospectionView.of(good))
                        .build());
    }

    /** Ends a session the person signed out of. */
    @DELETE
    @Path("{session}")
    public Uni<Response> signOut(@PathParam("session") String session) {
        return sessions.signOut(session).map(ended -> {
            if (!ended) {
                throw RequestRefused.unknown("There is no such session, or it is over.");
            }
            return Response.noContent().build();
        });
    }

    private static Response.ResponseBuilder noStore(Response.ResponseBuilder answer) {
        CacheControl never = new CacheControl();
        never.setNoStore(true);
        return answer.cacheControl(never);
    }
}
