package au.com.visibuild.scim.company;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.InTransaction;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.fixture.Tenant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class CompanyStoreTest {

    @TestHTTPResource
    URI root;

    @Inject
    CompanyStore store;

    @Test
    void neverSeesAnotherCompanysRows() {
        // given
        Tenant a = Tenant.make(root);
        Tenant b = Tenant.make(root);

        // then
        assertThat(Objects.requireNonNull(InTransaction.await(() -> store.find(new CompanyId(a.id()))))
                        .name())
                .isEqualTo("Company " + a.mark());
        assertThat(Objects.requireNonNull(InTransaction.await(() -> store.findForUpdate(new CompanyId(b.id()))))
                        .name())
                .isEqualTo("Company " + b.mark());
        CompanyId nobody = new CompanyId(UUID.randomUUID());
        assertThat(InTransaction.await(() -> store.find(nobody))).isNull();
        assertThat(InTransaction.await(() -> store.findForUpdate(nobody))).isNull();
    }

    @Test
    void aPageHasNoMoreCompaniesThanAskedForAndContinuesOnTheNext() {
        // given
        Tenant.make(root);
        Tenant.make(root);

        // when
        var first = InTransaction.await(() -> store.page(0, 1));
        var second = InTransaction.await(() -> store.page(1, 1));

        // then
        assertThat(first).hasSize(1);
        assertThat(second).hasSize(1);
        assertThat(first.getFirst().id()).isNotEqualTo(second.getFirst().id());
    }
}
