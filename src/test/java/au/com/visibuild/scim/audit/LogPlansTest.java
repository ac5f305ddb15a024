package au.com.visibuild.scim.audit;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.audit.AuditEntry.Outcome;
import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.fixture.TestPostgres;
import au.com.visibuild.scim.protocol.query.SqlFragment;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What PostgreSQL does for each question to the log: by index only, and as much for a small log as for one ten times
 * larger, which has 20,000 rows of one company, and 1,000,000 in the long form ({@code -Dlong}).
 */
class LogPlansTest {

    private static final int ROWS = System.getProperty("long") == null ? 20_000 : 1_000_000;
    private static final int SIZE = 51;
    private static final CompanyId COMPANY = new CompanyId(UUID.fromString("00000000-0000-7000-8000-00000000000a"));
    private static final CompanyId OTHER = new CompanyId(UUID.fromString("00000000-0000-7000-8000-00000000000b"));
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Plan(String nodes, long buffers, long rows) {}

    private record Growth(Plan small, Plan large) {}

    private static final Map<String, Growth> READS = new TreeMap<>();

    @BeforeAll
    static void planEveryQuestionInASmallLogAndInALargeOne() throws SQLException {
        String database = TestPostgres.newDatabase();
        TestPostgres.migrate(database);
        try (Connection connection = TestPostgres.connect(database)) {
            for (CompanyId company : List.of(COMPANY, OTHER)) {
                execute(
                        connection,
                        "INSERT INTO company (id, name, created_at) VALUES ('" + company.value() + "', 'Many', now())");
            }
            ManyLogRows.add(connection, COMPANY.value(), 0, ROWS / 10);
            Map<String, Plan> small = plans(connection, ROWS / 10);
            ManyLogRows.add(connection, COMPANY.value(), ROWS / 10, ROWS);
            plans(connection, ROWS)
                    .forEach((read, large) ->
                            READS.put(read, new Growth(Objects.requireNonNull(small.get(read)), large)));
        }
    }

    @AfterAll
    static void report() {
        READS.forEach((read, plans) -> System.out.printf(
                "%6d %6d  %s  %s%n",
                plans.small().buffers(),
                plans.large().buffers(),
                read,
                plans.large().nodes()));
    }

    @Test
    void noQuestionScansTheTable() {
        SoftAssertions.assertSoftly(softly -> READS.forEach((read, plans) ->
                softly.assertThat(plans.large().nodes()).as(read).doesNotContain("Seq Scan")));
    }

    @Test
    void whatAQuestionTouchesDoesNotGrowWithTheLog() {
        SoftAssertions.assertSoftly(softly ->
                READS.forEach((read, plans) -> softly.assertThat(plans.large().buffers())
                        .as("%s: %s", read, plans.large().nodes())
                        .isLessThanOrEqualTo(plans.small().buffers() * 3 / 2 + 40)));
    }

    @Test
    void everyQuestionFindsAsMuchInBoth() {
        SoftAssertions.assertSoftly(softly ->
                READS.forEach((read, plans) -> softly.assertThat(plans.large().rows())
                        .as(read)
                        .isPositive()
                        .isEqualTo(plans.small().rows())));
    }

    @Test
    void anotherCompanysLogIsNoneOfIt() throws SQLException {
        String database = TestPostgres.newDatabase();
        TestPostgres.migrate(database);
        try (Connection connection = TestPostgres.connect(database)) {
            for (CompanyId company : List.of(COMPANY, OTHER)) {
                execute(
                        connection,
                        "INSERT INTO company (id, name, created_at) VALUES ('" + company.value() + "', 'Few', now())");
            }
            ManyLogRows.add(connection, OTHER.value(), 0, 100);
            for (var question : questions(100).entrySet()) {
                assertThat(plan(connection, LogStatements.page(COMPANY, question.getValue(), true))
                                .rows())
                        .as(question.getKey())
                        .isZero();
            }
            assertThat(plan(connection, LogStatements.byId(COMPANY, ManyLogRows.id(1)))
                            .rows())
                    .isZero();
        }
    }

    private static Map<String, Plan> plans(Connection connection, int rows) throws SQLException {
        Map<String, Plan> plans = new LinkedHashMap<>();
        plans.put("by id", plan(connection, LogStatements.byId(COMPANY, ManyLogRows.id(5))));
        for (var question : questions(rows).entrySet()) {
            plans.put(question.getKey(), plan(connection, LogStatements.page(COMPANY, question.getValue(), false)));
        }
        return plans;
    }

    private static Map<String, LogQuery> questions(int rows) {
        Map<String, LogQuery> asked = new LinkedHashMap<>();
        asked.put("the newest", LogQuery.all(SIZE));
        asked.put("behind the middle", LogQuery.all(SIZE).after(ManyLogRows.id(rows / 2), SIZE));
        asked.put("at the end", LogQuery.all(SIZE).after(ManyLogRows.id(60), SIZE));
        Instant old = ManyLogRows.time(100);
        asked.put("an old hour", query(old, ManyLogRows.time(160), Set.of(), Set.of(), Set.of(), null, null, null));
        asked.put("a usual act", acts(AuditAction.UPDATE_USER));
        asked.put("a rare act", acts(AuditAction.DELETE_USER));
        asked.put("a rare and a usual act", acts(AuditAction.DELETE_USER, AuditAction.DEACTIVATE_USER));
        asked.put(
                "what went wrong",
                query(null, null, Set.of(), Set.of(Outcome.REFUSED, Outcome.FAILED), Set.of(), null, null, null));
        asked.put("what was done", query(null, null, Set.of(), Set.of(Outcome.DONE), Set.of(), null, null, null));
        asked.put("a rare status", query(null, null, Set.of(), Set.of(), Set.of(409), null, null, null));
        asked.put("rare and usual statuses", query(null, null, Set.of(), Set.of(), Set.of(409, 200), null, null, null));
        asked.put("a usual token", query(null, null, Set.of(), Set.of(), Set.of(), "usualkey", null, null));
        asked.put("a rare token", query(null, null, Set.of(), Set.of(), Set.of(), "rarekey1", null, null));
        asked.put("a request", query(null, null, Set.of(), Set.of(), Set.of(), null, "request-77", null));
        asked.put(
                "a person",
                query(null, null, Set.of(), Set.of(), Set.of(), null, null, people(null, ManyLogRows.RARE_PERSON)));
        asked.put(
                "people by name, and who never came to be",
                query(null, null, Set.of(), Set.of(), Set.of(), null, null, people("rare.", ManyLogRows.RARE_PERSON)));
        asked.put(
                "a rare act in an old hour",
                query(
                        ManyLogRows.time(0),
                        ManyLogRows.time(3_600),
                        Set.of(AuditAction.DELETE_USER),
                        Set.of(),
                        Set.of(),
                        null,
                        null,
                        null));
        return asked;
    }

    private static LogQuery acts(AuditAction... actions) {
        return query(null, null, Set.of(actions), Set.of(), Set.of(), null, null, null);
    }

    private static LogQuery.People people(@Nullable String begins, UUID... ids) {
        return new LogQuery.People(List.of(ids), begins);
    }

    private static LogQuery query(
            @Nullable Instant from,
            @Nullable Instant to,
            Set<AuditAction> actions,
            Set<Outcome> outcomes,
            Set<Integer> statuses,
            @Nullable String actor,
            @Nullable String requestId,
            LogQuery.@Nullable People people) {
        return new LogQuery(from, to, actions, outcomes, statuses, actor, requestId, people, null, SIZE);
    }

    private static Plan plan(Connection connection, SqlFragment statement) throws SQLException {
        String literals =
                statement.parameters().stream().map(LogPlansTest::literal).collect(Collectors.joining(", "));
        execute(connection, "PREPARE statement AS " + statement.text());
        try (var explain = connection.createStatement();
                var result =
                        explain.executeQuery("EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF, FORMAT JSON) EXECUTE"
                                + " statement(" + literals + ")")) {
            result.next();
            JsonNode root = JSON.readTree(result.getString(1)).get(0).get("Plan");
            List<String> nodes = new ArrayList<>();
            nodes(root, nodes);
            return new Plan(
                    String.join(" < ", nodes),
                    root.get("Shared Hit Blocks").asLong()
                            + root.get("Shared Read Blocks").asLong(),
                    root.get("Actual Rows").asLong());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } finally {
            execute(connection, "DEALLOCATE statement");
        }
    }

    private static String literal(Object value) {
        return value instanceof Object[] several
                ? "'{" + Arrays.stream(several).map(String::valueOf).collect(Collectors.joining(",")) + "}'"
                : "'" + value.toString().replace("'", "''") + "'";
    }

    private static void nodes(JsonNode node, List<String> nodes) {
        String index = node.path("Index Name").asText("");
        nodes.add(node.get("Node Type").asText() + (index.isEmpty() ? "" : " " + index));
        node.path("Plans").forEach(child -> nodes(child, nodes));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
