package au.com.visibuild.scim.settings;

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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ScimSettingsStoreTest {

    @TestHTTPResource
    URI root;

    @Inject
    ScimSettingsStore store;

    @Test
    void neverSeesAnotherCompanysRows() {
        // given
        Tenant without = Tenant.make(root);
        Tenant with = Tenant.make(root);
        with.enable();
        CompanyId nothing = new CompanyId(without.id());
        Map<String, List<String>> before = CompanyRows.of(with.id());

        // then
        assertThat(InTransaction.await(() -> store.find(nothing))).isNull();
        assertThat(Objects.requireNonNull(InTransaction.await(() -> store.find(new CompanyId(with.id()))))
                        .enabled())
                .isTrue();

        // and when
        InTransaction.await(() -> store.change(nothing, false, Instant.now(), "test"));

        // then
        assertThat(CompanyRows.of(with.id())).isEqualTo(before);
        assertThat(CompanyRows.query(
                        "SELECT enabled || ' ' || changed_by FROM scim_settings WHERE company_id = ?", without.id()))
                .containsExactly("false test");
    }
}
