package au.com.visibuild.scim.session;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Jws;
import au.com.visibuild.scim.fixture.OwnCompany;
import au.com.visibuild.scim.fixture.OwnCompany.Person;
import au.com.visibuild.scim.fixture.PostgresResource;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Only a token that is ours, whole and in time is good, whatever its session. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class AccessTokensTest {

    private static final String TYPE = "at+jwt";

    @TestHTTPResource
    URI root;

    private OwnCompany company;
    private Jws good;

    @BeforeEach
    void signIn() {
        company = OwnCompany.at(root);
        Person person = company.person();
        good = Jws.of(company.signIn(person).accessToken());
    }

    @Test
    void theTokenNamesPersonSessionAndCompanyAndIsSignedByTheService() {
        assertThat(good.isSignedByService()).isTrue();
        assertThat(good.header().path("typ").asText()).isEqualTo(TYPE);
        assertThat(good.header().path("kid").asText())
                .isEqualTo(Jws.serviceKey().keyId());
        assertThat(good.claims().path("company_id").asText())
                .isEqualTo(company.id().toString());
        assertThat(good.claims().path("aud").asText()).isEqualTo("visibuild");
        assertThat(good.claims().has("sub")
                        && good.claims().has("sid")
                        && good.claims().has("jti"))
                .isTrue();
    }

    @Test
    void theSameClaimsSignedAnewByTheServicesKeyAreGood() {
        assertThat(introspect(serviceSigned(TYPE, good.claims()))).startsWith("{\"active\":true");
    }

    @Test
    void anAlteredTokenIsNotActive() {
        String token = good.token();
        int signature = token.lastIndexOf('.') + 20;
        char other = token.charAt(signature) == 'A' ? 'B' : 'A';
        Map<String, String> altered = new LinkedHashMap<>();
        altered.put("signature", token.substring(0, signature) + other + token.substring(signature + 1));
        altered.put("sub", good.forged("sub", TextNode.valueOf(UUID.randomUUID().toString())));
        altered.put("exp", good.forged("exp", LongNode.valueOf(Instant.now().getEpochSecond() + 86_400)));
        altered.put("truncated", token.substring(0, token.length() - 5));
        altered.put("no signature", token.substring(0, token.lastIndexOf('.') + 1));
        altered.put("alg none", Jws.unsigned(good.claims()));
        altered.put("nonsense", "nonsense");

        assertThat(altered)
                .allSatisfy(
                        (how, forged) -> assertThat(introspect(forged)).as(how).isEqualTo("{\"active\":false}"));
    }

    @Test
    void anExpiredTokenIsNotActiveThoughItsSessionLives() {
        long now = Instant.now().getEpochSecond();
        ObjectNode expired = good.claims().deepCopy();
        expired.put("iat", now - 301).put("exp", now - 1);

        assertThat(introspect(serviceSigned(TYPE, expired))).isEqualTo("{\"active\":false}");
    }

    @Test
    void aTokenOfAnotherKeyIsNotActive() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair foreign = generator.generateKeyPair();
        String keyId = Jws.serviceKey().keyId();
        byte[] publicKey = Jws.serviceKey().publicKey().getEncoded();
        Map<String, String> tokens = Map.of(
                "another RSA key", Jws.sign("RS256", TYPE, keyId, foreign.getPrivate(), good.claims()),
                "the public key as a secret",
                        Jws.sign("HS256", TYPE, keyId, new SecretKeySpec(publicKey, "HmacSHA256"), good.claims()),
                "a platform's own JWT", OwnCompany.jwt(root, "platform"));

        assertThat(tokens)
                .allSatisfy(
                        (how, token) -> assertThat(introspect(token)).as(how).isEqualTo("{\"active\":false}"));
    }

    @Test
    void anotherKindOfTokenOfTheServiceIsNotActive() {
        assertThat(introspect(serviceSigned("secevent+jwt", good.claims()))).isEqualTo("{\"active\":false}");
    }

    @Test
    void aTokenThatNamesAnotherCompanyOrIssuerIsNotActive() {
        OwnCompany other = OwnCompany.at(root);
        ObjectNode elsewhere = good.claims().deepCopy();
        elsewhere.put("company_id", other.id().toString());
        ObjectNode stranger = good.claims().deepCopy();
        stranger.put("iss", "https://elsewhere.example");

        assertThat(introspect(serviceSigned(TYPE, elsewhere))).isEqualTo("{\"active\":false}");
        assertThat(introspect(serviceSigned(TYPE, stranger))).isEqualTo("{\"active\":false}");
    }

    @Test
    void aHeaderOfOddTypesIsNotActive() {
        String rest = good.token().substring(good.token().indexOf('.'));
        String kid = Jws.serviceKey().keyId();
        for (String header : new String[] {
            "{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":{}}",
            "{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":5}",
            "{\"alg\":5,\"typ\":\"at+jwt\",\"kid\":\"" + kid + "\"}",
            "{\"alg\":\"RS256\",\"crit\":[5],\"typ\":\"at+jwt\",\"kid\":\"" + kid + "\"}",
            "{\"alg\":\"RS256\",\"typ\":[],\"kid\":\"" + kid + "\"}"
        }) {
            String part =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.US_ASCII));
            assertThat(introspect(part + rest)).as(header).isEqualTo("{\"active\":false}");
        }
    }

    private static String serviceSigned(String type, ObjectNode claims) {
        var key = Jws.serviceKey();
        return Jws.sign("RS256", type, key.keyId(), key.privateKey(), claims);
    }

    private String introspect(String token) {
        return company.introspect(token).send().expect(200).body();
    }
}
