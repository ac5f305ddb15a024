package au.com.visibuild.scim.settings;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.CompanyRows;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.fixture.Tenant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** A token can be replaced ten times an hour, by company. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ReplacementLimitTest {

    private static final int AN_HOUR = 10;

    @TestHTTPResource
    URI root;

    @Test
    void theEleventhReplacementOfAnHourIsRefusedAndChangesNothing() {
        // given
        Tenant tenant = Tenant.make(root);
        tenant.enable();
        String token = "";
        for (int i = 0; i < AN_HOUR; i++) {
            token = replace(tenant).expect(201).text("token");
        }

        // when
        Answer refused = replace(tenant).expectProblem(429);

        // then
        assertThat(refused.text("detail"))
                .contains("too often")
                .containsPattern("Replace it again after \\d+ \\w{3} 20\\d\\d, [0-9:]{8} UTC,");
        assertThat(Long.parseLong(refused.header("retry-after"))).isBetween(1L, 3600L);
        tenant.anyone().bearer(token).get("/scim_v2/Users?count=1").expect(200);
        Tenant other = Tenant.make(root);
        other.enable();
        replace(other).expect(201);

        // and when: the first of them was an hour ago
        CompanyRows.update(
                "UPDATE scim_token SET ended_at = ended_at - interval '1 hour' WHERE id = (SELECT id FROM scim_token"
                        + " WHERE company_id = ? AND ended_at IS NOT NULL ORDER BY ended_at LIMIT 1)",
                tenant.id());

        // then
        replace(tenant).expect(201);
        replace(tenant).expect(429);
    }

    private static Answer replace(Tenant tenant) {
        return tenant.admin().post(tenant.path("/scim/regenerate"), null);
    }
}
