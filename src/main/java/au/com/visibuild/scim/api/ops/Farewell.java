package au.com.visibuild.scim.api.ops;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * From the signal to end on each answer says that its connection ends with it, so that callers who keep connections have
 * gone elsewhere before this instance is no more: whoever sends into a connection that just closes does not know what
 * became of the request. Connections by HTTP/2 are ended by the framework (GOAWAY).
 */
@ApplicationScoped
class Farewell {

    /** Before anything may answer. */
    private static final int EARLY = 9_995;

    private volatile boolean ending;

    void begin(@Observes ShutdownDelayInitiatedEvent event) {
        ending = true;
    }

    void register(@Observes Filters filters) {
        filters.register(this::say, EARLY);
    }

    private void say(RoutingContext request) {
        if (ending && request.request().version() != HttpVersion.HTTP_2) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        request.next();
    }
}
