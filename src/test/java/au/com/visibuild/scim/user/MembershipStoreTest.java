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
class MembershipStoreTest {

    @TestHTTPResource
    URI root;

    @Inject
    MembershipStore store;

    private TwoCompanies two;

    @BeforeEach
    void twoCompanies() {
        two = TwoCompanies.make(root);
    }

    @Inject
    UserStore users;

    @Inject
    ProjectStore projects;

    @Test
    void neverSeesAnotherCompanysRows() {
        // given
        Map<String, List<String>> before = CompanyRows.of(two.tenantB().id());

        // then
        assertThat(InTransaction.await(
                        () -> store.end(two.a(), two.bea(), two.bridge(), Instant.now(), EndReason.REMOVED)))
                .isFalse();
        assertThat(InTransaction.await(() -> store.endAll(two.a(), two.bea(), Instant.now(), EndReason.DEPROVISIONED)))
                .isZero();
        assertThat(CompanyRows.of(two.tenantB().id())).isEqualTo(before);
        assertThat(InTransaction.await(() -> store.endAll(two.b(), two.bea(), Instant.now(), EndReason.DEPROVISIONED)))
                .isEqualTo(1);
    }

    @Test
    void doesNotTellThatAnotherCompanysPersonIsAMember() {
        // given
        User bea = Objects.requireNonNull(InTransaction.await(() -> users.find(two.b(), two.bea())));
        Project bridge = Objects.requireNonNull(InTransaction.await(() -> projects.find(two.b(), two.bridge())));

        // when
        var refused = catchThrowable(() -> InTransaction.await(
                () -> store.add(two.a(), bea, bridge, Instant.now(), "test").call(() -> store.flush())));

        // then
        assertThat(PgErrors.violatedUniqueness(refused)).isEqualTo("project_membership_open");
        assertThat(InTransaction.await(() -> store.add(two.b(), bea, bridge, Instant.now(), "test")))
                .isFalse();
    }

    @Test
    void aMembershipCannotJoinTwoCompanies() {
        // given
        User ann = Objects.requireNonNull(InTransaction.await(() -> users.find(two.a(), two.ann())));
        Project bridge = Objects.requireNonNull(InTransaction.await(() -> projects.find(two.b(), two.bridge())));

        // when
        var refused = catchThrowable(() -> InTransaction.await(
                () -> store.add(two.a(), ann, bridge, Instant.now(), "test").call(() -> store.flush())));

        // then
        assertThat(refused).isNotNull();
        assertThat(CompanyRows.query("SELECT id::text FROM project_membership WHERE user_id = ?", two.ann()))
                .isEmpty();
    }
}
