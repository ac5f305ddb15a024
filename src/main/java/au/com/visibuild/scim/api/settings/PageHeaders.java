package au.com.visibuild.scim.api.settings;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * What every answer below {@code /settings} says: nothing from elsewhere, nothing inline, in nobody's frame, kept by
 * nobody. Style and script may be kept: their address changes with their content.
 */
@ApplicationScoped
class PageHeaders {

    private static final int EARLY = 9_000;
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    void register(@Observes Filters filters) {
        filters.register(
                request -> {
                    String path = request.normalizedPath();
                    if (path.equals("/settings") || path.startsWith("/settings/")) {
                        MultiMap headers = request.response().headers();
                        headers.set("Content-Security-Policy", POLICY)
                                .set("X-Content-Type-Options", "nosniff")
                                .set("Referrer-Policy", "same-origin")
                                .set("Cross-Origin-Opener-Policy", "same-origin")
                                .set("Cross-Origin-Resource-Policy", "same-origin")
                                .set("X-Frame-Options", "DENY")
                                .set("Permissions-Policy", "clipboard-write=(self)");
                        if (!path.startsWith("/settings/assets/")) {
                            headers.set("Cache-Control", "no-store");
                        }
                    }
                    request.next();
                },
                EARLY);
    }
}
