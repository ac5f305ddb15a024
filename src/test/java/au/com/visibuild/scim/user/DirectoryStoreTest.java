package au.com.visibuild.scim.user;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.fixture.CompanyRows;
import au.com.visibuild.scim.fixture.InTransaction;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.fixture.TwoCompanies;
import au.com.visibuild.scim.user.DirectoryStore.Sort;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class DirectoryStoreTest {

    @TestHTTPResource
    URI root;

    @Inject
    DirectoryStore store;

    @Inject
    PeopleSearchStore search;

    private TwoCompanies two;

    @BeforeEach
    void twoCompanies() {
        two = TwoCompanies.make(root);
    }

    @Test
    void neverSeesAnotherCompanysRows() {
        assertThat(InTransaction.onEventLoop(() -> store.find(two.a(), two.bea())))
                .isNull();
        assertThat(InTransaction.onEventLoop(() -> store.page(two.a(), Sort.ANY, null, 100)))
                .extracting(DirectoryStore.Entry::id)
                .containsExactlyInAnyOrder(two.ann(), two.tenantA().adminId());
        assertThat(InTransaction.onEventLoop(() -> store.among(two.a(), List.of(two.bea()), Sort.ANY, 100)))
                .isEmpty();
        assertThat(InTransaction.onEventLoop(() -> store.page(two.a(), Sort.ANY, two.bea(), 100)))
                .as("behind nobody")
                .isEmpty();
        assertThat(InTransaction.onEventLoop(() -> store.names(two.a(), List.of(two.bea()))))
                .isEmpty();
        assertThat(InTransaction.onEventLoop(() -> store.counts(two.a())))
                .isEqualTo(new DirectoryStore.Counts(0, 0, 2, 0));
        assertThat(InTransaction.onEventLoop(() -> search.byBeginning(two.a(), "bea", 10)))
                .isEmpty();
        assertThat(InTransaction.onEventLoop(() -> search.byBeginning(two.b(), "BEA", 10)))
                .containsExactly(two.bea());
        assertThat(InTransaction.onEventLoop(() -> store.isActive(two.a(), two.bea())))
                .isFalse();
        assertThat(InTransaction.onEventLoop(() -> store.isActive(two.b(), two.bea())))
                .isTrue();
    }

    @Test
    void whoIsLookedForByABeginningIsThereAndOfTheSortThatIsAskedFor() {
        // given
        String mark = two.tenantB().mark();
        CompanyRows.update(
                "UPDATE users SET external_id = ?, login_email = ? WHERE id = ?",
                "emp-" + mark,
                "login-" + mark + "@tenant.example",
                two.bea());

        // then
        for (String way : List.of("BEA-" + mark, "emp-" + mark, "Login-" + mark)) {
            assertThat(living(two.b(), way, Sort.ANY)).as(way).containsExactly(two.bea());
            assertThat(living(two.a(), way, Sort.ANY)).as(way).isEmpty();
            assertThat(living(two.b(), way, new Sort(false, true))).as(way).containsExactly(two.bea());
            assertThat(living(two.b(), way, new Sort(true, null))).as(way).isEmpty();
            assertThat(living(two.b(), way, new Sort(null, false))).as(way).isEmpty();
        }
        assertThat(living(two.b(), "gone", Sort.ANY)).as("deleted").isEmpty();
    }

    private List<UUID> living(CompanyId company, String text, Sort sort) {
        return InTransaction.onEventLoop(() -> search.living(company, text, sort, 10));
    }

    @Test
    void showsAPersonWithOpenRolesAndProjects() {
        // when
        var bea = Objects.requireNonNull(InTransaction.onEventLoop(() -> store.find(two.b(), two.bea())));

        // then
        assertThat(bea.roles()).containsExactly("Builder");
        assertThat(bea.projects())
                .containsExactly(new DirectoryStore.ProjectRef(
                        two.bridge(), "Bridge " + two.tenantB().mark()));
        assertThat(InTransaction.onEventLoop(() -> store.isActive(two.b(), two.deleted())))
                .isFalse();
    }

    @Test
    void aPageBeginsBehindTheGivenPerson() {
        // given
        List<UUID> all = InTransaction.onEventLoop(() -> store.page(two.b(), Sort.ANY, null, 100)).stream()
                .map(DirectoryStore.Entry::id)
                .toList();

        // then
        assertThat(InTransaction.onEventLoop(() -> store.page(two.b(), Sort.ANY, all.getFirst(), 100)))
                .extracting(DirectoryStore.Entry::id)
                .containsExactlyElementsOf(all.subList(1, all.size()));
        assertThat(InTransaction.onEventLoop(() -> store.page(two.b(), Sort.ANY, null, 1)))
                .extracting(DirectoryStore.Entry::id)
                .containsExactly(all.getFirst());
    }
}
