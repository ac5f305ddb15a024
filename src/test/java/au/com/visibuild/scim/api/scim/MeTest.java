package au.com.visibuild.scim.api.scim;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.IdentityProvider;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.requirement.Requirement;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class MeTest {

    @TestHTTPResource
    URI root;

    @Test
    @Requirement("ME-01")
    void aTokenOfACompanyIsNobodysMe() {
        IdentityProvider idp = IdentityProvider.at(root);
        for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
            String body = List.of("GET", "DELETE").contains(method) ? null : "{}";
            for (String path : List.of("/scim_v2/Me", "/scim/v2/Me/")) {
                Answer answer = idp.caller().send(method, path, body).expectScimError(501);
                assertThat(answer.text("detail")).contains("/Me");
                idp.tenant().anyone().send(method, path, body).expectScimError(401);
            }
        }
        idp.get("/Me/x").expectScimError(404);
    }
}
