package au.com.visibuild.scim.audit;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.CompanyRows;
import au.com.visibuild.scim.fixture.InTransaction;
import au.com.visibuild.scim.fixture.OwnCompany;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.fixture.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class LogRetentionTest {

    @TestHTTPResource
    URI root;

    @Inject
    AuditReadStore store;

    @Inject
    LogConfig config;

    @Test
    void whatIsOlderIsDroppedInBatchesOnAllReplicasAtOnceAndNothingElse() throws SQLException {
        // given
        OwnCompany company = OwnCompany.at(root);
        company.person();
        long young = rows(company);
        try (Connection connection = TestPostgres.connect(PostgresResource.database())) {
            ManyLogRows.add(connection, company.id(), 0, 2_500);
        }
        Instant end = ManyLogRows.time(2_400);

        // when
        int dropped = InTransaction.onEventLoop(() -> Uni.combine()
                .all()
                .unis(store.forget(end, 1_000), store.forget(end, 1_000))
                .with((one, other) -> one + other));
        int rest = InTransaction.onEventLoop(() -> store.forget(end, 1_000));
        int nothing = InTransaction.onEventLoop(() -> store.forget(end, 1_000));

        // then
        assertThat(dropped).isBetween(1_000, 2_000);
        assertThat(dropped + rest + nothing).isBetween(2_000, 2_400);
        while (InTransaction.onEventLoop(() -> store.forget(end, 1_000)) > 0) {
            assertThat(rows(company)).isPositive();
        }
        assertThat(rows(company)).isEqualTo(young + 100);
    }

    @Test
    void aHundredAndEightyDaysAreKeptByDefault() {
        assertThat(config.retention()).isEqualTo(Duration.ofDays(180));
    }

    private static long rows(OwnCompany company) {
        return Long.parseLong(
                CompanyRows.query("SELECT count(*) FROM provisioning_log WHERE company_id = ?", company.id())
                        .getFirst());
    }
}
