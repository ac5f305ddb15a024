package au.com.visibuild.scim.api.demo;

import io.quarkus.arc.profile.IfBuildProfile;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** {@code GET /q/openapi}: the document of the company API, for who develops against it. Does not exist in production. */
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "demo", "test"})
class ApiDocumentRoute {

    private static final String DOCUMENT = "META-INF/openapi.yaml";

    void serve(@Observes Router router) throws IOException {
        String document;
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(DOCUMENT)) {
            if (file == null) {
                throw new IOException("There is no " + DOCUMENT + " on the class path.");
            }
            document = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        router.get("/q/openapi")
                .handler(request -> request.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, "application/yaml;charset=UTF-8")
                        .end(document));
    }
}
