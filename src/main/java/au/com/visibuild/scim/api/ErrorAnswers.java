package au.com.visibuild.scim.api;

import au.com.visibuild.scim.platform.AttributeJson;
import au.com.visibuild.scim.platform.RequestRefused;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimError;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.resource.ErrorMessage;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * The one place where a failure becomes an answer: on SCIM paths a SCIM error (RFC 7644 §3.12), elsewhere problem
 * details (RFC 9457). What we do not know is logged with its request id and reveals nothing.
 */
class ErrorAnswers {

    private static final String PROBLEM = "application/problem+json";
    private static final String CHALLENGE = "Bearer realm=\"visibuild\"";
    private static final String RETRY_AFTER_SECONDS = "5";

    @ServerExceptionMapper
    Response scim(ScimException failure, RoutingContext request) {
        return answer(failure.error(), request).build();
    }

    @ServerExceptionMapper
    Response refused(RequestRefused failure, RoutingContext request) {
        Response.ResponseBuilder answer = answer(new ScimError(failure.status(), null, failure.detail()), request);
        return switch (failure.status()) {
            case 401 ->
                answer.header(HttpHeaders.WWW_AUTHENTICATE, challenge(request)).build();
            case 429 ->
                answer.header(HttpHeaders.RETRY_AFTER, failure.retryAfter()).build();
            case 503 ->
                answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS).build();
            default -> answer.build();
        };
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthorized(RoutingContext request) {
        return answer(new ScimError(401, null, "Send a valid JWT as a bearer token."), request)
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge(request))
                .build();
    }

    /** Who sent a token learns that it is no good; who sent none is only told to send one (RFC 6750 §3). */
    private static String challenge(RoutingContext request) {
        String sent = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        boolean bearer = sent != null && sent.toLowerCase(Locale.ROOT).startsWith("bearer ");
        return bearer ? CHALLENGE + ", error=\"invalid_token\"" : CHALLENGE;
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException failure, RoutingContext request) {
        return answer(new ScimError(403, null, "This is not for the group your token names."), request)
                .header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE + ", error=\"insufficient_scope\"")
                .build();
    }

    /** What the framework refuses: no such path, method, media type, unreadable body. */
    @ServerExceptionMapper
    Response framework(WebApplicationException failure, RoutingContext request) {
        int status = failure.getResponse().getStatus();
        if (status >= 500) {
            return unknown(failure, request);
        }
        Set<String> allowed = status == 404 || status == 405 ? AllowedMethods.at(request.normalizedPath()) : Set.of();
        if (allowed.isEmpty() || allowed.contains(request.request().method().name())) {
            return answer(new ScimError(status, null, sentence(status, request)), request)
                    .build();
        }
        // Where paths of several resource classes overlap, the framework takes a wrong method for a wrong path.
        return answer(new ScimError(405, null, sentence(405, request)), request)
                .header(HttpHeaders.ALLOW, String.join(", ", allowed))
                .build();
    }

    /** JSON of another shape than the company and session APIs expect. Jackson's message quotes it and is not passed on. */
    @ServerExceptionMapper
    Response misshapen(MismatchedInputException failure, RoutingContext request) {
        String place = failure.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        String detail = "The JSON does not have the form that is expected here"
                + (place.isEmpty() ? ". Send a JSON object." : ", at " + place + ".");
        return answer(new ScimError(400, null, detail), request).build();
    }

    @ServerExceptionMapper
    Response unknown(Throwable failure, RoutingContext request) {
        ScimError error = UnknownFailures.tell(failure, request);
        Response.ResponseBuilder answer = answer(error, request);
        return (error.status() == 503 ? answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS) : answer).build();
    }

    /** The body and media type for this error on this path. */
    static Response.ResponseBuilder answer(ScimError error, RoutingContext request) {
        AnsweredError.remember(error, request);
        return Response.status(error.status())
                .type(mediaType(request))
                .entity(AttributeJson.write(body(error, request)));
    }

    static String mediaType(RoutingContext request) {
        return ScimSurface.isScim(request) ? ScimSurface.MEDIA_TYPE : PROBLEM;
    }

    static ComplexValue body(ScimError error, RoutingContext request) {
        return ScimSurface.isScim(request) ? ErrorMessage.of(error) : problem(error);
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
