package au.com.visibuild.scim.api;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.MDC;

/** Gives every request its id before anything else looks at it, and says it in every answer. */
@ApplicationScoped
class RequestIdFilter {

    private static final int FIRST = 10_000;

    void register(@Observes Filters filters) {
        filters.register(
                request -> {
                    String id = RequestId.of(request);
                    MDC.put(RequestFacts.REQUEST_ID, id);
                    request.response().putHeader(RequestId.HEADER, id);
                    request.next();
                },
                FIRST);
    }
}
