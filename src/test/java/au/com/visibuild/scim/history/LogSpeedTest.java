package au.com.visibuild.scim.history;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.audit.ManyLogRows;
import au.com.visibuild.scim.fixture.Call;
import au.com.visibuild.scim.fixture.OwnCompany;
import au.com.visibuild.scim.fixture.OwnCompany.Person;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.fixture.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The first page of the log by each filter against reads of one person by id, over HTTP in one run. Times are compared in
 * the long form only ({@code -Dlong}), with a million rows of one company; else few rows show that it can be measured.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class LogSpeedTest {

    private static final boolean LONG = System.getProperty("long") != null;
    private static final int ROWS = LONG ? 1_000_000 : 2_000;
    private static final int ROUNDS = LONG ? 300 : 10;
    private static final int GETS = 3;

    @TestHTTPResource
    URI root;

    @Test
    void theFirstPageTakesNoLongerThanThreeReadsById() throws SQLException {
        // given
        OwnCompany company = OwnCompany.at(root);
        Person person = company.person();
        try (Connection connection = TestPostgres.connect(PostgresResource.database())) {
            ManyLogRows.add(connection, company.id(), 0, ROWS);
        }
        Map<String, Call> calls = new LinkedHashMap<>();
        calls.put("by id", company.scim("GET", "/Users/" + person.id(), null));
        for (String query : new String[] {
            "",
            "?action=DELETE_USER",
            "?preset=problems",
            "?preset=access-removed",
            "?status=409",
            "?actor=rarekey1",
            "?requestId=request-77",
            "?person=" + ManyLogRows.RARE_PERSON,
            "?person=rare.",
            "?from=2026-01-01T00:00:00Z&to=2026-01-01T00:10:00Z"
        }) {
            calls.put("log" + query, company.admin("GET", "/log" + query, null));
        }

        // when
        Map<String, long[]> nanos = new LinkedHashMap<>();
        calls.keySet().forEach(name -> nanos.put(name, new long[ROUNDS]));
        for (int round = -ROUNDS / 2; round < ROUNDS; round++) {
            for (var call : calls.entrySet()) {
                long begin = System.nanoTime();
                call.getValue().send().expect(200);
                if (round >= 0) {
                    nanos.getOrDefault(call.getKey(), new long[0])[round] = System.nanoTime() - begin;
                }
            }
        }

        // then
        long byId = median(nanos.getOrDefault("by id", new long[1]));
        nanos.forEach((name, times) -> System.out.printf(
                "%.2f reads by id (%d µs): %s%n", median(times) / (double) byId, median(times) / 1_000, name));
        assertThat(byId).isPositive();
        if (LONG) {
            nanos.forEach((name, times) -> assertThat(median(times)).as(name).isLessThanOrEqualTo(GETS * byId));
        }
    }

    private static long median(long[] times) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
