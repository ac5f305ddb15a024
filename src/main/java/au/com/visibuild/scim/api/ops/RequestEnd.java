package au.com.visibuild.scim.api.ops;

import au.com.visibuild.scim.api.RequestFacts;
import au.com.visibuild.scim.api.ScimSurface;
import au.com.visibuild.scim.platform.RequestEffects;
import au.com.visibuild.scim.platform.RequestEffects.Effect;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * When a request ends: its one log line and its counters. Both are made of known words, numbers and ids; a path, a query
 * or a header is in neither, for all of them may name people.
 */
@ApplicationScoped
class RequestEnd {

    /** A category of its own, so that the lines can be switched off. */
    private static final Logger LOG = Logger.getLogger("visibuild.requests");

    /** Right after the request has its id (api/RequestIdFilter) and before anything may answer it. */
    private static final int SECOND = 9_990;

    /** What nginx calls a request whose sender did not wait for the answer. */
    private static final int LEFT = 499;

    private static final String ROUTE = "UrlPathTemplate";

    private final RequestMetrics metrics;

    RequestEnd(RequestMetrics metrics) {
        this.metrics = metrics;
    }

    void register(@Observes Filters filters) {
        filters.register(this::begin, SECOND);
    }

    private void begin(RoutingContext request) {
        long start = System.nanoTime();
        Context context = Vertx.currentContext();
        request.addEndHandler(sent -> {
            int status = sent.failed() ? LEFT : request.response().getStatusCode();
            // What was noted stands in the request's context, whatever the context of this call is.
            context.runOnContext(_ -> ended(request, context, status, System.nanoTime() - start));
        });
        request.next();
    }

    private void ended(RoutingContext request, Context context, int status, long nanos) {
        ScimSurface.Path scim = ScimSurface.path(request);
        String method = request.request().method().name();
        Map<Effect, Integer> effects = status < 400 ? RequestEffects.of(context) : Map.of();
        metrics.effects(effects, RequestFacts.company(request));
        String operation;
        if (scim == null) {
            String route = context.getLocal(ROUTE);
            operation = route == null ? "UNROUTED" : method + " " + route;
        } else {
            ScimOperation asked = ScimOperation.of(method, scim.rest());
            metrics.scim(asked, outcome(status, effects), RequestFacts.company(request));
            operation = asked.text();
        }
        if (LOG.isInfoEnabled()) {
            write(operation, status, nanos / 1_000_000);
        }
    }

    private static void write(String operation, int status, long millis) {
        MDC.put("operation", operation);
        MDC.put("status", status);
        MDC.put("duration_ms", millis);
        LOG.infof("%s %d", operation, status);
        MDC.remove("operation");
        MDC.remove("status");
        MDC.remove("duration_ms");
    }

    private static String outcome(int status, Map<Effect, Integer> effects) {
        if (status == LEFT) {
            return "left";
        }
        if (status >= 400) {
            return status >= 500 ? "failed" : "refused";
        }
        return effects.containsKey(Effect.NO_CHANGE) ? "no_change" : "ok";
    }
}
