package au.com.visibuild.scim.token;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.Artefact;
import au.com.visibuild.scim.fixture.Instance;
import au.com.visibuild.scim.fixture.ProductionCompany;
import au.com.visibuild.scim.fixture.TestPostgres;
import au.com.visibuild.scim.fixture.TwoInstances;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A token that ends on one instance is refused by the other, which has just served it, at its next request. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenIT {

    private static final String USERS = "/scim_v2/Users?count=1";

    private final String database = TestPostgres.newDatabase();
    private final TwoInstances instances;

    TokenIT() {
        Artefact artefact = Artefact.production(database);
        instances = TwoInstances.of(artefact, artefact);
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
    void anExpiredTokenIsRefusedOnTheOtherInstanceAtOnce() throws InterruptedException, SQLException {
        ProductionCompany company = ProductionCompany.make(instances.other());
        String token = company.enable(instances.other());
        company.scim(instances.one(), token).get(USERS).expect(200);

        endInASecond(company);
        Thread.sleep(Duration.ofMillis(1_100));

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

    /** As if a year were nearly over: a shorter life than an hour is refused at the start. */
    private void endInASecond(ProductionCompany company) throws SQLException {
        try (Connection connection = TestPostgres.connect(database);
                PreparedStatement update = connection.prepareStatement("""
                        UPDATE scim_token SET issued_at = now() - interval '1 year',
                                              expires_at = now() + interval '1 second'
                         WHERE company_id = ?::uuid""")) {
            update.setString(1, company.id());
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
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
