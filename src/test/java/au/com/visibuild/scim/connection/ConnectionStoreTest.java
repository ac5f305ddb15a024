package au.com.visibuild.scim.connection;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.fixture.CompanyRows;
import au.com.visibuild.scim.fixture.InTransaction;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.fixture.Tenant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ConnectionStoreTest {

    @TestHTTPResource
    URI root;

    @Inject
    ConnectionStore store;

    @Test
    void neverSeesAnotherCompanysRows() throws InterruptedException {
        // given
        Instant since = Instant.now().minus(Duration.ofHours(2));
        Tenant without = Tenant.make(root);
        Tenant with = Tenant.make(root);
        with.anyone().bearer(with.enable()).get("/scim_v2/Users?count=1").expect(200);
        CompanyId nothing = new CompanyId(without.id());
        CompanyId all = new CompanyId(with.id());
        for (int i = 0; i < 300 && routesOf(with) == 0; i++) {
            Thread.sleep(100);
        }

        // then
        assertThat(InTransaction.await(() -> store.requests(all, since, 10))).isNotEmpty();
        assertThat(InTransaction.await(() -> store.counts(all, since))).isNotEmpty();
        assertThat(InTransaction.await(() -> store.routes(all))).isNotEmpty();
        assertThat(InTransaction.await(() -> store.requests(nothing, since, 10)))
                .isEmpty();
        assertThat(InTransaction.await(() -> store.counts(nothing, since))).isEmpty();
        assertThat(InTransaction.await(() -> store.routes(nothing))).isEmpty();
    }

    private static int routesOf(Tenant tenant) {
        return CompanyRows.query("SELECT route FROM connection_route WHERE company_id = ?", tenant.id())
                .size();
    }
}
