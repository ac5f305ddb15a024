package au.com.visibuild.scim.token;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.Caller;
import au.com.visibuild.scim.fixture.CapturedLog;
import au.com.visibuild.scim.fixture.CompanyRows;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.fixture.RawHttp;
import au.com.visibuild.scim.fixture.Tenant;
import au.com.visibuild.scim.requirement.Requirement;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is let in to the SCIM surface, over HTTP. After each test no log line and no answer may hold a token. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class TokenAuthenticationTest {

    private static final String USERS = "/scim_v2/Users";

    @TestHTTPResource
    URI root;

    private final List<String> secrets = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private CapturedLog log;
    private Tenant tenant;
    private String token;

    @BeforeEach
    void aCompanyWithItsToken() {
        log = new CapturedLog();
        tenant = Tenant.make(root);
        token = tenant.enable();
        secrets.add(token);
    }

    @AfterEach
    void noTokenWasSaid() {
        log.close();
        for (String secret : secrets) {
            String random = secret.substring(15, secret.length() - 6);
            assertThat(log.lines()).as("log lines").noneMatch(line -> line.contains(random));
            assertThat(answers)
                    .as("answers")
                    .noneMatch(answer -> answer.toString().contains(random));
        }
        assertThat(answers).isNotEmpty();
    }

    @Test
    @Requirement("BASE-08")
    void theCompanysTokenIsLetInByBothBases() {
        assertThat(sent(USERS, "Bearer " + token).status()).isEqualTo(200);
        assertThat(sent("/scim/v2/Users", "Bearer " + token).status()).isEqualTo(200);
    }

    @Test
    void theSchemesNameIsComparedWithoutCaseAndExtraBlanksAreIgnored() {
        assertThat(sent(USERS, "bearer " + token).status()).isEqualTo(200);
        assertThat(sent(USERS, "BEARER   " + token).status()).isEqualTo(200);
    }

    @Test
    @Requirement({"AUTH-01", "ERR-02"})
    void withoutCredentialsTheChallengeNamesNoError() {
        // when
        Answer answer = noted(tenant.anyone().get(USERS));

        // then
        answer.expectScimError(401);
        assertThat(answer.header("www-authenticate")).isEqualTo("Bearer realm=\"scim\"");
    }

    @Test
    @Requirement({"AUTH-01", "AUTH-06"})
    void anotherSchemeIsNoBearerTokenAtAll() {
        // when
        Answer answer = sent(USERS, "Basic " + "dXNlcjpwYXNz");

        // then
        answer.expectScimError(401);
        assertThat(answer.header("www-authenticate")).startsWith("Bearer realm=\"scim\"");
        assertThat(answer.header("www-authenticate")).doesNotContain("error=");
        assertThat(answer.body()).doesNotContain("dXNlcjpwYXNz");
    }

    @Test
    void twoHeadersAreAMalformedRequest() {
        // when
        Answer answer = noted(RawHttp.send(
                root,
                "GET " + USERS + " HTTP/1.1\nAuthorization: Bearer " + token + "\nAuthorization: Bearer " + token,
                new byte[0]));

        // then
        answer.expectScimError(400);
        assertThat(answer.header("www-authenticate")).contains("error=\"invalid_request\"");
    }

    @Test
    void aSchemeWithoutATokenIsAMalformedRequest() {
        Answer answer = noted(RawHttp.send(root, "GET " + USERS + " HTTP/1.1\nAuthorization: Bearer", new byte[0]));
        answer.expectScimError(400);
        assertThat(answer.header("www-authenticate")).contains("error=\"invalid_request\"");
    }

    @Test
    void theWordBearerPastedIntoTheSecretIsPointedOut() {
        assertThat(refused("Bearer Bearer " + token)).contains("Bearer stands twice");
        assertThat(refused("Bearer bearer " + token)).contains("Bearer stands twice");
    }

    @Test
    void quotationMarksAroundTheTokenArePointedOut() {
        assertThat(refused("Bearer \"" + token + "\"")).contains("quotation marks");
        assertThat(refused("Bearer '" + token + "'")).contains("quotation marks");
    }

    @Test
    @Requirement("AUTH-04")
    void anUnknownTruncatedOrAlteredTokenIsRefused() {
        // given
        String unknown = TokenSecret.generate(new SecureRandom()).reveal();
        secrets.add(unknown);
        char last = token.charAt(30);

        // then
        assertThat(refused("Bearer " + unknown)).contains("not known");
        assertThat(refused("Bearer " + token.substring(0, 50))).contains("characters are missing");
        assertThat(refused("Bearer " + token.substring(0, 30) + (last == 'a' ? 'b' : 'a') + token.substring(31)))
                .contains("Copy it again");
        assertThat(refused("Bearer hello")).contains("not one of ours");
        assertThat(refused("Bearer " + "x".repeat(5_000))).contains("not one of ours");
    }

    @Test
    @Requirement({"AUTH-04", "SEC-02"})
    void aTokenWithTheRightKeyIdAndARightChecksumButAnotherSecretIsRefusedAsUnknown() {
        // given
        String other = TokenSecret.generate(new SecureRandom()).reveal();
        CompanyRows.update(
                "UPDATE scim_token SET key_id = ? WHERE company_id = ?", other.substring(7, 15), tenant.id());

        // then
        assertThat(refused("Bearer " + other)).contains("not known");
    }

    @Test
    @Requirement({"AUTH-02", "AUTH-03", "AUTH-04", "TEN-01"})
    void aTokenOpensItsOwnCompanyOnly() {
        // given
        Tenant other = Tenant.make(root);
        String theirs = other.enable();
        secrets.add(theirs);
        String person = tenant.person("pat");

        // then
        sent(USERS + "/" + person, "Bearer " + token).expect(200);
        sent(USERS + "/" + person, "Bearer " + theirs).expectScimError(404);
    }

    @Test
    @Requirement({"AUTH-04", "SEC-02"})
    void anExpiredTokenIsRefusedFromItsLastMomentOn() {
        // given
        CompanyRows.update(
                "UPDATE scim_token SET issued_at = now() - interval '366 days', expires_at = now() WHERE company_id = ?",
                tenant.id());

        // then
        assertThat(refused("Bearer " + token)).contains("expired");
    }

    @Test
    @Requirement("SEC-02")
    void aNewTokenIsValidForOneYear() {
        // when
        List<String> life = CompanyRows.query(
                "SELECT (expires_at - issued_at = interval '365 days')::text FROM scim_token WHERE company_id = ?",
                tenant.id());

        // then
        assertThat(life).containsExactly("true");
        assertThat(sent(USERS, "Bearer " + token).status()).isEqualTo(200);
    }

    @Test
    @Requirement("AUTH-04")
    void aReplacedTokenIsRefusedAndTheNewOneIsLetIn() {
        // when
        String next = tenant.admin()
                .post(tenant.path("/scim/regenerate"), null)
                .expect(201)
                .json()
                .path("token")
                .asText();
        secrets.add(next);

        // then
        assertThat(refused("Bearer " + token)).contains("replaced");
        sent(USERS, "Bearer " + next).expect(200);
    }

    @Test
    @Requirement("AUTH-04")
    void aTokenIsRefusedOnceScimIsSwitchedOff() {
        // when
        tenant.admin().post(tenant.path("/scim/disable"), null).expect(204);

        // then
        assertThat(refused("Bearer " + token)).contains("switched off");

        // and when
        String next = tenant.enable();
        secrets.add(next);

        // then
        assertThat(refused("Bearer " + token)).contains("switched off");
        sent(USERS, "Bearer " + next).expect(200);
    }

    @Test
    void aTokenIsRefusedWhileTheFeatureIsOffAndWorksAgainWhenItIsOn() {
        // when
        tenant.staff().patch(tenant.path(""), "{\"scimFeature\":false}").expect(200);

        // then
        assertThat(refused("Bearer " + token)).contains("not part of");

        // and when
        tenant.staff().patch(tenant.path(""), "{\"scimFeature\":true}").expect(200);

        // then
        sent(USERS, "Bearer " + token).expect(200);
    }

    @Test
    @Requirement({"AUTH-02", "CFG-04"})
    void everyDiscoveryDocumentButTheFirstNeedsTheToken() {
        for (String base : List.of("/scim_v2", "/scim/v2")) {
            noted(tenant.anyone().get(base + "/ServiceProviderConfig")).expect(200);
            noted(tenant.anyone().get(base + "/ServiceProviderConfig/")).expect(200);
            for (String path :
                    List.of("/Schemas", "/ResourceTypes", "/ResourceTypes/User", "/Groups", "/Me", "/x", "")) {
                noted(tenant.anyone().get(base + path)).expectScimError(401);
                sent(base + path, "Bearer nonsense").expectScimError(401);
            }
        }
    }

    @Test
    void onlyReadingTheServiceProviderConfigIsOpen() {
        assertThat(noted(tenant.anyone().post("/scim_v2/ServiceProviderConfig", "{}"))
                        .status())
                .isIn(401, 405);
    }

    @Test
    @Requirement("AUTH-04")
    void aTokenInTheQueryIsIgnored() {
        noted(tenant.anyone().get(USERS + "?access_token=" + token)).expectScimError(401);
    }

    @Test
    @Requirement({"AUTH-02", "SEC-07"})
    void aJwtOpensNoScimAndATokenNoCompanyApi() {
        noted(tenant.admin().get(USERS)).expectScimError(401);
        noted(Caller.at(root).bearer(token).get(tenant.path("/scim"))).expectProblem(401);
    }

    @Test
    void theLastUseIsWrittenDown() throws InterruptedException {
        // given
        sent(USERS, "Bearer " + token).expect(200);
        Instant deadline = Instant.now().plus(Duration.ofSeconds(20));

        // when
        List<String> used = lastUse();
        while (used.equals(List.of("null")) && Instant.now().isBefore(deadline)) {
            Thread.sleep(200);
            used = lastUse();
        }

        // then
        assertThat(used).containsExactly("true");
        assertThat(tenant.admin()
                        .get(tenant.path("/scim"))
                        .json()
                        .path("token")
                        .path("lastUsedAt")
                        .asText())
                .isNotBlank();
    }

    private List<String> lastUse() {
        return CompanyRows.query(
                "SELECT (last_used_at > now() - interval '1 minute')::text FROM scim_token WHERE company_id = ?",
                tenant.id());
    }

    /** The detail of a refusal that is whole in every part: 401, invalid_token, a SCIM body. */
    private String refused(String authorization) {
        Answer answer = sent(USERS, authorization).expectScimError(401);
        String detail = answer.json().path("detail").asText();
        assertThat(answer.header("www-authenticate"))
                .isEqualTo("Bearer realm=\"scim\", error=\"invalid_token\", error_description=\"" + detail + "\"");
        assertThat(answer.json().has("scimType")).isFalse();
        return detail;
    }

    private Answer sent(String path, String authorization) {
        return noted(tenant.anyone().with("Authorization", authorization).get(path));
    }

    private Answer noted(Answer answer) {
        answers.add(answer);
        return answer;
    }
}
