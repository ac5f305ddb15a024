package au.com.visibuild.scim.api;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which methods a path offers: the framework refuses a wrong one without saying which are right, and RFC 9110 §15.5.6
 * wants them said. A test holds this list against the routes that there are.
 */
public final class AllowedMethods {

    private record Route(List<String> segments, Set<String> methods) {
        boolean matches(List<String> path) {
            if (segments.size() != path.size()) {
                return false;
            }
            for (int i = 0; i < segments.size(); i++) {
                if (!segments.get(i).equals("*") && !segments.get(i).equals(path.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    // The more exact path first: /Users/.search is no user.
    private static final List<Route> ROUTES = List.of(
            route("/scim_v2", "GET"),
            route("/scim_v2/.search", "POST"),
            route("/scim_v2/Users", "GET", "POST"),
            route("/scim_v2/Users/.search", "POST"),
            route("/scim_v2/Users/*", "GET", "PUT", "PATCH", "DELETE"),
            route("/scim_v2/Groups", "GET", "POST"),
            route("/scim_v2/Groups/.search", "POST"),
            route("/scim_v2/Groups/*", "GET", "PUT", "PATCH", "DELETE"),
            route("/scim_v2/Me", "GET", "POST", "PUT", "PATCH", "DELETE"),
            route("/scim_v2/Bulk", "POST"),
            route("/scim_v2/ServiceProviderConfig", "GET"),
            route("/scim_v2/ResourceTypes", "GET"),
            route("/scim_v2/ResourceTypes/*", "GET"),
            route("/scim_v2/Schemas", "GET"),
            route("/scim_v2/Schemas/*", "GET"),
            route("/companies", "GET", "POST"),
            route("/companies/*", "GET", "PATCH"),
            route("/companies/*/scim", "GET"),
            route("/companies/*/scim/enable", "POST"),
            route("/companies/*/scim/regenerate", "POST"),
            route("/companies/*/scim/disable", "POST"),
            route("/companies/*/scim/tokens", "GET"),
            route("/companies/*/identity-provider", "GET", "PUT", "DELETE"),
            route("/companies/*/global-token-revocation", "POST"),
            route("/companies/*/projects", "GET", "POST"),
            route("/companies/*/connection", "GET"),
            route("/companies/*/connection/doctor", "GET"),
            route("/companies/*/dead-letters", "GET"),
            route("/companies/*/dead-letters/replay", "POST"),
            route("/companies/*/dead-letters/*/replay", "POST"),
            route("/companies/*/log", "GET"),
            route("/companies/*/log/export.csv", "GET"),
            route("/companies/*/log/export.jsonl", "GET"),
            route("/companies/*/log/*", "GET"),
            route("/companies/*/log/*/reveal", "POST"),
            route("/companies/*/users", "GET", "POST"),
            route("/companies/*/users/count", "GET"),
            route("/companies/*/users/*", "GET", "PATCH"),
            route("/companies/*/users/*/deactivate", "POST"),
            route("/companies/*/users/*/sessions", "GET", "DELETE"),
            route("/companies/*/users/*/roles", "POST"),
            route("/companies/*/users/*/roles/*", "DELETE"),
            route("/companies/*/users/*/projects", "POST"),
            route("/companies/*/users/*/projects/*", "DELETE"),
            route("/settings/identity-management/scim", "GET"),
            route("/settings/identity-management/scim/turn-on", "POST"),
            route("/settings/identity-management/scim/regenerate", "POST"),
            route("/settings/identity-management/scim/turn-off", "POST"),
            route("/settings/identity-management/scim/log", "GET"),
            route("/settings/identity-management/scim/log/export.csv", "GET"),
            route("/settings/identity-management/scim/log/export.jsonl", "GET"),
            route("/settings/identity-management/scim/log/*", "GET"),
            route("/settings/identity-management/scim/log/*/reveal", "POST"),
            route("/settings/identity-management/scim/doctor", "GET"),
            route("/settings/identity-management/scim/doctor/watch", "GET"),
            route("/settings/identity-management/scim/doctor/findings", "GET"),
            route("/settings/identity-management/scim/people", "GET"),
            route("/settings/identity-management/scim/guide", "GET"),
            route("/settings/identity-management/scim/guide/*", "GET"),
            route("/login-emails/*", "GET"),
            route("/login-emails/*/release", "POST"),
            route("/ssf/stream", "GET", "POST", "PATCH", "PUT", "DELETE"),
            route("/ssf/status", "GET", "POST"),
            route("/ssf/subjects:add", "POST"),
            route("/ssf/subjects:remove", "POST"),
            route("/ssf/verify", "POST"),
            route("/ssf/poll/*", "POST"),
            route("/.well-known/ssf-configuration", "GET"),
            route("/.well-known/jwks.json", "GET"),
            route("/sessions", "GET", "POST", "DELETE"),
            route("/sessions/introspect", "POST"),
            route("/sessions/*/refresh", "POST"),
            route("/sessions/*", "DELETE"));

    private static final Set<String> BY_ITSELF = Set.of("HEAD", "OPTIONS");

    private AllowedMethods() {}

    /**
     * Whether a SCIM path offers the method; so it may where nothing is known of the path, and for the methods that
     * the framework answers by itself. {@code /Users/.search} is no person's: the framework would take its other methods
     * for those of {@code /Users/{id}}.
     */
    public static boolean offers(RoutingContext request) {
        Set<String> allowed = at(request.normalizedPath());
        String method = request.request().method().name();
        return allowed.isEmpty() || allowed.contains(method) || BY_ITSELF.contains(method);
    }

    /** The methods offered at a normal path, in alphabetical order; none for a path that does not exist. */
    static Set<String> at(String normalPath) {
        ScimSurface.Path scim = ScimSurface.path(normalPath);
        List<String> path = segments(scim == null ? normalPath : ScimSurface.BASE + scim.rest());
        for (Route route : ROUTES) {
            if (route.matches(path)) {
                return route.methods();
            }
        }
        return Set.of();
    }

    private static Route route(String path, String... methods) {
        return new Route(segments(path), new TreeSet<>(List.of(methods)));
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }
}
