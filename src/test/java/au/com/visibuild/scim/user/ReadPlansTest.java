package au.com.visibuild.scim.user;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.BesideTheService;
import au.com.visibuild.scim.fixture.TestPostgres;
import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Bool;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Text;
import au.com.visibuild.scim.protocol.filter.FilterTypeCheck;
import au.com.visibuild.scim.protocol.interop.Dialect;
import au.com.visibuild.scim.protocol.query.ListQuery;
import au.com.visibuild.scim.protocol.query.SearchRequest;
import au.com.visibuild.scim.protocol.query.SqlFragment;
import au.com.visibuild.scim.protocol.query.SqlKeyset.Position;
import au.com.visibuild.scim.protocol.schema.AttributeDefinition;
import au.com.visibuild.scim.protocol.schema.CoreSchemas;
import au.com.visibuild.scim.protocol.schema.Returned;
import au.com.visibuild.scim.protocol.schema.Schema;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What PostgreSQL does for each read: by index only, and as much for a company in a small table as in one many times
 * larger. The larger one has 20,000 rows, and 1,000,000 in the long form ({@code -Dlong}).
 */
@BesideTheService
class ReadPlansTest {

    private static final int ROWS = System.getProperty("long") == null ? 20_000 : 1_000_000;
    private static final int FEW_ROWS = ROWS / 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a plan touched. */
    private record Plan(String nodes, long buffers, long rows) {}

    /** The plans of one read in the small table and in the large one. */
    private record Growth(Plan small, Plan large) {}

    private static final Map<String, Growth> READS = new TreeMap<>();

    @BeforeAll
    static void planEveryReadInASmallTableAndInALargeOne() throws SQLException {
        try (Connection connection = TestPostgres.connect(migrated())) {
            ManyPeople.makeCompanies(connection);
            grow(connection, 0, FEW_ROWS);
            Map<String, Plan> small = plans(connection, FEW_ROWS);
            grow(connection, FEW_ROWS, ROWS);
            plans(connection, ROWS)
                    .forEach((read, large) ->
                            READS.put(read, new Growth(Objects.requireNonNull(small.get(read)), large)));
        }
    }

    @AfterAll
    static void report() {
        if (System.getProperty("long") != null) {
            READS.forEach((read, plans) -> System.out.printf(
                    "%6d %6d  %s  %s%n",
                    plans.small().buffers(),
                    plans.large().buffers(),
                    read,
                    plans.large().nodes()));
        }
    }

    @Test
    void noReadScansTheTable() {
        SoftAssertions.assertSoftly(softly -> READS.forEach((read, plans) ->
                softly.assertThat(plans.large().nodes()).as(read).doesNotContain("Seq Scan")));
    }

    @Test
    void whatAReadTouchesDoesNotGrowWithTheTable() {
        // A tree may be one level higher, and a page of a hundred people looks up a hundred managers.
        SoftAssertions.assertSoftly(softly ->
                READS.forEach((read, plans) -> softly.assertThat(plans.large().buffers())
                        .as("%s: %s", read, plans.large().nodes())
                        .isLessThanOrEqualTo(plans.small().buffers() * 3 / 2 + 20)));
    }

    @Test
    void everyReadFindsAsManyInBothTables() {
        SoftAssertions.assertSoftly(softly ->
                READS.forEach((read, plans) -> softly.assertThat(plans.large().rows())
                        .as(read)
                        .isPositive()
                        .isEqualTo(plans.small().rows())));
    }

    @Test
    void aReadWithoutIndexWouldBeSeen() throws SQLException {
        // given
        try (Connection connection = TestPostgres.connect(migrated())) {
            ManyPeople.makeCompanies(connection);
            ManyPeople.add(connection, 0, 2_000);
            execute(connection, "DROP INDEX users_search");
            execute(connection, "VACUUM ANALYZE users");
            long few = page(connection, "title eq \"Rare title\"").buffers();

            // when
            ManyPeople.add(connection, 2_000, 8_000);
            execute(connection, "VACUUM ANALYZE users");

            // then
            assertThat(page(connection, "title eq \"Rare title\"").buffers()).isGreaterThan(few * 3 / 2 + 20);
        }
    }

    private static Map<String, Plan> plans(Connection connection, int rows) throws SQLException {
        Map<String, Plan> plans = new LinkedHashMap<>();
        plans.put("by id", plan(connection, UserStatements.byId(ManyPeople.COMPANY, ManyPeople.EVERYTHING)));
        for (String filter : filters()) {
            plans.put("page of " + filter, page(connection, filter));
        }
        for (String filter : rareFilters()) {
            plans.put(
                    "total of " + filter,
                    plan(connection, UserStatements.total(ManyPeople.COMPANY, query(filter, null, true))));
        }
        int middle = rows / 2 / ManyPeople.COMPANIES * ManyPeople.COMPANIES;
        int end = rows - 20 * ManyPeople.COMPANIES;
        for (int number : List.of(middle, end)) {
            String depth = number == middle ? "middle" : "end";
            for (String sortBy : new String[] {null, "userName", "meta.created", "meta.lastModified", "id"}) {
                plans.put(
                        "page by cursor ascending by " + sortBy + " at the " + depth,
                        pageAfter(connection, null, sortBy, true, number));
                plans.put(
                        "page by cursor descending by " + sortBy + " at the " + depth,
                        pageAfter(connection, null, sortBy, false, rows - number));
            }
            plans.put(
                    "page by cursor of the inactive at the " + depth,
                    pageAfter(connection, "active eq false", null, true, 0));
        }
        return plans;
    }

    private static List<String> filters() {
        List<String> filters = new ArrayList<>(rareFilters());
        filters.addAll(List.of(
                "active eq true",
                "active eq false",
                "schemas eq \"" + CoreSchemas.USER.id() + "\"",
                "meta.resourceType eq \"User\"",
                "emails[type eq \"work\"]",
                "userName sw \"person.\""));
        return filters;
    }

    /** Filters that find one person of the company, though many of the others. */
    private static List<String> rareFilters() {
        List<String> filters = new ArrayList<>(List.of(
                "id eq \"" + ManyPeople.EVERYTHING + "\"",
                "userName eq \"" + ManyPeople.userName(0) + "\"",
                "userName sw \"person.0000000@\"",
                "externalId eq \"Rare externalId\"",
                "meta.created eq \"" + ManyPeople.created(0) + "\"",
                "meta.lastModified eq \"" + ManyPeople.created(0) + "\"",
                "emails eq \"Rare value\"",
                "emails[type eq \"Rare type\" and value eq \"Rare value\"]",
                "emails[type eq \"Rare type\"].value eq \"Rare value\"",
                "manager eq \"Rare value\"",
                "userName eq \"nobody\" or emails.value eq \"Rare value\" or externalId eq \"Rare externalId\"",
                "emails.type eq \"work\" and title eq \"Rare title\" or title eq \"Rare title\""));
        for (Schema schema : List.of(CoreSchemas.USER, CoreSchemas.ENTERPRISE_USER)) {
            String prefix = schema.equals(CoreSchemas.USER) ? "" : schema.id() + ":";
            for (AttributeDefinition attribute : schema.attributes()) {
                leaves(attribute).forEach((name, leaf) -> filters.add(prefix + name + " eq " + literal(leaf)));
            }
        }
        filters.removeIf(filter -> filter.startsWith("userName eq \"Rare")
                || filter.startsWith("active eq")
                || filter.contains(":manager.$ref")
                || filter.contains(":manager.displayName"));
        return filters;
    }

    /** The simple values of an attribute that a stored person can have, by path. */
    private static Map<String, AttributeDefinition> leaves(AttributeDefinition attribute) {
        Map<String, AttributeDefinition> leaves = new LinkedHashMap<>();
        // What the service fills in itself stands in no document: groups, and a manager's name and reference.
        if (attribute.returned() == Returned.NEVER || attribute.name().equals("groups")) {
            return leaves;
        }
        if (!attribute.isComplex()) {
            leaves.put(attribute.name(), attribute);
        }
        attribute.subAttributes().forEach(sub -> leaves.put(attribute.name() + "." + sub.name(), sub));
        return leaves;
    }

    private static String literal(AttributeDefinition leaf) {
        AttributeValue rare = ManyPeople.rare(leaf);
        return rare instanceof Text(var text) ? "\"" + text + "\"" : String.valueOf(((Bool) rare).value());
    }

    private static Plan page(Connection connection, String filter) throws SQLException {
        return plan(connection, UserStatements.page(ManyPeople.COMPANY, query(filter, null, true)));
    }

    private static Plan pageAfter(
            Connection connection, @Nullable String filter, @Nullable String sortBy, boolean ascending, int number)
            throws SQLException {
        String key = switch (sortBy) {
            case null -> null;
            case "userName" -> ManyPeople.userName(number);
            case "id" -> ManyPeople.id(number).toString();
            default -> ManyPeople.created(number).toString();
        };
        Position after = new Position(key, ManyPeople.id(number).toString());
        return plan(connection, UserStatements.pageAfter(ManyPeople.COMPANY, query(filter, sortBy, ascending), after));
    }

    private static ListQuery query(@Nullable String filter, @Nullable String sortBy, boolean ascending) {
        var typed = filter == null
                ? null
                : FilterTypeCheck.check(
                        Dialect.standard().filter(filter, CoreSchemas.USER_TYPE).request(), CoreSchemas.USER_TYPE);
        SearchRequest request = new SearchRequest(
                List.of(), List.of(), filter, sortBy, ascending ? "ascending" : "descending", null, null, null);
        return ListQuery.of(request, typed, CoreSchemas.USER_TYPE);
    }

    private static Plan plan(Connection connection, SqlFragment statement) throws SQLException {
        List<String> literals =
                statement.parameters().stream().map(value -> literal(value)).toList();
        execute(connection, "PREPARE statement AS " + statement.text());
        try (var explain = connection.createStatement();
                var result =
                        explain.executeQuery("EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF, FORMAT JSON) EXECUTE"
                                + " statement(" + String.join(", ", literals) + ")")) {
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
        return value instanceof Long[] terms
                ? "ARRAY" + Arrays.toString(terms)
                : "'" + value.toString().replace("'", "''") + "'";
    }

    private static void nodes(JsonNode node, List<String> nodes) {
        String index = node.path("Index Name").asText("");
        nodes.add(node.get("Node Type").asText() + (index.isEmpty() ? "" : " " + index));
        node.path("Plans").forEach(child -> nodes(child, nodes));
    }

    private static void grow(Connection connection, int from, int to) throws SQLException {
        ManyPeople.add(connection, from, to);
        execute(connection, "VACUUM ANALYZE users");
    }

    private static String migrated() {
        String database = TestPostgres.newDatabase();
        TestPostgres.migrate(database);
        return database;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
