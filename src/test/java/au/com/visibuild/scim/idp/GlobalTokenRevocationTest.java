package au.com.visibuild.scim.idp;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.Call;
import au.com.visibuild.scim.fixture.OwnCompany;
import au.com.visibuild.scim.fixture.OwnCompany.Person;
import au.com.visibuild.scim.fixture.OwnCompany.Session;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.fixture.Rows;
import au.com.visibuild.scim.fixture.SigningIdp;
import au.com.visibuild.scim.fixture.SigningIdp.Token;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A company's identity provider signs its people out by its own signature, and nobody else's. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class GlobalTokenRevocationTest {

    private static final PublicJsonWebKey RSA = SigningIdp.rsa("one");
    private static final PublicJsonWebKey EC = SigningIdp.ec("curve");

    @TestHTTPResource
    URI root;

    private SigningIdp idp;
    private OwnCompany company;
    private Person person;
    private Session session;

    @BeforeEach
    void aCompanyWithAnIdentityProviderAndSomebodySignedIn() {
        idp = SigningIdp.publishing(RSA, EC);
        company = OwnCompany.at(root);
        trust(company, null);
        person = company.person();
        session = company.signIn(person);
    }

    @AfterEach
    void stop() {
        idp.close();
    }

    @Test
    void thePersonIsOutAtOnceWithTheEventAndTheRow() {
        Session other = company.signIn(person);
        Session somebodyElses = company.signIn(company.person());

        Answer answer = send(good().signed(), email(person.userName())).expect(204);

        assertThat(answer.body()).isEmpty();
        assertThat(isActive(session)).isFalse();
        assertThat(isActive(other)).isFalse();
        assertThat(isActive(somebodyElses)).isTrue();
        assertThat(Rows.count(
                        "SELECT count(*) FROM outbox_event WHERE user_id = ? AND type = 'SESSION_REVOKED'",
                        person.id()))
                .isEqualTo(1);
        assertThat(Rows.query(
                                "SELECT actor_kind, actor, outcome, effects::text AS effects FROM provisioning_log"
                                        + " WHERE user_id = ? AND action = 'SIGN_OUT_USER'",
                                person.id())
                        .getFirst()
                        .toString())
                .contains("IDENTITY_PROVIDER", SigningIdp.ISSUER, "DONE", "sessionsEnded\\\":2");
        assertThat(isActive(company.signIn(person))).as("may sign in again").isTrue();
    }

    @Test
    void thePersonIsFoundByEachFormatAndBothNamesOfTheSubject() {
        String external = "00u" + OwnCompany.unique();
        company.patch(person, "{\"op\":\"add\",\"path\":\"externalId\",\"value\":\"" + external + "\"}")
                .send()
                .expect(200);
        for (String subject : List.of(
                email(person.userName().toUpperCase(Locale.ROOT)),
                email(person.userName()).replace("sub_id", "subject"),
                opaque(person.id().toString()),
                opaque(external),
                issSub(SigningIdp.ISSUER, person.id().toString()),
                issSub(SigningIdp.ISSUER, external))) {
            Session open = company.signIn(person);
            send(good().signed(), subject).expect(204);
            assertThat(isActive(open)).as(subject).isFalse();
        }
    }

    @Test
    void nobodyIsFoundByWhatIsNotTheCompanys() {
        OwnCompany other = OwnCompany.at(root);
        Person foreign = other.person();
        Session open = other.signIn(foreign);
        for (String subject : List.of(
                email(foreign.userName()),
                opaque(foreign.id().toString()),
                issSub(SigningIdp.ISSUER, foreign.id().toString()),
                issSub("https://elsewhere.example", person.id().toString()),
                email("nobody@own.example"),
                opaque(UUID.randomUUID().toString()))) {
            send(good().signed(), subject).expectProblem(404);
        }
        assertThat(other.introspect(open.accessToken())
                        .send()
                        .json()
                        .path("active")
                        .asBoolean())
                .isTrue();
        assertThat(isActive(session)).isTrue();
        assertThat(Rows.count(
                        "SELECT count(*) FROM provisioning_log WHERE company_id = ? AND actor_kind = 'IDENTITY_PROVIDER'"
                                + " AND outcome = 'REFUSED' AND status = 404",
                        company.id()))
                .isEqualTo(6);
    }

    @Test
    void aTokenOfTheSameIssuerIsGoodForTheCompanyItWasSignedForOnly() {
        OwnCompany other = OwnCompany.at(root);
        trust(other, null);
        Person foreign = other.person();

        refused(
                "aud",
                Call.of("POST", uri(other), good().signed(), "application/json", email(foreign.userName()))
                        .send());
        send(good().signed(), email(person.userName())).expect(204);
    }

    @Test
    void aTokenIsGoodOnce() {
        String token = good().signed();

        send(token, email(person.userName())).expect(204);
        Session later = company.signIn(person);

        refused("used before", send(token, email(person.userName())));
        assertThat(isActive(later)).isTrue();
        String forNobody = good().signed();
        send(forNobody, opaque("nobody")).expect(404);
        refused("used before", send(forNobody, email(person.userName())));
    }

    @Test
    void whatATokenMayLeaveOpenIsLeftOpen() {
        for (Token token : List.of(
                new Token(EC, audience()),
                good().header("kid", null),
                new Token(EC, audience()).header("kid", null),
                good().header("typ", null),
                good().header("typ", "JWT"),
                good().claim("nbf", null),
                good().claim("aud", List.of("https://elsewhere.example", audience())))) {
            send(token.signed(), email(person.userName())).expect(204);
        }
    }

    @Test
    void aTokenThatIsNotTheIdentityProvidersSaysNothingOfTheCompany() {
        PublicJsonWebKey stranger = SigningIdp.rsa("one");
        byte[] published = RSA.getPublicKey().getEncoded();
        String signed = good().signed();
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("of another key of that name", good().signed(stranger.getPrivateKey()));
        tokens.put(
                "of another key without a name",
                new Token(stranger, audience()).header("kid", null).signed());
        tokens.put("HS256 by the public key", good().header("alg", "HS256").signed(new SecretKeySpec(published, "HS")));
        tokens.put("RS384", good().header("alg", "RS384").signed());
        tokens.put("cut", signed.substring(0, signed.lastIndexOf('.') + 1));
        tokens.put("alg none", part("{\"alg\":\"none\"}") + "." + signed.split("\\.")[1] + ".");
        tokens.put("an odd kid", part("{\"alg\":\"RS256\",\"kid\":{}}") + "." + signed.split("\\.")[1] + ".AAAA");
        tokens.put("an odd alg", part("{\"alg\":5}") + "." + signed.split("\\.")[1] + ".AAAA");
        tokens.put(
                "a critical header",
                good().header("crit", List.of("x")).header("x", "y").signed());
        tokens.put(
                "of another issuer",
                good().claim("iss", "https://elsewhere.example").signed());
        tokens.put("without issuer", good().claim("iss", null).signed());
        tokens.put("of another type", good().header("typ", "at+jwt").signed());
        tokens.put("long", good().claim("x", "x".repeat(9_000)).signed());
        tokens.put("no JWT", "a.b.c");
        tokens.put("SCIM's token", company.token());
        Answer nobodys = Call.of("POST", uri(UUID.randomUUID()), signed, "application/json", email(person.userName()))
                .send()
                .expectProblem(401);

        tokens.forEach((name, token) -> {
            Answer answer = send(token, email(person.userName())).expectProblem(401);
            assertThat(answer.body()).as(name).isEqualTo(nobodys.body());
        });
        send(null, email(person.userName())).expectProblem(401);
        assertThat(isActive(session)).isTrue();
    }

    @Test
    void whatIsWrongWithAGoodSignaturesTokenIsSaid() {
        long now = Instant.now().getEpochSecond();
        refused("aud", send(good().claim("aud", "https://elsewhere.example").signed(), email("x@y")));
        refused("aud", send(good().claim("aud", null).signed(), email("x@y")));
        refused("expired", send(good().claim("exp", now - 61).signed(), email("x@y")));
        refused(
                "minutes ago",
                send(good().claim("iat", now - 700).claim("exp", now + 9_000).signed(), email("x@y")));
        refused("future", send(good().claim("iat", now + 90).signed(), email("x@y")));
        refused("future", send(good().claim("nbf", now + 90).signed(), email("x@y")));
        for (String needed : List.of("iat", "exp", "jti", "sub")) {
            refused("needs iat, exp, jti", send(good().claim(needed, null).signed(), email("x@y")));
        }
        for (String typed : List.of("iat", "exp", "jti", "sub", "aud")) {
            refused("form", send(good().claim(typed, Map.of()).signed(), email("x@y")));
        }
        refused("characters", send(good().claim("jti", "").signed(), email("x@y")));
    }

    @Test
    void clocksMayDifferByAMinute() {
        long now = Instant.now().getEpochSecond();
        send(good().claim("exp", now - 30).signed(), email(person.userName())).expect(204);
        send(good().claim("iat", now + 30).signed(), email(person.userName())).expect(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "[]",
                "{}",
                "{\"sub_id\":null}",
                "{\"sub_id\":\"a@b\"}",
                "{\"sub_id\":{}}",
                "{\"sub_id\":{\"format\":\"phone_number\",\"phone_number\":\"+1\"}}",
                "{\"sub_id\":{\"format\":\"email\"}}",
                "{\"sub_id\":{\"format\":\"email\",\"email\":5}}",
                "{\"sub_id\":{\"format\":\"email\",\"email\":\"\"}}",
                "{\"sub_id\":{\"format\":\"email\",\"email\":\"a\\u0000b@c\"}}",
                "{\"sub_id\":{\"format\":\"email\",\"email\":\"a@b\",\"id\":\"1\"}}",
                "{\"sub_id\":{\"format\":\"iss_sub\",\"sub\":\"1\"}}",
                "{\"sub_id\":{\"format\":\"opaque\",\"id\":\"1\"},\"subject\":{\"format\":\"opaque\",\"id\":\"1\"}}"
            })
    void aBodyThatNamesNobodyIsRefusedAfterTheToken(String body) {
        send(good().signed(), body).expectProblem(400);
        send("a.b.c", body).expectProblem(401);
    }

    @Test
    void aNewKeyIsFetchedOnceAndAnUnknownOneNotEachTime() {
        send(good().signed(), email(person.userName())).expect(204);
        send(good().signed(), email(person.userName())).expect(204);
        assertThat(idp.asked()).as("kept").isEqualTo(1);

        PublicJsonWebKey two = SigningIdp.rsa("two");
        idp.publish(two);
        send(new Token(two, audience()).signed(), email(person.userName())).expect(204);
        assertThat(idp.asked()).isEqualTo(2);

        for (int i = 0; i < 3; i++) {
            send(good().signed(), email(person.userName())).expectProblem(401);
        }
        assertThat(idp.asked())
                .as("the old key is unknown now, and not asked for")
                .isEqualTo(2);
    }

    @Test
    void keysThatCannotBeHadAreNoVerdict() {
        Map<Integer, String> answers =
                Map.of(500, "", 302, "", 200, "{\"keys\":[],\"x\":\"" + "x".repeat(70_000) + "\"}");
        answers.forEach((status, body) -> {
            try (SigningIdp broken = SigningIdp.publishing(RSA)) {
                broken.answerWith(status, body);
                trust(company, broken);
                for (int i = 0; i < 2; i++) {
                    Answer answer =
                            send(good().signed(), email(person.userName())).expectProblem(503);
                    assertThat(answer.header("retry-after")).isEqualTo("5");
                }
                assertThat(broken.asked()).as("not at once again, no redirect").isEqualTo(1);
            }
        });
        SigningIdp gone = SigningIdp.publishing(RSA);
        gone.close();
        trust(company, gone);
        send(good().signed(), email(person.userName())).expectProblem(503);
        assertThat(isActive(session)).isTrue();
    }

    @Test
    void aFetchThatFailsTakesNoKeyAwayThatWasGood() {
        send(good().signed(), email(person.userName())).expect(204);
        idp.answerWith(500, "");

        send(new Token(SigningIdp.rsa("two"), audience()).signed(), email(person.userName()))
                .expectProblem(503);

        assertThat(idp.asked()).isEqualTo(2);
        send(good().signed(), email(person.userName())).expect(204);
        assertThat(idp.asked()).as("there is no need to ask").isEqualTo(2);
    }

    @Test
    void onceRemovedItSignsNobodyOut() {
        company.admin("DELETE", "/identity-provider", null).send().expect(204);

        send(good().signed(), email(person.userName())).expectProblem(401);
        company.admin("DELETE", "/identity-provider", null).send().expectProblem(404);
        Answer shown = company.admin("GET", "/identity-provider", null).send().expect(200);
        assertThat(shown.text("globalTokenRevocationUrl")).isEqualTo(audience());
        assertThat(shown.json().path("issuer").isNull()).isTrue();
        assertThat(Rows.query(
                                "SELECT string_agg(action || ' ' || actor_kind, ',' ORDER BY id) AS acts FROM provisioning_log"
                                        + " WHERE company_id = ? AND action LIKE '%IDENTITY_PROVIDER'",
                                company.id())
                        .getFirst()
                        .path("acts")
                        .asText())
                .isEqualTo("SET_IDENTITY_PROVIDER ADMIN,REMOVE_IDENTITY_PROVIDER ADMIN");
    }

    @Test
    void settingsThatCannotWorkAreRefused() {
        String keys = idp.jwksUri();
        for (String[] wrong : new String[][] {
            {"http://idp.example", keys},
            {"idp", keys},
            {"https://idp.example?x", keys},
            {null, keys},
            {"https://idp.example", "http://idp.example/keys"},
            {"https://idp.example", "ftp://idp.example"},
            {"https://idp.example", "https://user@idp.example"},
            {"https://idp.example", "file:///etc/passwd"},
            {"https://idp.example", null},
            {"https://idp.example", "https://" + "x".repeat(1_100)}
        }) {
            company.admin("PUT", "/identity-provider", form(wrong[0], wrong[1], null))
                    .send()
                    .expectProblem(400);
        }
        company.admin("PUT", "/identity-provider", form("https://idp.example", keys, "\" \""))
                .send()
                .expectProblem(400);
        assertThat(company.admin("GET", "/identity-provider", null).send().text("issuer"))
                .isEqualTo(SigningIdp.ISSUER);
    }

    private static String form(@Nullable String issuer, @Nullable String keys, @Nullable String audience) {
        return "{\"issuer\":" + (issuer == null ? null : "\"" + issuer + "\"") + ",\"jwksUri\":"
                + (keys == null ? null : "\"" + keys + "\"") + ",\"audience\":" + audience + "}";
    }

    private void trust(OwnCompany trusting, @Nullable SigningIdp other) {
        String keys = (other == null ? idp : other).jwksUri();
        trusting.admin("PUT", "/identity-provider", form(SigningIdp.ISSUER, keys, null))
                .send()
                .expect(200);
    }

    private Token good() {
        return new Token(RSA, audience());
    }

    private URI uri(UUID id) {
        return root.resolve("/companies/" + id + "/global-token-revocation");
    }

    private URI uri(OwnCompany of) {
        return uri(of.id());
    }

    private String audience() {
        return uri(company).toString();
    }

    private Answer send(@Nullable String token, String body) {
        return Call.of("POST", uri(company), token, "application/json", body).send();
    }

    private static void refused(String reason, Answer answer) {
        answer.expectProblem(401);
        assertThat(answer.text("detail")).contains(reason);
        assertThat(answer.header("www-authenticate")).startsWith("Bearer");
    }

    private boolean isActive(Session of) {
        return company.introspect(of.accessToken()).send().json().path("active").asBoolean();
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String email(String address) {
        return "{\"sub_id\":{\"format\":\"email\",\"email\":\"" + address + "\"}}";
    }

    private static String opaque(String id) {
        return "{\"sub_id\":{\"format\":\"opaque\",\"id\":\"" + id + "\"}}";
    }

    private static String issSub(String issuer, String subject) {
        return "{\"sub_id\":{\"format\":\"iss_sub\",\"iss\":\"" + issuer + "\",\"sub\":\"" + subject + "\"}}";
    }
}
