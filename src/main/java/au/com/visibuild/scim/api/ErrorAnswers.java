package au.com.visibuild.scim.api;

import au.com.visibuild.scim.platform.AttributeJson;
import au.com.visibuild.scim.platform.RequestRefused;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimError;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.resource.ErrorMessage;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * The one place where a failure becomes an answer: on SCIM paths a SCIM error (RFC 7644 §3.12), elsewhere problem
 * details (RFC 9457). What we do not know is logged with its request id and reveals nothing.
 */
class ErrorAnswers {

    private static final String PROBLEM = "application/problem+json";
    private static final String RETRY_AFTER_SECONDS = "5";

    @ServerExceptionMapper
    Response scim(ScimException failure, RoutingContext request) {
        return answer(failure.error(), request).build();
    }

    @ServerExceptionMapper
    Response refused(RequestRefused failure, RoutingContext request) {
        return answer(new ScimError(failure.status(), null, failure.detail()), request)
                .build();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthorized(RoutingContext request) {
        return answer(new ScimError(401, null, "Send a valid JWT as a bearer token."), request)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"visibuild\"")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException failure, RoutingContext request) {
        return answer(new ScimError(403, null, "This is not for the group your token names."), request)
                .build();
    }

    /** What the framework refuses: no such path, method, media type, unreadable body. */
    @ServerExceptionMapper
    Response framework(WebApplicationException failure, RoutingContext request) {
        Response original = failure.getResponse();
        int status = original.getStatus();
        if (status >= 500) {
            return unknown(failure, request);
        }
        Response.ResponseBuilder answer = answer(new ScimError(status, null, sentence(status, request)), request);
        @Nullable String allow = original.getHeaderString(HttpHeaders.ALLOW);
        return (allow == null ? answer : answer.header(HttpHeaders.ALLOW, allow)).build();
    }

    @ServerExceptionMapper
    Response unknown(Throwable failure, RoutingContext request) {
        ScimError error = UnknownFailures.tell(failure, request);
        Response.ResponseBuilder answer = answer(error, request);
        return (error.status() == 503 ? answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS) : answer).build();
    }

    /** The body and media type for this error on this path. */
    static Response.ResponseBuilder answer(ScimError error, RoutingContext request) {
        boolean scim = ScimSurface.isScim(request);
        ComplexValue body = scim ? ErrorMessage.of(error) : problem(error);
        return Response.status(error.status())
                .type(scim ? ScimSurface.MEDIA_TYPE : PROBLEM)
                .entity(AttributeJson.write(body));
    }

    private static ComplexValue problem(ScimError error) {
        return ComplexValue.builder()
                .put("status", ScimSurface.number(error.status()))
                .putText(
                        "title",
                        error.scimType() == null ? null : error.scimType().keyword())
                .putText("detail", error.detail())
                .build();
    }

    private static String sentence(int status, RoutingContext request) {
        return switch (status) {
            case 404 -> "There is nothing at this path.";
            case 405 -> request.request().method() + " is not offered at this path.";
            case 406 ->
                ScimSurface.isScim(request)
                        ? "Answers are application/scim+json or application/json; the Accept header asks for neither."
                        : "The Accept header asks for a media type that is not offered.";
            case 415 ->
                ScimSurface.isScim(request)
                        ? "Send the body as application/scim+json or application/json."
                        : "Send the body as application/json.";
            case 413 -> "The body is larger than this service reads.";
            default -> "The request could not be understood.";
        };
    }
}
