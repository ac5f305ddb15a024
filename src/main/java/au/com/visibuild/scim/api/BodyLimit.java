package au.com.visibuild.scim.api;

import au.com.visibuild.scim.platform.AttributeJson;
import au.com.visibuild.scim.protocol.bulk.BulkRequest;
import au.com.visibuild.scim.protocol.error.ScimError;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Refuses bodies that are too large before anything reads them, with an answer that says so. A body that does not tell
 * its length is read up to the limit first; one that tells it is not read at all.
 */
@ApplicationScoped
public class BodyLimit {

    /** The most bytes a body may have. */
    public static final int LARGEST = BulkRequest.MAX_PAYLOAD_SIZE;

    /** Up to this length a refused body is let pass, so that its sender is still there to read the answer. */
    private static final long PATIENCE = 16L << 20;

    private static final int AFTER_REQUEST_ID = -9_000;

    private final BodyHandler reader = BodyHandler.create(false).setBodyLimit(LARGEST);

    void register(@Observes Router router) {
        router.route().order(AFTER_REQUEST_ID).handler(this::check).failureHandler(BodyLimit::failed);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        long length = length(request.getHeader(HttpHeaders.CONTENT_LENGTH));
        if (length > LARGEST) {
            refuse(context, length <= PATIENCE);
        } else if (request.headers().contains(HttpHeaders.TRANSFER_ENCODING) && !isForm(request)) {
            request.resume();
            reader.handle(context);
        } else {
            context.next();
        }
    }

    private static void failed(RoutingContext context) {
        if (context.statusCode() == 413) {
            refuse(context, false);
        } else {
            context.next();
        }
    }

    private static void refuse(RoutingContext context, boolean letPass) {
        HttpServerRequest request = context.request();
        if (!letPass || request.isEnded()) {
            answer(context);
            return;
        }
        request.handler(_ -> {});
        request.endHandler(_ -> answer(context));
        request.resume();
    }

    private static void answer(RoutingContext context) {
        ScimError error = new ScimError(
                413,
                null,
                "The body is larger than this service reads (maxPayloadSize), which is " + LARGEST + " bytes at most.");
        AnsweredError.remember(error, context);
        HttpServerResponse response = context.response();
        if (context.request().version() != HttpVersion.HTTP_2) {
            // HTTP/2 knows no such header: an answer that has it is malformed (RFC 9113 §8.2.2).
            response.putHeader(HttpHeaders.CONNECTION, "close");
        }
        response.setStatusCode(error.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ErrorAnswers.mediaType(context))
                .end(AttributeJson.write(ErrorAnswers.body(error, context)));
    }

    /** Forms are small and read elsewhere, where the server's own limit holds. */
    private static boolean isForm(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.toLowerCase(Locale.ROOT).contains("form");
    }

    private static long length(@Nullable String header) {
        try {
            return header == null ? -1 : Long.parseLong(header.strip());
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
