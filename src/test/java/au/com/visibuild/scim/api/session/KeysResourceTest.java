package au.com.visibuild.scim.api.session;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.Call;
import au.com.visibuild.scim.fixture.OwnCompany;
import au.com.visibuild.scim.fixture.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class KeysResourceTest {

    @TestHTTPResource
    URI root;

    @Test
    void anybodyCanVerifyAnAccessTokenByThePublishedKeys() throws JoseException {
        // given
        OwnCompany company = OwnCompany.at(root);
        String token = company.signIn(company.person()).accessToken();

        // when
        Answer answer = Call.of("GET", root.resolve("/.well-known/jwks.json"), null, "", null)
                .send()
                .expect(200);

        // then
        assertThat(answer.headers()).containsKey("cache-control");
        assertThat(answer.header("content-type")).startsWith("application/jwk-set+json");
        JsonWebSignature signature = new JsonWebSignature();
        signature.setCompactSerialization(token);
        var key =
                new JsonWebKeySet(answer.body()).findJsonWebKey(signature.getKeyIdHeaderValue(), "RSA", "sig", "RS256");
        signature.setKey(key.getKey());
        assertThat(signature.verifySignature()).isTrue();
        Map<String, Object> all = key.toParams(PublicJsonWebKey.OutputControlLevel.INCLUDE_PRIVATE);
        assertThat(all).doesNotContainKeys("d", "p", "q");
    }
}
