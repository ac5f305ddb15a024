package au.com.visibuild.scim.api.scim;

import au.com.visibuild.scim.api.ScimSurface;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * The SCIM surface checks its tokens by itself ({@link ScimEntrance}). What the framework prepares for an authentication
 * that fails is taken away again: since there are metrics, it would put together a table of all paths for each request,
 * in case its authentication fails before the path is known (measured: a twentieth of a GET's time).
 */
@ApplicationScoped
class OwnAuthentication {

    /** Of two of one priority this is the second, and what it is for comes right behind. */
    void register(@Observes Filters filters) {
        filters.register(
                request -> {
                    if (ScimSurface.isScim(request)) {
                        request.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
                    }
                    request.next();
                },
                SecurityHandlerPriorities.AUTHENTICATION);
    }
}
