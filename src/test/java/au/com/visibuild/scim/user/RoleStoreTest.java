package au.com.visibuild.scim.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import au.com.visibuild.scim.fixture.CompanyRows;
import au.com.visibuild.scim.fixture.InTransaction;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.fixture.TwoCompanies;
import au.com.visibuild.scim.platform.PgErrors;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RoleStoreTest {

    @TestHTTPResource
    URI root;

    @Inject
    RoleStore store;

    private TwoCompanies two;

    @BeforeEach
    void twoCompanies() {
        two = TwoCompanies.make(root);
    }

    @Inject
    UserStore users;

    @Test
    void neverSeesAnotherCompanysRows() {
        // given
        Map<String, List<String>> before = CompanyRows.of(two.tenantB().id());

        // then
        assertThat(InTransaction.await(() -> store.open(two.a(), two.bea()))).isEmpty();
        assertThat(InTransaction.await(
                        () -> store.end(two.a(), two.bea(), "Builder", Instant.now(), EndReason.REMOVED)))
                .isFalse();
        assertThat(InTransaction.await(() -> store.endAll(two.a(), two.bea(), Instant.now(), EndReason.DEPROVISIONED)))
                .isZero();
        assertThat(CompanyRows.of(two.tenantB().id())).isEqualTo(before);
        assertThat(InTransaction.await(() -> store.open(two.b(), two.bea())))
                .extracting(RoleAssignment::role)
                .containsExactly("Builder");
    }

    @Test
    void doesNotTellThatAnotherCompanysPersonHasTheRole() {
        // given
        User bea = Objects.requireNonNull(InTransaction.await(() -> users.find(two.b(), two.bea())));

        // when
        var refused = catchThrowable(() -> InTransaction.await(() ->
                store.assign(two.a(), bea, "Builder", Instant.now(), "test").call(() -> store.flush())));

        // then
        assertThat(PgErrors.violatedUniqueness(refused)).isEqualTo("role_assignment_open");
        assertThat(InTransaction.await(() -> store.assign(two.b(), bea, "Builder", Instant.now(), "test")))
                .isFalse();
    }

    @Test
    void endsThePersonsOwnRoles() {
        assertThat(InTransaction.await(
                        () -> store.end(two.b(), two.bea(), "Builder", Instant.now(), EndReason.REMOVED)))
                .isTrue();
        assertThat(InTransaction.await(
                        () -> store.end(two.b(), two.bea(), "Builder", Instant.now(), EndReason.REMOVED)))
                .isFalse();
        assertThat(InTransaction.await(() -> store.open(two.b(), two.bea()))).isEmpty();
    }
}
