package au.com.visibuild.scim.api.ops;

import io.micrometer.core.instrument.Tags;
import io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Keeps the labels of {@code http_server_requests} to a few known words. Quarkus puts the route's template into
 * {@code uri}, but the raw path where a request is answered before a route is found (no token, too large a body), and any
 * verb into {@code method}: both are the caller's text, without end, and may hold ids, addresses or a mistyped token.
 */
@Singleton
class RouteLabels implements HttpServerMetricsTagsContributor {

    private static final String ROUTE = "UrlPathTemplate";
    private static final Set<String> VERBS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    @Override
    public Tags contribute(Context context) {
        String method = context.request().method().name();
        Tags tags = Tags.of("method", VERBS.contains(method) ? method : "OTHER");
        boolean routed = context.requestContextLocalData(ROUTE) != null;
        return routed ? tags : tags.and("uri", context.response().statusCode() == 404 ? "NOT_FOUND" : "UNROUTED");
    }
}
