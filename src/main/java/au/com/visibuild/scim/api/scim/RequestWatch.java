package au.com.visibuild.scim.api.scim;

import au.com.visibuild.scim.api.AnsweredError;
import au.com.visibuild.scim.api.RequestId;
import au.com.visibuild.scim.api.ScimSurface;
import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.connection.ConnectionLog;
import au.com.visibuild.scim.connection.SeenRequest;
import au.com.visibuild.scim.protocol.error.ScimError;
import au.com.visibuild.scim.token.TokenClue;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at each request of an identity provider when its answer is out, and hands on what there is to know of it. Also at
 * those that went past the SCIM surface with a token of ours: to a wrong address.
 */
@ApplicationScoped
class RequestWatch {

    /** Before whoever refuses a body unread. */
    private static final int AFTER_REQUEST_ID = 9_500;

    private static final String ACCEPTED = RequestWatch.class.getName();
    private static final Set<String> VERBS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Set<String> ENDPOINTS = Set.of("Users", "Groups", "Schemas", "ResourceTypes");
    private static final Set<String> ALONE = Set.of("Bulk", "Me", "ServiceProviderConfig", ".search");

    private final ConnectionLog log;
    private final Clock clock;

    RequestWatch(ConnectionLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    private record Accepted(CompanyId company, String keyId) {}

    /** The request's token was accepted. */
    static void accepted(CompanyId company, String keyId, RoutingContext routing) {
        routing.put(ACCEPTED, new Accepted(company, keyId));
    }

    void register(@Observes Filters filters) {
        filters.register(
                request -> {
                    long begin = System.nanoTime();
                    request.addEndHandler(_ -> ended(request, begin));
                    request.next();
                },
                AFTER_REQUEST_ID);
    }

    private void ended(RoutingContext routing, long begin) {
        Accepted accepted = routing.get(ACCEPTED);
        ScimSurface.Path path = ScimSurface.path(routing);
        int status = routing.response().getStatusCode();
        boolean missed = path == null && (status == 404 || status == 405);
        if (accepted == null && (status < 400 || (path == null && !missed))) {
            return;
        }
        TokenClue clue = accepted == null ? clue(routing.request()) : null;
        if (accepted == null && clue == null) {
            return;
        }
        ScimError error = AnsweredError.of(routing);
        String pattern = pattern(path);
        String verb = routing.request().method().name();
        log.seen(new SeenRequest(
                clock.instant(),
                accepted == null ? null : accepted.company(),
                accepted == null ? null : accepted.keyId(),
                clue,
                verb,
                String.valueOf(routing.request().path()),
                (VERBS.contains(verb) ? verb : "OTHER") + " " + pattern,
                !pattern.equals("elsewhere"),
                status,
                error == null || error.scimType() == null
                        ? null
                        : error.scimType().keyword(),
                error == null ? null : error.detail(),
                routing.request().getHeader(HttpHeaders.CONTENT_TYPE),
                routing.request().getHeader(HttpHeaders.USER_AGENT),
                RequestId.of(routing),
                (int) Math.min(Integer.MAX_VALUE, (System.nanoTime() - begin) / 1_000_000)));
    }

    private static @Nullable TokenClue clue(HttpServerRequest request) {
        List<String> headers = request.headers().getAll(HttpHeaders.AUTHORIZATION);
        return headers.isEmpty() ? null : TokenClue.in(headers);
    }

    /** One of a few words, whatever was sent. */
    private static String pattern(ScimSurface.@Nullable Path path) {
        if (path == null) {
            return "elsewhere";
        }
        String[] parts = path.rest().split("/");
        if (parts.length <= 1) {
            return "/";
        }
        if (parts.length == 2 && (ENDPOINTS.contains(parts[1]) || ALONE.contains(parts[1]))) {
            return "/" + parts[1];
        }
        if (parts.length == 3 && ENDPOINTS.contains(parts[1])) {
            return "/" + parts[1] + (parts[2].equals(".search") ? "/.search" : "/{id}");
        }
        return "elsewhere";
    }
}
