package au.com.visibuild.scim.api.scim;

import au.com.visibuild.scim.api.AllowedMethods;
import au.com.visibuild.scim.api.RequestFacts;
import au.com.visibuild.scim.api.RequestId;
import au.com.visibuild.scim.api.ScimSurface;
import au.com.visibuild.scim.audit.Origin;
import au.com.visibuild.scim.platform.AttributeJson;
import au.com.visibuild.scim.protocol.error.ScimError;
import au.com.visibuild.scim.protocol.resource.ErrorMessage;
import au.com.visibuild.scim.token.Authentication;
import au.com.visibuild.scim.token.ScimTokens;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;

/**
 * What every SCIM request passes before a resource is looked for: the path is brought to its one form (tolerance T16,
 * the alias without underscore), and the bearer token is checked. Only {@code GET /ServiceProviderConfig} needs none
 * (RFC 7643 §5 wants it readable before authentication).
 */
public class ScimEntrance {

    private static final String OPEN = "/ServiceProviderConfig";
    private static final Pattern PLAIN = Pattern.compile("[0-9A-Za-z/_.-]*");

    private final ScimTokens tokens;
    private final ScimCaller caller;

    ScimEntrance(ScimTokens tokens, ScimCaller caller) {
        this.tokens = tokens;
        this.caller = caller;
    }

    /** Answers null to let the request in, or the refusal. */
    @ServerRequestFilter(preMatching = true)
    public @Nullable Uni<@Nullable Response> enter(ContainerRequestContext request, RoutingContext routing) {
        ScimSurface.Path path = ScimSurface.path(routing);
        if (path == null) {
            return null;
        }
        if (standsAlready(path, routing.request())) {
            caller.cameBy(routing.request().scheme() + "://" + routing.request().authority() + path.base());
        } else {
            bring(path, request);
        }
        if (path.rest().equals(OPEN)) {
            caller.enterWithoutToken();
            return null;
        }
        List<String> headers = routing.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        return tokens.authenticate(headers).map(authentication -> verdict(authentication, routing));
    }

    /** Whether it was written in its one form and without a query: most requests are, and need no parser of URIs. */
    private static boolean standsAlready(ScimSurface.Path path, HttpServerRequest sent) {
        return path.base().equals(ScimSurface.BASE)
                && sent.authority() != null
                && PLAIN.matcher(sent.uri()).matches()
                && sent.uri().equals(path.base() + path.rest());
    }

    private void bring(ScimSurface.Path path, ContainerRequestContext request) {
        URI sent = request.getUriInfo().getRequestUri();
        caller.cameBy(sent.getScheme() + "://" + sent.getRawAuthority() + path.base());
        String query = sent.getRawQuery();
        request.setRequestUri(URI.create(ScimSurface.BASE + path.rest() + (query == null ? "" : "?" + query)));
    }

    /**
     * Nothing of this room answers a request that did not come through the entrance, however routing found its way: a
     * second lock, should the two ever read a path differently. Nor one by a method that the path does not offer.
     */
    @ServerRequestFilter
    public void guard(SimpleResourceInfo resource, RoutingContext routing) {
        boolean ofThisRoom = resource.getResourceClass().getPackageName().equals(ScimEntrance.class.getPackageName());
        if (ofThisRoom && !caller.isIn()) {
            throw new NotFoundException();
        }
        if (ofThisRoom && !AllowedMethods.offers(routing)) {
            throw new ClientErrorException(Response.Status.METHOD_NOT_ALLOWED);
        }
    }

    private @Nullable Response verdict(Authentication authentication, RoutingContext routing) {
        return switch (authentication) {
            case Authentication.Accepted(var company, var keyId) -> {
                RequestFacts.actsFor(routing, company.value().toString(), keyId);
                caller.enter(new Origin(company, Origin.Kind.SCIM, keyId, RequestId.of(routing)));
                RequestWatch.accepted(company, keyId, routing);
                yield null;
            }
            case Authentication.Refused refused -> refusal(refused);
        };
    }

    private static Response refusal(Authentication.Refused refused) {
        String challenge = "Bearer realm=\"scim\""
                + (refused.error() == null
                        ? ""
                        : ", error=\"" + refused.error() + "\", error_description=\"" + refused.detail() + "\"");
        return Response.status(refused.status())
                .type(ScimSurface.MEDIA_TYPE)
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .entity(AttributeJson.write(ErrorMessage.of(new ScimError(refused.status(), null, refused.detail()))))
                .build();
    }
}
