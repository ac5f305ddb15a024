package au.com.visibuild.scim.audit;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.fixture.Caller;
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
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class AuditReadStoreTest {

    @TestHTTPResource
    URI root;

    @Inject
    AuditReadStore store;

    @Test
    void neverSeesAnotherCompanysRows() {
        // given
        Instant before = Instant.now().minusSeconds(60);
        Tenant without = Tenant.make(root);
        Tenant with = Tenant.make(root);
        var scim = with.anyone().bearer(with.enable());
        String ana = comesAndGoes(scim, with.userName("ana"), true);
        comesAndGoes(scim, with.userName("off"), false);
        CompanyId nothing = new CompanyId(without.id());
        CompanyId all = new CompanyId(with.id());
        UUID entry = UUID.fromString(CompanyRows.query(
                        "SELECT id FROM provisioning_log WHERE company_id = ? ORDER BY id DESC LIMIT 1", with.id())
                .getFirst());
        String request = CompanyRows.query("SELECT request_id FROM provisioning_log WHERE id = ?", entry)
                .getFirst();
        String keyId = CompanyRows.query("SELECT key_id FROM scim_token WHERE company_id = ?", with.id())
                .getFirst();

        // then
        for (LogQuery query : new LogQuery[] {
            query(null, null, null),
            query(keyId, null, null),
            query(null, request, null),
            query(null, null, new LogQuery.People(List.of(UUID.fromString(ana)), null))
        }) {
            assertThat(InTransaction.await(() -> store.page(all, query, true))).isNotEmpty();
            assertThat(InTransaction.await(() -> store.page(nothing, query, true)))
                    .as("%s", query)
                    .noneMatch(row ->
                            ana.equals(String.valueOf(row.userId())) || row.id().equals(entry));
        }
        assertThat(InTransaction.await(() -> store.find(all, entry))).isNotNull();
        assertThat(InTransaction.await(() -> store.find(nothing, entry))).isNull();
        assertThat(InTransaction.await(() -> store.lostAccess(all, before)))
                .as("who had none lost none")
                .isEqualTo(1);
        assertThat(InTransaction.await(() -> store.lostAccess(all, Instant.now().plusSeconds(60))))
                .isZero();
        assertThat(InTransaction.await(() -> store.lostAccess(nothing, before))).isZero();
    }

    private static String comesAndGoes(Caller scim, String userName, boolean active) {
        String id = scim.post(
                        "/scim_v2/Users",
                        "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"active\":" + active
                                + ",\"userName\":\"" + userName + "\"}")
                .expect(201)
                .json()
                .path("id")
                .asText();
        scim.delete("/scim_v2/Users/" + id).expect(204);
        return id;
    }

    private static LogQuery query(@Nullable String actor, @Nullable String request, LogQuery.@Nullable People people) {
        return new LogQuery(null, null, Set.of(), Set.of(), Set.of(), actor, request, people, null, 50);
    }
}
