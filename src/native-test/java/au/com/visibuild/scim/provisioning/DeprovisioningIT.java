package au.com.visibuild.scim.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.Artefact;
import au.com.visibuild.scim.fixture.Instance;
import au.com.visibuild.scim.fixture.ProductionCompany;
import au.com.visibuild.scim.fixture.ProductionKeys;
import au.com.visibuild.scim.fixture.SignalReceiver;
import au.com.visibuild.scim.fixture.TestPostgres;
import au.com.visibuild.scim.fixture.TwoInstances;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The main job from end to end, over two instances: who is switched off on one is out on the other, at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeprovisioningIT {

    private static final String SESSION_REVOKED = "https://schemas.openid.net/secevent/caep/event-type/session-revoked";
    private static final String ACCOUNT_DISABLED =
            "https://schemas.openid.net/secevent/risc/event-type/account-disabled";
    private static final String RECEIVERS_SECRET = "Bearer the-receivers-secret";
    private static final String FALSE_AS_ENTRA_SENDS_IT = """
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
             "Operations":[{"op":"Replace","path":"active","value":"False"}]}""";

    private final SignalReceiver receiver = SignalReceiver.listen();
    private final TwoInstances instances;
    private final Instance one;
    private final Instance other;
    private final ProductionCompany company;
    private final String token;
    private String userName = "";
    private String person = "";

    DeprovisioningIT() {
        Artefact artefact = Artefact.production(TestPostgres.newDatabase())
                .with("visibuild.signal.receiver-url", receiver.url())
                .with("visibuild.signal.receiver-authorization", RECEIVERS_SECRET)
                .with("visibuild.signal.audience", "https://platforms.production.example");
        instances = TwoInstances.of(artefact, artefact);
        one = instances.one();
        other = instances.other();
        company = ProductionCompany.make(one);
        token = company.enable(one);
    }

    @BeforeEach
    void provisionAPerson() {
        userName = company.userName("person-" + System.nanoTime());
        person = company.scim(one, token)
                .post(
                        "/scim_v2/Users",
                        "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"" + userName
                                + "\",\"active\":true}")
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    @AfterAll
    void stop() {
        instances.close();
        receiver.close();
    }

    @Test
    void aPersonDisabledOnOneInstanceIsOutOnTheOtherAtOnceAndThePlatformIsTold() throws InterruptedException {
        String session =
                openSession(other).expect(201).json().path("access_token").asText();
        assertThat(isAlive(one, session)).isTrue();
        assertThat(isAlive(other, session)).isTrue();

        company.scim(one, token)
                .patch("/scim_v2/Users/" + person, FALSE_AS_ENTRA_SENDS_IT)
                .expect(200);

        assertThat(isAlive(other, session)).isFalse();
        assertThat(isAlive(one, session)).isFalse();
        openSession(other).expectProblem(403);
        company.scim(other, token).get("/scim_v2/Users/" + person).expect(200);
        JsonNode revoked = receiver.await(SESSION_REVOKED, userName, RECEIVERS_SECRET);
        assertThat(revoked.path("iss").asText()).isEqualTo(ProductionKeys.OWN_ISSUER);
        assertThat(revoked.path("aud").asText()).isEqualTo("https://platforms.production.example");
        assertThat(revoked.path("jti").asText()).isNotBlank();
        JsonNode disabled = receiver.await(ACCOUNT_DISABLED, userName, RECEIVERS_SECRET);
        assertThat(disabled.path("txn")).isEqualTo(revoked.path("txn"));
    }

    @Test
    void aPersonDeletedOnOneInstanceIsOutOnTheOtherAtOnceAndUnknownToScim() throws InterruptedException {
        String session =
                openSession(other).expect(201).json().path("access_token").asText();

        company.scim(one, token).delete("/scim_v2/Users/" + person).expect(204);

        assertThat(isAlive(other, session)).isFalse();
        company.scim(other, token).get("/scim_v2/Users/" + person).expectScimError(404);
        receiver.await(SESSION_REVOKED, userName, RECEIVERS_SECRET);
    }

    @Test
    void anAdminWhoIsDisabledOnOneInstanceLosesTheCompanyApiOnTheOtherAtOnce() {
        ProductionCompany own = ProductionCompany.make(one);
        own.admin(other).get(own.path("/users")).expect(200);

        own.admin(one)
                .post(own.path("/users/" + own.adminId() + "/deactivate"), null)
                .expect(200);

        own.admin(other).get(own.path("/users")).expectProblem(403);
    }

    private Answer openSession(Instance at) {
        return ProductionCompany.platform(at)
                .post("/sessions", "{\"userName\":\"" + userName + "\",\"platform\":\"web\"}");
    }

    private static boolean isAlive(Instance at, String session) {
        return ProductionCompany.platform(at)
                .with("Content-Type", "application/x-www-form-urlencoded")
                .post("/sessions/introspect", "token=" + URLEncoder.encode(session, StandardCharsets.UTF_8))
                .expect(200)
                .json()
                .path("active")
                .asBoolean();
    }
}
