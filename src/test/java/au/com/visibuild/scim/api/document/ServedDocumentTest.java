package au.com.visibuild.scim.api.document;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.api.Routes;
import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.Caller;
import au.com.visibuild.scim.fixture.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The document as the running application serves it, held against the routes that the application has. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ServedDocumentTest {

    private static final Pattern DOCUMENTED =
            Pattern.compile(".* /(companies|login-emails|sessions|\\.well-known/jwks\\.json).*");

    @TestHTTPResource
    URI root;

    @Test
    void theDocumentIsServedAsItIsCheckedIn() throws IOException {
        Answer answer = Caller.at(root).get("/q/openapi").expect(200);

        assertThat(answer.header("content-type")).isEqualTo("application/yaml;charset=UTF-8");
        assertThat(answer.body()).isEqualTo(Files.readString(ApiDocument.FILE));
    }

    @Test
    void everyRouteOfTheCompanyAndTheSessionApiIsInIt() {
        Set<String> routes = new TreeSet<>(Routes.ofTheRunningApplication());
        routes.removeIf(route -> !DOCUMENTED.matcher(route).matches());

        Set<String> documented = new TreeSet<>();
        ApiDocument.ofTheCode()
                .model()
                .getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().keySet().forEach(method -> documented.add(method + " " + path)));

        assertThat(documented).isEqualTo(routes);
    }
}
