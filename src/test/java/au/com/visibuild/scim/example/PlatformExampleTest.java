package au.com.visibuild.scim.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import au.com.visibuild.scim.fixture.Call;
import au.com.visibuild.scim.fixture.Jws;
import au.com.visibuild.scim.fixture.OwnCompany;
import au.com.visibuild.scim.fixture.OwnCompany.Person;
import au.com.visibuild.scim.fixture.PostgresResource;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** The example that README shows does what README says. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class PlatformExampleTest {

    private static final String ISSUER = "https://scim.demo.visibuild.example";

    @TestHTTPResource
    URI root;

    @Test
    void thePersonIsSignedOutInFrontOfTheReader() throws Exception {
        OwnCompany company = OwnCompany.at(root);
        Person person = company.person();
        try (PlatformExample platform = PlatformExample.start(root, 0)) {
            platform.signIn(person.userName());
            assertThat(page(platform)).contains(person.userName() + " is signed in.");

            company.activate(person, false).send().expect(200);

            String told = person.userName() + " was signed out. Your access was removed by your company.";
            long deadline = System.nanoTime() + 30_000_000_000L;
            while (!page(platform).contains(told)) {
                assertThat(System.nanoTime()).as(page(platform)).isLessThan(deadline);
                LockSupport.parkNanos(20_000_000);
            }
            platform.signIn(person.userName());
            assertThat(page(platform)).doesNotContain("is signed in");
        }
    }

    @Test
    void aTokenThatTheServiceDidNotSignForThisPlatformIsNotBelieved() throws Exception {
        String keys = Call.of("GET", root.resolve("/.well-known/jwks.json"), null, "", null)
                .send()
                .expect(200)
                .body();
        SecurityEventTokens tokens = new SecurityEventTokens(keys, ISSUER, "https://platform.example");
        JsonNode claims = new ObjectMapper().readTree("""
                {"iss": "https://scim.demo.visibuild.example", "aud": "https://platform.example", "jti": "1",
                 "sub_id": {"format": "email", "email": "kim@own.example"},
                 "events": {"https://schemas.openid.net/secevent/caep/event-type/session-revoked": {}}}""");
        String good = signed("secevent+jwt", claims);
        assertThat(tokens.verify(good).email()).isEqualTo("kim@own.example");

        refused(tokens, "invalid_request", signed("at+jwt", claims));
        refused(tokens, "invalid_key", Jws.of(good).forged("jti", claims.path("iss")));
        refused(
                new SecurityEventTokens(keys, "https://other.example", "https://platform.example"),
                "invalid_issuer",
                good);
        refused(new SecurityEventTokens(keys, ISSUER, "https://other.example"), "invalid_audience", good);
        refused(tokens, "invalid_request", "no token");
    }

    private static String signed(String type, JsonNode claims) {
        var key = Jws.serviceKey();
        return Jws.sign("RS256", type, key.keyId(), key.privateKey(), claims);
    }

    private static void refused(SecurityEventTokens tokens, String code, String token) {
        assertThatExceptionOfType(SecurityEventTokens.Refused.class)
                .isThrownBy(() -> tokens.verify(token))
                .withMessage(code);
    }

    private static String page(PlatformExample platform) {
        return Call.of("GET", URI.create(platform.root()), null, "", null)
                .send()
                .expect(200)
                .body();
    }
}
