package au.com.visibuild.scim.user;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.CompanyRows;
import au.com.visibuild.scim.fixture.InTransaction;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.fixture.TwoCompanies;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class UserStoreTest {

    @TestHTTPResource
    URI root;

    @Inject
    UserStore store;

    private TwoCompanies two;

    @BeforeEach
    void twoCompanies() {
        two = TwoCompanies.make(root);
    }

    @Test
    void neverSeesAnotherCompanysRows() {
        assertThat(InTransaction.await(() -> store.find(two.a(), two.bea()))).isNull();
        assertThat(InTransaction.await(() -> store.findForUpdate(two.a(), two.bea())))
                .isNull();
        assertThat(Objects.requireNonNull(InTransaction.await(() -> store.find(two.b(), two.bea())))
                        .id())
                .isEqualTo(two.bea());
        assertThat(Objects.requireNonNull(InTransaction.await(() -> store.findForUpdate(two.b(), two.bea())))
                        .id())
                .isEqualTo(two.bea());
    }

    @Test
    void neverSeesAnotherCompanysLoginEmails() {
        // given
        String address = two.tenantB().userName("bea");

        // then
        assertThat(InTransaction.await(() -> store.holderOfLoginEmail(two.a(), address)))
                .isNull();
        assertThat(InTransaction.await(() -> store.holderOfLoginEmail(two.b(), address)))
                .isEqualTo(two.bea());
    }

    @Test
    void neverSeesWhoOfAnotherCompanyHasAName() {
        // given
        String name = two.tenantB().userName("bea").toUpperCase(Locale.ROOT);

        // then
        assertThat(InTransaction.await(() -> store.holderOfUserName(two.a(), name)))
                .isNull();
        assertThat(InTransaction.await(() -> store.holderOfUserName(two.b(), name)))
                .isEqualTo(two.bea());
        CompanyRows.update("UPDATE users SET external_id = 'ext' WHERE id = ?", two.bea());
        assertThat(InTransaction.await(() -> store.holderOfExternalId(two.a(), "ext")))
                .isNull();
        assertThat(InTransaction.await(() -> store.holderOfExternalId(two.b(), "ext")))
                .isEqualTo(two.bea());
    }

    @Test
    void neverSeesAnotherCompanysDeletedPeople() {
        // given
        String address = two.tenantB().userName("gone");
        String externalId = "gone-" + two.tenantB().mark();

        // then
        assertThat(InTransaction.await(() -> store.newestDeleted(two.a(), address, externalId)))
                .isNull();
        assertThat(InTransaction.await(() -> store.newestDeleted(two.b(), address, null)))
                .isEqualTo(two.deleted());
        assertThat(InTransaction.await(() -> store.newestDeleted(two.b(), null, externalId)))
                .isEqualTo(two.deleted());
        assertThat(InTransaction.await(() -> store.newestDeleted(two.b(), null, null)))
                .isNull();
    }

    @Test
    void showsNobodyWhoWasDeleted() {
        assertThat(InTransaction.await(() -> store.find(two.b(), two.deleted())))
                .isNull();
        assertThat(InTransaction.await(() -> store.findForUpdate(two.b(), two.deleted())))
                .isNull();
    }
}
