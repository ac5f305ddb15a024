package au.com.visibuild.scim.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.LongRun;
import au.com.visibuild.scim.fixture.OwnCompany;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.fixture.Rows;
import au.com.visibuild.scim.requirement.Requirement;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A walk by cursor through a company's people while others come and go. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class CursorWalkTest {

    private static final int PEOPLE = LongRun.count(5_000, 20_000);
    private static final int LANES = 4;

    /** Family names repeat, some have none: pages must not lose or repeat anybody among equals. */
    private static final String FILL = """
            INSERT INTO users (id, company_id, user_name, user_name_key, active, version, document, search, search_terms,
                               created_at, modified_at)
            SELECT gen_random_uuid(), ?, n, n, true, 1, d::json, d, '{}', now(), now()
              FROM (SELECT 'walker-' || i AS n,
                           jsonb_build_object('userName', 'walker-' || i, 'active', true) ||
                           CASE WHEN i % 7 = 0 THEN '{}'
                                ELSE jsonb_build_object('name', jsonb_build_object('familyName', 'f' || i % 300)) END AS d
                      FROM generate_series(1, ?) i) people""";

    @TestHTTPResource
    URI root;

    @ParameterizedTest
    @Requirement({"CUR-04", "CUR-10"})
    @CsvSource({"'', 500", "&sortBy=userName&sortOrder=descending, 50", "&sortBy=name.familyName, 50"})
    void nobodyWhoStaysIsLostOrRepeatedWhileOthersComeAndGo(String order, int churn) {
        // given
        OwnCompany company = OwnCompany.at(root);
        company.token();
        Rows.execute(FILL, company.id(), PEOPLE);
        Set<String> before = ids(company);
        List<String> leaving = before.stream().limit(churn).toList();

        // when
        AtomicInteger refused = new AtomicInteger();
        List<CompletableFuture<Void>> comingAndGoing = IntStream.range(0, LANES)
                .mapToObj(lane -> CompletableFuture.runAsync(() -> comeAndGo(company, leaving, lane, refused)))
                .toList();
        List<String> walked = walk(company, order);
        comingAndGoing.forEach(CompletableFuture::join);

        // then
        assertThat(refused).hasValue(0);
        assertThat(walked).doesNotHaveDuplicates();
        Set<String> staying = new HashSet<>(before);
        leaving.forEach(staying::remove);
        assertThat(new HashSet<>(walked)).containsAll(staying);
        assertThat(ids(company)).hasSize(before.size()).doesNotContainAnyElementsOf(leaving);
    }

    private static void comeAndGo(OwnCompany company, List<String> leaving, int lane, AtomicInteger refused) {
        for (int i = lane; i < leaving.size(); i += LANES) {
            String made = """
                    {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "new-%s",
                     "name": {"familyName": "f%d"}}""".formatted(OwnCompany.unique(), i % 300);
            if (company.scim("POST", "/Users", made).send().status() != 201
                    || company.scim("DELETE", "/Users/" + leaving.get(i), null)
                                    .send()
                                    .status()
                            != 204) {
                refused.incrementAndGet();
            }
        }
    }

    private static List<String> walk(OwnCompany company, String order) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Answer page = company.scim("GET", "/Users?attributes=id&count=200&cursor=" + cursor + order, null)
                    .send()
                    .expect(200);
            for (JsonNode resource : page.json().get("Resources")) {
                ids.add(resource.get("id").asText());
            }
            cursor = page.json().has("nextCursor") ? page.text("nextCursor") : null;
        }
        return ids;
    }

    private static Set<String> ids(OwnCompany company) {
        Set<String> ids = new HashSet<>();
        Rows.query("SELECT id FROM users WHERE company_id = ? AND deleted_at IS NULL", company.id())
                .forEach(row -> ids.add(row.get("id").asText()));
        return ids;
    }
}
