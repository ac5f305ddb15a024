package au.com.visibuild.scim.user;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.CompanyRows;
import au.com.visibuild.scim.fixture.InTransaction;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.fixture.TwoCompanies;
import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.filter.FilterParser;
import au.com.visibuild.scim.protocol.filter.FilterTypeCheck;
import au.com.visibuild.scim.protocol.filter.Samples;
import au.com.visibuild.scim.protocol.query.ListQuery;
import au.com.visibuild.scim.protocol.schema.CoreSchemas;
import au.com.visibuild.scim.requirement.Requirement;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class UserReadStoreTest {

    @TestHTTPResource
    URI root;

    @Inject
    UserReadStore store;

    @Inject
    UserStore users;

    private TwoCompanies two;

    @BeforeEach
    void twoCompanies() {
        two = TwoCompanies.make(root);
    }

    @Test
    void neverSeesAnotherCompanysRows() {
        assertThat(InTransaction.onEventLoop(() -> store.find(two.a(), two.bea())))
                .isNull();
        assertThat(Objects.requireNonNull(InTransaction.onEventLoop(() -> store.find(two.b(), two.bea())))
                        .id())
                .isEqualTo(two.bea());
    }

    @Test
    @Requirement({"SEC-05", "TEN-01"})
    void neverPagesOrCountsAnotherCompanysRows() {
        // when
        var all = page(null, 500);
        var one = page(null, 1);
        var none = page(null, 0);
        var everyFilter = page("userName eq \"" + two.tenantB().userName("bea") + "\" or id pr", 500);
        var counted = page("userName eq \"" + two.tenantB().userName("bea") + "\" or id pr", 1);

        // then
        assertThat(all.users())
                .extracting(StoredUser::id)
                .containsExactlyInAnyOrder(two.ann(), two.tenantA().adminId());
        assertThat(everyFilter.users())
                .extracting(StoredUser::id)
                .containsExactlyInAnyOrder(two.ann(), two.tenantA().adminId());
        assertThat(List.of(all.total(), one.total(), none.total(), everyFilter.total(), counted.total()))
                .containsOnly(2L);
        assertThat(one.users()).hasSize(1);
        assertThat(none.users()).isEmpty();
    }

    @Test
    void neverNamesAManagerOfAnotherCompany() {
        // given
        CompanyRows.update(
                "UPDATE users SET document = jsonb_set(document::jsonb, '{displayName}', '\"Bea\"')::json WHERE id = ?",
                two.bea());
        CompanyRows.update("UPDATE users SET manager_id = ? WHERE id = ?", two.bea(), two.ann());
        CompanyRows.update(
                "UPDATE users SET manager_id = ? WHERE id = ?",
                two.bea(),
                two.tenantB().adminId());

        // when
        StoredUser ann = Objects.requireNonNull(InTransaction.onEventLoop(() -> store.find(two.a(), two.ann())));
        StoredUser admin = Objects.requireNonNull(InTransaction.onEventLoop(
                () -> store.find(two.b(), two.tenantB().adminId())));

        // then
        assertThat(ann.managerFound()).isFalse();
        assertThat(ann.managerName()).isNull();
        assertThat(admin.managerFound()).isTrue();
        assertThat(admin.managerName()).isEqualTo("Bea");
    }

    @Test
    @Requirement("DEL-02")
    void showsNobodyWhoWasDeleted() {
        assertThat(InTransaction.onEventLoop(() -> store.find(two.b(), two.deleted())))
                .isNull();
    }

    @Test
    void anEmptyExternalIdIsNoneAndClashesWithNone() {
        ComplexValue nobody = Samples.object("userName", "x", "externalId", "", "active", false);
        InTransaction.await(() -> users.persist(
                new User(UUID.randomUUID(), two.a(), nobody, null, Instant.now()),
                new User(
                        UUID.randomUUID(),
                        two.a(),
                        nobody.with("userName", AttributeValue.text("y")),
                        null,
                        Instant.now())));

        assertThat(page("externalId pr", 500).users()).isEmpty();
        assertThat(page("externalId lt \"a\"", 500).users()).isEmpty();
    }

    private UserReadStore.Page page(@Nullable String filter, int count) {
        var typed = filter == null ? null : FilterTypeCheck.check(FilterParser.parse(filter), CoreSchemas.USER_TYPE);
        return InTransaction.onEventLoop(() -> store.page(two.a(), new ListQuery(typed, null, true, 1, count, null)));
    }
}
