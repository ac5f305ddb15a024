package au.com.visibuild.scim.token;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.Artefact;
import au.com.visibuild.scim.fixture.Instance;
import au.com.visibuild.scim.fixture.ProductionCompany;
import au.com.visibuild.scim.fixture.TestPostgres;
import au.com.visibuild.scim.fixture.TwoInstances;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A token that ends on one instance is refused by the other, which has just served it, at its next request. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenIT {

    private static final String USERS = "/scim_v2/Users?count=1";
    private static final Duration SHORT = Duration.ofSeconds(4);

    private final TwoInstances instances;

    TokenIT() {
        Artefact artefact = Artefact.production(TestPostgres.newDatabase());
        instances = TwoInstances.of(artefact, artefact.with("visibuild.token.lifetime", SHORT.toString()));
    }

    @AfterAll
    void stop() {
        instances.close();
    }

    @Test
    void aRegeneratedTokenIsRefusedOnTheOtherInstanceAtOnce() {
        ProductionCompany company = ProductionCompany.make(instances.one());
        String old = company.enable(instances.one());
        company.scim(instances.other(), old).get(USERS).expect(200);

        String next = company.regenerate(instances.one());

        refused(company, instances.other(), old);
        refused(company, instances.one(), old);
        company.scim(instances.other(), next).get(USERS).expect(200);
    }

    @Test
    void aDisabledTokenIsRefusedOnTheOtherInstanceAtOnce() {
        ProductionCompany company = ProductionCompany.make(instances.one());
        String token = company.enable(instances.one());
        company.scim(instances.other(), token).get(USERS).expect(200);

        company.admin(instances.one()).post(company.path("/scim/disable"), null).expect(204);

        refused(company, instances.other(), token);
        refused(company, instances.one(), token);
    }

    @Test
    void anExpiredTokenIsRefusedOnTheOtherInstanceAtOnce() throws InterruptedException {
        ProductionCompany company = ProductionCompany.make(instances.other());
        Answer issued = company.admin(instances.other())
                .post(company.path("/scim/enable"), null)
                .expect(201);
        String token = issued.json().path("token").asText();
        Instant end = Instant.parse(issued.json().path("expiresAt").asText());
        company.scim(instances.one(), token).get(USERS).expect(200);

        Thread.sleep(Duration.between(Instant.now(), end).plusMillis(1));

        refused(company, instances.one(), token);
        refused(company, instances.other(), token);
    }

    @Test
    void aFeatureSwitchedOffByStaffRefusesTheTokenOnTheOtherInstanceAtOnceUntilItIsOnAgain() {
        ProductionCompany company = ProductionCompany.make(instances.one());
        String token = company.enable(instances.one());
        company.scim(instances.other(), token).get(USERS).expect(200);

        switchFeature(company, false);
        refused(company, instances.other(), token);

        switchFeature(company, true);
        company.scim(instances.other(), token).get(USERS).expect(200);
    }

    private void switchFeature(ProductionCompany company, boolean on) {
        ProductionCompany.staff(instances.one())
                .patch(company.path(""), "{\"scimFeature\":" + on + "}")
                .expect(200);
    }

    private static void refused(ProductionCompany company, Instance instance, String token) {
        Answer answer = company.scim(instance, token).get(USERS).expectScimError(401);
        assertThat(answer.header("www-authenticate")).contains("Bearer", "error=\"invalid_token\"");
        assertThat(answer.body()).doesNotContain(token);
    }
}
