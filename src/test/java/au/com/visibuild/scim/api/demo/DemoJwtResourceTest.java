package au.com.visibuild.scim.api.demo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import au.com.visibuild.scim.demo.DemoCompany;
import au.com.visibuild.scim.fixture.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class DemoJwtResourceTest {

    @Inject
    JWTParser parser;

    @ParameterizedTest
    @ValueSource(strings = {"company-admin", "staff", "platform"})
    void theServiceBelievesTheDemosIssuer(String group) throws ParseException {
        JsonWebToken jwt = parser.parse(jwt("group=" + group));

        assertThat(jwt.getGroups()).containsExactly(group);
        assertThat(jwt.getAudience()).containsExactly("visibuild-scim");
        assertThat(jwt.getExpirationTime() - jwt.getIssuedAtTime()).isEqualTo(8 * 60 * 60);
        assertThat(jwt.<Object>claim("auth_time")).isPresent();
        assertThat(jwt.claim("company_id").isPresent()).isEqualTo(group.equals("company-admin"));
    }

    @Test
    void anAdminIsTheDemoCompanysUnlessAnotherIsAskedFor() throws ParseException {
        String company = UUID.randomUUID().toString();

        JsonWebToken own = parser.parse(jwt("group=company-admin"));
        JsonWebToken other = parser.parse(jwt("group=company-admin&sub=someone&company_id=" + company));

        assertThat(own.getSubject()).isEqualTo(DemoCompany.ADMIN_ID.toString());
        assertThat(own.<String>getClaim("company_id")).isEqualTo(DemoCompany.ID.toString());
        assertThat(other.getSubject()).isEqualTo("someone");
        assertThat(other.<String>getClaim("company_id")).isEqualTo(company);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub=somebody", "group=", "group=root", "group=company-admin&company_id=7"})
    void anythingElseIsRefusedInWords(String query) {
        given().when()
                .get("/demo/jwt?" + query)
                .then()
                .statusCode(400)
                .contentType(startsWith("text/plain"))
                .body(containsString("must be"));
    }

    private static String jwt(String query) {
        return given().when()
                .get("/demo/jwt?" + query)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
