package au.com.visibuild.scim.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ScimTokenStoreTest {

    @TestHTTPResource
    URI root;

    @Inject
    ScimTokenStore store;

    @Inject
    ScimTokens tokens;

    private Tenant without;
    private Tenant with;
    private String keyId;

    @BeforeEach
    void oneCompanyWithATokenAndOneWithout() {
        without = Tenant.make(root);
        with = Tenant.make(root);
        keyId = with.enable().substring(7, 15);
    }

    @Test
    void neverSeesAnotherCompanysRows() {
        // given
        CompanyId nothing = new CompanyId(without.id());
        CompanyId own = new CompanyId(with.id());
        Map<String, List<String>> before = CompanyRows.of(with.id());

        // then
        assertThat(InTransaction.await(() -> store.findLive(nothing))).isNull();
        assertThat(InTransaction.await(() -> store.findLiveForUpdate(nothing))).isNull();
        assertThat(InTransaction.await(() -> tokens.endLive(nothing, ScimToken.EndReason.DISABLED, "test")))
                .isNull();
        assertThat(CompanyRows.of(with.id())).isEqualTo(before);
        assertThat(Objects.requireNonNull(InTransaction.await(() -> store.findLive(own)))
                        .keyId())
                .isEqualTo(keyId);
        assertThat(Objects.requireNonNull(InTransaction.await(() -> store.findLiveForUpdate(own)))
                        .keyId())
                .isEqualTo(keyId);
    }

    @Test
    void endedTokensAreNotLiveButStayFindableByKeyId() {
        // given
        with.admin().post(with.path("/scim/disable"), null).expect(204);

        // then
        assertThat(InTransaction.await(() -> store.findLive(new CompanyId(with.id()))))
                .isNull();
        assertThat(InTransaction.await(() -> store.findLiveForUpdate(new CompanyId(with.id()))))
                .isNull();
        var found = Objects.requireNonNull(InTransaction.onEventLoop(() -> store.findByKeyId(keyId)));
        assertThat(found.company().value()).isEqualTo(with.id());
        assertThat(found.endedReason()).isEqualTo(ScimToken.EndReason.DISABLED);
    }

    @Test
    void aCompanyCannotHaveTwoLiveTokens() {
        // when
        var second = catchThrowable(() -> InTransaction.await(
                () -> tokens.issue(new CompanyId(with.id()), "test").call(() -> store.flush())));

        // then
        assertThat(second).isNotNull();
        assertThat(CompanyRows.query("SELECT key_id FROM scim_token WHERE company_id = ?", with.id()))
                .containsExactly(keyId);
    }
}
