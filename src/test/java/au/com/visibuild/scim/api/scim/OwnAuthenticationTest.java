package au.com.visibuild.scim.api.scim;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Caller;
import au.com.visibuild.scim.fixture.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** What the framework does for requests that it might have to authenticate, and need not for SCIM's. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class OwnAuthenticationTest {

    /** Looks at each request before it comes to an endpoint. */
    @ApplicationScoped
    static class Lookout {

        private static final int BEHIND_AUTHENTICATION = 110;

        private final Map<String, Boolean> sought = new ConcurrentHashMap<>();

        Map<String, Boolean> sought() {
            return sought;
        }

        void register(@Observes Filters filters) {
            filters.register(
                    request -> {
                        boolean found = ((HttpServerRequestInternal) request.request())
                                        .context()
                                        .getLocal("UrlPathTemplate")
                                != null;
                        sought.put(request.normalizedPath(), found);
                        request.next();
                    },
                    BEHIND_AUTHENTICATION);
        }
    }

    @TestHTTPResource
    URI root;

    @Inject
    Lookout lookout;

    @Test
    void thePathOfAScimRequestIsNotSoughtAmongAllOthers() {
        for (String path : new String[] {"/scim_v2/Users/a", "/scim/v2/Users/a", "/companies/a"}) {
            Caller.at(root).get(path).expect(401);
        }

        assertThat(lookout.sought())
                .containsEntry("/scim_v2/Users/a", false)
                .containsEntry("/scim/v2/Users/a", false)
                .as("what this is about is still so")
                .containsEntry("/companies/a", true);
    }
}
