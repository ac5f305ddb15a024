package au.com.visibuild.scim.connection;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.Caller;
import au.com.visibuild.scim.fixture.CompanyRows;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.fixture.RawHttp;
import au.com.visibuild.scim.fixture.Tenant;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each verdict by a real request, read from the company API. What is kept and told never holds a token. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ConnectionDoctorTest {

    private static final String USERS = "/scim_v2/Users";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TestHTTPResource
    URI root;

    private Tenant tenant;
    private String token;
    private String lastAnswer = "";

    @BeforeEach
    void aCompanyWithItsToken() {
        tenant = Tenant.make(root);
        token = tenant.enable();
    }

    @AfterEach
    void noTokenIsKeptOrTold() {
        String secret = token.substring(15, 40);
        assertThat(lastAnswer).isNotEmpty().doesNotContain(secret);
        assertThat(CompanyRows.query(
                        "SELECT to_jsonb(r)::text FROM connection_request r WHERE company_id = ?", tenant.id()))
                .noneMatch(row -> row.contains(secret));
    }

    @Test
    void nothingWasSeen() {
        assertThat(verdict("NOTHING_SEEN").path("message").asText()).contains("No request has reached us");
    }

    @Test
    void aRequestWithoutATokenIsShownToNobody() throws InterruptedException {
        tenant.anyone().get(USERS).expectScimError(401);
        tenant.anyone()
                .with("Authorization", "Bearer something-of-others")
                .get(USERS)
                .expectScimError(401);
        sent(token).get(USERS).expect(200);

        assertThat(verdict("WORKS").path("times").asInt()).isEqualTo(1);
        assertThat(doctor().path("requests")).hasSize(1);
    }

    @Test
    void scimIsSwitchedOff() {
        tenant.admin().post(tenant.path("/scim/disable"), null).expect(204);
        sent(token).get(USERS).expectScimError(401);

        JsonNode verdict = verdict("TOKEN_SWITCHED_OFF");
        assertThat(verdict.path("message").asText()).contains(keyId(), "turned SCIM off", "admin-" + tenant.mark());
        assertThat(verdict.path("nextStep").asText()).startsWith("Turn SCIM on");
    }

    @Test
    void theFeatureIsNotPartOfTheAccount() {
        tenant.staff()
                .patch("/companies/" + tenant.id(), "{\"scimFeature\":false}")
                .expect(200);
        sent(token).get(USERS).expectScimError(401);

        assertThat(verdict("FEATURE_OFF").path("nextStep").asText()).contains("account manager");
    }

    @Test
    void theTokenWasReplaced() {
        tenant.admin().post(tenant.path("/scim/regenerate"), null).expect(201);
        sent(token).get(USERS).expectScimError(401);

        assertThat(verdict("TOKEN_REPLACED").path("message").asText())
                .contains(keyId(), "was replaced on", "by admin-" + tenant.mark());
        tenant.admin().post(tenant.path("/scim/disable"), null).expect(204);
        assertThat(verdict("TOKEN_REPLACED").path("nextStep").asText()).startsWith("Turn SCIM on");
    }

    @Test
    void theTokenHasExpired() {
        CompanyRows.update(
                "UPDATE scim_token SET issued_at = now() - interval '2 years', expires_at = now() - interval '1 day'"
                        + " WHERE company_id = ?",
                tenant.id());
        sent(token).get(USERS).expectScimError(401);

        assertThat(verdict("TOKEN_EXPIRED").path("message").asText()).contains(keyId(), "expired on");
    }

    @Test
    void theTokenIsTruncatedOrAltered() {
        sent(token.substring(0, 40)).get(USERS).expectScimError(401);
        assertThat(verdict("TOKEN_TRUNCATED").path("message").asText()).contains("40 characters", "ours have 53");

        sent(token).get(USERS).expect(200);
        await(diagnosis -> diagnosis.path("verdict").path("finding").asText().equals("WORKS"));
        String altered = token.substring(0, 20) + (token.charAt(20) == 'x' ? 'y' : 'x') + token.substring(21);
        sent(altered).get(USERS).expectScimError(401);
        verdict("TOKEN_ALTERED");
    }

    @Test
    void aRightTokenInAWrongForm() {
        sent("Bearer " + token).get(USERS).expectScimError(401);
        verdict("DOUBLED_BEARER");

        form("Bearer \"" + token + "\"", "QUOTED");
        form("Bearer " + token.substring(0, 30) + " " + token.substring(30), "BLANKS");
        form(token, "NO_SCHEME");
        form("Token " + token, "NOT_BEARER");
        String basic = Base64.getEncoder().encodeToString(("scim:" + token).getBytes(StandardCharsets.UTF_8));
        form("Basic " + basic, "NOT_BEARER");
        RawHttp.send(
                root,
                "GET " + USERS + " HTTP/1.1\nAuthorization: Bearer " + token + "\nAuthorization: Basic eDp5",
                new byte[0]);
        assertThat(await(found -> others(found, "SEVERAL_HEADERS"))).isNotNull();
    }

    private void form(String header, String finding) {
        tenant.anyone().with("Authorization", header).get(USERS);
        await(found -> others(found, finding));
    }

    @Test
    void theAddressIsWrong() {
        sent(token).get("/scim_v2/scim_v2/Users").expectScimError(404);
        assertThat(verdict("WRONG_PATH").path("message").asText()).contains("/scim_v2/scim_v2/Users");

        sent(token).get("/scim/v1/Users").expect(404);
        sent(token).get("/Users").expect(404);
        JsonNode seen = await(found -> found.path("requests").size() == 3);
        assertThat(seen.path("verdict").path("times").asInt()).isEqualTo(3);
        CompanyRows.update("UPDATE scim_token SET last_used_at = now() WHERE company_id = ?", tenant.id());
        assertThat(overview().path("state").asText())
                .as("the token is right, and yet nothing went well")
                .isEqualTo("FAILING");

        sent(token).get(USERS).expect(200);
        assertThat(verdict("WORKS")).as("over once something works").isNotNull();
    }

    @Test
    void anAddressDoesNotTakeTheMethod() {
        sent(token).post("/scim_v2/", "{}").expectScimError(405);
        verdict("WRONG_METHOD");
    }

    @Test
    void theContentTypeIsAnother() {
        sent(token).with("Content-Type", "text/plain").post(USERS, "{}").expectScimError(415);
        assertThat(verdict("CONTENT_TYPE").path("message").asText()).contains("text/plain");
    }

    @Test
    void anAnswerOfAnotherTypeWasAskedFor() {
        sent(token).with("Accept", "text/html").get(USERS).expectScimError(406);
        verdict("ACCEPT");
    }

    @Test
    void theBodyCannotBeRead() {
        sent(token).post(USERS, "{\"userName\": \n oops}").expectScimError(400);
        assertThat(verdict("BODY").path("message").asText()).contains("line 2");
    }

    @Test
    void theBodyIsTooLarge() {
        String large = "{\"userName\":\"" + "x".repeat(1_200_000) + "\"}";
        sent(token).post(USERS, large).expectScimError(413);
        verdict("TOO_LARGE");
    }

    @Test
    void theFilterThePathOrTheValueIsWrong() {
        sent(token).get(USERS + "?filter=shoeSize%20eq%2042").expectScimError(400);
        assertThat(verdict("FILTER").path("message").asText()).contains("shoeSize");

        String person = tenant.person("pat");
        String patch =
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[{\"op\":\"replace\","
                        + "\"path\":\"emails[type eq\",\"value\":\"x\"}]}";
        sent(token).patch(USERS + "/" + person, patch).expectScimError(400);
        await(found -> others(found, "PATCH_PATH") || others(found, "FILTER"));

        sent(token)
                .post(USERS, "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"active\":true}")
                .expectScimError(400);
        await(found -> others(found, "VALUE"));
    }

    @Test
    void aPersonOfThatNameIsHereAlready() {
        tenant.person("pat");
        sent(token)
                .post(
                        USERS,
                        "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\""
                                + tenant.userName("pat") + "\"}")
                .expectScimError(409);

        assertThat(verdict("CONFLICT").path("message").asText())
                .contains(tenant.userName("pat") + " is already here, added by hand on");
    }

    @Test
    void ofSeveralConflictsTheNewestAloneNamesSomebodyAndNobodyInFullForStaff() {
        tenant.person("pat");
        tenant.person("kim");
        conflict("pat");
        await(found -> found.path("requests").size() == 1);
        conflict("kim");
        JsonNode seen = await(found -> found.path("requests").size() == 2).path("requests");

        assertThat(seen.path(0).path("message").asText()).contains(tenant.userName("kim") + " is already here");
        assertThat(seen.path(1).path("message").asText())
                .contains("was refused: ")
                .doesNotContain("kim", "is already here");
        assertThat(tenant.staff()
                        .get(tenant.path("/connection/doctor"))
                        .expect(200)
                        .body())
                .contains("k•••@tenant.example is already here")
                .doesNotContain(tenant.userName("kim"));
    }

    private void conflict(String name) {
        sent(token)
                .post(
                        USERS,
                        "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\""
                                + tenant.userName(name) + "\"}")
                .expectScimError(409);
    }

    @Test
    void whatIsNotOfferedAndWhomWeDoNotHave() {
        sent(token).get(USERS + "/" + tenant.id()).expectScimError(404);
        verdict("UNKNOWN_ID");

        sent(token).post("/scim_v2/Groups", "{\"displayName\":\"x\"}").expectScimError(501);
        assertThat(verdict("NOT_OFFERED").path("nextStep").asText()).contains("group provisioning off");
    }

    @Test
    void aGroupOrATypeOfGroupsIsNoMissingPersonNorIsMe() {
        sent(token).get("/scim_v2/Groups/" + tenant.id()).expectScimError(404);
        assertThat(verdict("NOT_OFFERED").path("nextStep").asText()).contains("group provisioning off");
        sent(token).get("/scim_v2/ResourceTypes/Group").expectScimError(404);
        await(found -> found.path("verdict").path("times").asInt() == 2);
        sent(token).patch("/scim_v2/Me", "{}").expectScimError(501);

        JsonNode seen = await(found -> found.path("requests").size() == 3);
        assertThat(seen.path("verdict").path("nextStep").asText()).contains("by /Users", "no /Me");
        assertThat(seen.path("requests").findValuesAsText("finding")).containsOnly("NOT_OFFERED");
    }

    @Test
    void ourFault() {
        try {
            CompanyRows.update("ALTER TABLE role_assignment RENAME TO role_assignment_away");
            String person = sent(token)
                    .post(
                            USERS,
                            "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"fault-"
                                    + tenant.mark() + "@tenant.example\"}")
                    .expect(201)
                    .text("id");
            sent(token).delete(USERS + "/" + person).expectScimError(500);
        } finally {
            CompanyRows.update("ALTER TABLE role_assignment_away RENAME TO role_assignment");
        }
        assertThat(verdict("FAULT").path("message").asText()).contains("our fault");
    }

    @Test
    void theConnectionWorks() {
        sent(token)
                .with("User-Agent", "Okta SCIM Client 1.0.0")
                .get(USERS + "?filter=userName%20eq%20%22nobody%22")
                .expect(200);

        JsonNode verdict = verdict("WORKS");
        assertThat(verdict.path("message").asText()).contains("GET /Users");
        JsonNode overview = overview("HEALTHY");
        assertThat(overview.path("last").path("userAgent").asText()).isEqualTo("Okta SCIM Client 1.0.0");
        assertThat(overview.path("today").path("ok").asInt()).isEqualTo(1);
        assertThat(overview.path("hours")).hasSize(24);
    }

    @Test
    void itWorkedAndThenNothingCame() {
        sent(token).get(USERS).expect(200);
        verdict("WORKS");
        CompanyRows.update("DELETE FROM connection_request WHERE company_id = ?", tenant.id());
        CompanyRows.update(
                "UPDATE connection_route SET last_at = now() - interval '2 days', last_ok_at = now() - interval '2 days'"
                        + " WHERE company_id = ?",
                tenant.id());
        CompanyRows.update(
                "UPDATE scim_token SET last_used_at = now() - interval '2 days', issued_at = now() - interval '3 days'"
                        + " WHERE company_id = ?",
                tenant.id());

        assertThat(verdict("WORKS_THEN_QUIET").path("message").asText())
                .contains("no changes followed", "Nothing has come since")
                .doesNotContain("answered");
        overview("QUIET");

        CompanyRows.update(
                "UPDATE connection_route SET last_at = now() - interval '30 hours', last_status = 401 WHERE company_id = ?",
                tenant.id());
        assertThat(verdict("WORKS_THEN_QUIET").path("message").asText())
                .contains("Requests came since and did not go well", "answered 401")
                .doesNotContain("Nothing has come since");
    }

    @Test
    void theStatesOfAConnection() {
        assertThat(overview("WAITING").path("daysLeft").asInt()).isBetween(363, 365);
        sent(token.substring(0, 40)).get(USERS).expectScimError(401);
        overview("FAILING");
        CompanyRows.update(
                "UPDATE scim_token SET expires_at = now() + interval '5 days' WHERE company_id = ?", tenant.id());
        assertThat(overview("FAILING").path("notices").toString()).contains("EXPIRING", "WAITING");
        tenant.admin().post(tenant.path("/scim/disable"), null).expect(204);
        overview("OFF");
        Tenant fresh = Tenant.make(root);
        assertThat(fresh.admin().get(fresh.path("/connection")).expect(200).text("state"))
                .isEqualTo("NEVER_ON");
    }

    @Test
    void aLiveWindowKnowsOnlyWhatCameInIt() {
        sent(token).get(USERS).expect(200);
        verdict("WORKS");
        String since = Instant.now().toString();

        JsonNode empty = doctor("?since=" + since);
        assertThat(empty.path("verdict").path("finding").asText()).isEqualTo("NOTHING_SEEN");
        assertThat(empty.path("requests")).isEmpty();
        tenant.admin().get(tenant.path("/connection/doctor?since=now")).expectProblem(400);
    }

    @Test
    void refusedRequestsAreKeptSinglyUpToABoundAndCountedBeyond() {
        for (int i = 0; i < 130; i++) {
            sent(token.substring(0, 40)).get(USERS).expectScimError(401);
        }
        await(_ -> overview().path("today").path("refused").asInt() == 130);

        assertThat(CompanyRows.query("SELECT count(*) FROM connection_request WHERE company_id = ?", tenant.id()))
                .containsExactly("100");
        verdict("TOKEN_TRUNCATED");
        String since = Instant.now().toString();
        sent(token.substring(0, 40)).get(USERS).expectScimError(401);

        await(_ -> !live(since).equals("NOTHING_SEEN"));
        assertThat(live(since)).as("kept singly when a new hour has begun").isIn("COUNTED_ONLY", "TOKEN_TRUNCATED");
    }

    @Test
    void whatWentWellAndWasOnlyCountedWorksForWhoWatchesToo() {
        String since = Instant.now().toString();
        sent(token).get(USERS).expect(200);
        verdict("WORKS");
        CompanyRows.update("DELETE FROM connection_request WHERE company_id = ?", tenant.id());

        assertThat(live(since)).isEqualTo("WORKS");
        assertThat(live(Instant.now().toString())).isEqualTo("NOTHING_SEEN");
    }

    private String live(String since) {
        return doctor("?since=" + since).path("verdict").path("finding").asText();
    }

    @Test
    void anotherCompanySeesNothingOfIt() {
        Tenant other = Tenant.make(root);
        other.enable();
        sent(token).get(USERS).expect(200);
        sent(token.substring(0, 40)).get(USERS).expectScimError(401);
        verdict("TOKEN_TRUNCATED");

        JsonNode theirs =
                other.admin().get(other.path("/connection/doctor")).expect(200).json();
        assertThat(theirs.path("requests")).isEmpty();
        assertThat(theirs.path("verdict").path("finding").asText()).isEqualTo("NOTHING_SEEN");
        assertThat(other.admin()
                        .get(other.path("/connection"))
                        .expect(200)
                        .json()
                        .path("today")
                        .path("ok")
                        .asInt())
                .isZero();
    }

    @Test
    void theLastConnectionTestShowsWhatTheLogHasOfIt() {
        sent(token).post("/scim_v2/Groups", "{\"displayName\":\"x\"}").expectScimError(501);
        verdict("NOT_OFFERED");

        Answer answer = tenant.admin()
                .get(tenant.path("/log?preset=last-connection-test"))
                .expect(200);
        assertThat(answer.body()).contains("WRITE_GROUP");
    }

    private Caller sent(String bearer) {
        return tenant.anyone().bearer(bearer);
    }

    private String keyId() {
        return token.substring(7, 15);
    }

    private JsonNode doctor(String query) {
        Answer answer =
                tenant.admin().get(tenant.path("/connection/doctor" + query)).expect(200);
        lastAnswer = answer.body();
        return answer.json();
    }

    private JsonNode doctor() {
        return doctor("");
    }

    private JsonNode overview() {
        Answer answer = tenant.admin().get(tenant.path("/connection")).expect(200);
        lastAnswer = answer.body();
        return answer.json();
    }

    private JsonNode overview(String state) {
        await(_ -> overview().path("state").asText().equals(state));
        return overview();
    }

    private JsonNode verdict(String finding) {
        return await(found -> found.path("verdict").path("finding").asText().equals(finding))
                .path("verdict");
    }

    private static boolean others(JsonNode diagnosis, String finding) {
        return diagnosis.path("verdict").path("finding").asText().equals(finding)
                || diagnosis.path("others").findValuesAsText("finding").contains(finding);
    }

    /** What was seen is written down a moment later. */
    private JsonNode await(Predicate<JsonNode> expected) {
        Instant end = Instant.now().plus(PATIENCE);
        JsonNode found = doctor();
        while (!expected.test(found) && Instant.now().isBefore(end)) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            found = doctor();
        }
        assertThat(expected.test(found)).as("%s", found).isTrue();
        return found;
    }
}
