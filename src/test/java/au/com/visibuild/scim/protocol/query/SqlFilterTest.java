package au.com.visibuild.scim.protocol.query;

import static au.com.visibuild.scim.protocol.filter.Samples.ENTERPRISE;
import static au.com.visibuild.scim.protocol.filter.Samples.typed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.schema.CoreSchemas;
import au.com.visibuild.scim.requirement.Requirement;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlFilterTest {

    private static final ColumnMap COLUMNS = new ColumnMap(
            CoreSchemas.USER_TYPE,
            new SearchColumn("search", null),
            "id",
            Map.of(
                    "id", new ColumnMap.Column.Uuid("id"),
                    "userName", new ColumnMap.Column.Text("user_name_key", true, false),
                    "externalId", new ColumnMap.Column.Text("external_id", false, true),
                    "active", new ColumnMap.Column.Bool("active"),
                    "meta.lastModified", new ColumnMap.Column.Timestamp("last_modified")));

    private static final String ID = "2819c223-7f76-453a-919d-413861904646";

    static Stream<Arguments> columns() {
        return Stream.of(
                compiled("userName eq \"BJ\"", "(user_name_key IS NOT NULL AND user_name_key = $1)", "bj"),
                compiled("externalId ne \"X\"", "external_id IS DISTINCT FROM $1", "X"),
                compiled(
                        "userName sw \"Bj\"",
                        "(user_name_key IS NOT NULL AND user_name_key COLLATE \"C\" >= $1::text AND user_name_key COLLATE \"C\" < $2::text)",
                        "bj",
                        "bk"),
                compiled(
                        "userName co \"J\"",
                        "(user_name_key IS NOT NULL AND strpos(user_name_key, $1::text) > 0)",
                        "j"),
                compiled(
                        "externalId ew \"J\"",
                        "(external_id IS NOT NULL AND right(external_id, char_length($1::text)) = $1::text)",
                        "J"),
                compiled(
                        "userName gt \"J\"",
                        "(user_name_key IS NOT NULL AND user_name_key COLLATE \"C\" > $1::text)",
                        "j"),
                compiled("userName pr", "(user_name_key IS NOT NULL)"),
                compiled("active eq true", "(active IS NOT NULL AND active = $1)", true),
                compiled("active ne true", "active IS DISTINCT FROM $1", true),
                compiled("id eq \"" + ID + "\"", "(id IS NOT NULL AND id = $1)", UUID.fromString(ID)),
                compiled("id eq \"" + ID.toUpperCase(Locale.ROOT) + "\"", "false"),
                compiled("id eq \"1-1-1-1-1\"", "false"),
                compiled("id ne \"nobody\"", "true"),
                compiled("id sw \"28\"", "(id IS NOT NULL AND starts_with(id::text, $1::text))", "28"),
                compiled(
                        "meta.lastModified ge \"2024-01-01T02:00:00+02:00\"",
                        "(last_modified IS NOT NULL AND last_modified >= $1)",
                        OffsetDateTime.parse("2024-01-01T00:00Z")));
    }

    static Stream<Arguments> document() {
        String emails = "jsonb_array_elements(search -> 'emails') AS e(value)";
        return Stream.of(
                compiled("title eq \"Boss\"", "(search @> $1::text::jsonb)", "{\"title\":\"boss\"}"),
                compiled("title ne \"Boss\"", "NOT (search @> $1::text::jsonb)", "{\"title\":\"boss\"}"),
                compiled("name.givenName eq \"A\"", "(search @> $1::text::jsonb)", "{\"name\":{\"givenName\":\"a\"}}"),
                compiled("schemas eq \"urn:X\"", "(search @> $1::text::jsonb)", "{\"schemas\":[\"urn:X\"]}"),
                compiled("emails eq \"A\"", "(search @> $1::text::jsonb)", "{\"emails\":[{\"value\":\"a\"}]}"),
                compiled(
                        ENTERPRISE + ":manager.value eq \"M\"",
                        "(search @> $1::text::jsonb)",
                        "{\"" + ENTERPRISE + "\":{\"manager\":{\"value\":\"m\"}}}"),
                compiled("title sw \"B\"", "coalesce(starts_with((search -> 'title' #>> '{}'), $1::text), false)", "b"),
                compiled(
                        "name.givenName le \"B\"",
                        "coalesce((search -> 'name' -> 'givenName' #>> '{}') COLLATE \"C\" <= $1::text, false)",
                        "b"),
                compiled(
                        "meta.created gt \"2024-01-01T00:00:00Z\"",
                        "coalesce((search -> 'meta' -> 'created' #>> '{}') COLLATE \"C\" > $1::text, false)",
                        "2024-01-01T00:00:00.000000Z"),
                compiled("title pr", "((search -> 'title') IS NOT NULL)"),
                compiled("meta pr", "((search -> 'meta') IS NOT NULL OR last_modified IS NOT NULL)"),
                compiled("emails pr", "((search -> 'emails') IS NOT NULL)"),
                compiled(
                        "emails.type pr",
                        "EXISTS (SELECT 1 FROM " + emails + " WHERE (e.value -> 'type') IS NOT NULL)"),
                compiled(
                        "emails co \"X\"",
                        "EXISTS (SELECT 1 FROM " + emails
                                + " WHERE coalesce(strpos((e.value -> 'value' #>> '{}'), $1::text) > 0, false))",
                        "x"),
                compiled(
                        "emails.type ne \"work\"",
                        "coalesce((SELECT bool_or((e.value -> 'type') <> $1::text::jsonb) FROM " + emails + "), true)",
                        "\"work\""));
    }

    static Stream<Arguments> valuePaths() {
        String emails = "EXISTS (SELECT 1 FROM jsonb_array_elements(search -> 'emails') AS e(value) WHERE ";
        return Stream.of(
                compiled(
                        "emails[type eq \"work\" and (value eq \"A\" and primary eq true)]",
                        "(search @> $1::text::jsonb)",
                        "{\"emails\":[{\"type\":\"work\",\"value\":\"a\",\"primary\":true}]}"),
                compiled(
                        "emails[type eq \"work\" and type eq \"home\"]",
                        emails + "((e.value @> $1::text::jsonb) AND (e.value @> $2::text::jsonb)))",
                        "{\"type\":\"work\"}",
                        "{\"type\":\"home\"}"),
                compiled(
                        "emails[type eq \"work\" and value co \"X\"]",
                        emails + "((e.value @> $1::text::jsonb)"
                                + " AND coalesce(strpos((e.value -> 'value' #>> '{}'), $2::text) > 0, false)))",
                        "{\"type\":\"work\"}",
                        "x"),
                compiled(
                        "emails[not (type ne \"work\") or primary pr]",
                        emails + "(NOT (NOT (e.value @> $1::text::jsonb)) OR (e.value -> 'primary') IS NOT NULL))",
                        "{\"type\":\"work\"}"),
                compiled("schemas[value eq \"urn:X\"]", "(search @> $1::text::jsonb)", "{\"schemas\":[\"urn:X\"]}"),
                compiled(
                        "schemas[value sw \"urn\"]",
                        "EXISTS (SELECT 1 FROM jsonb_array_elements(search -> 'schemas') AS e(value) WHERE "
                                + "coalesce(starts_with((e.value #>> '{}'), $1::text), false))",
                        "urn"),
                compiled(
                        "meta[lastModified gt \"2024-01-01T00:00:00Z\" and version eq \"a\"]",
                        "(((search -> 'meta') IS NOT NULL OR last_modified IS NOT NULL) AND "
                                + "((last_modified IS NOT NULL AND last_modified > $1) AND (search @> $2::text::jsonb)))",
                        OffsetDateTime.parse("2024-01-01T00:00Z"),
                        "{\"meta\":{\"version\":\"a\"}}"));
    }

    @ParameterizedTest
    @MethodSource({"columns", "document", "valuePaths"})
    @Requirement({"FI-07", "FI-08", "FI-09", "FI-10", "FI-12", "FI-13", "FI-15", "FI-21"})
    void aFilterBecomes(String filter, String sql, List<Object> parameters) {
        assertThat(SqlFilter.compile(typed(filter), COLUMNS, "tenant", 1)).isEqualTo(new SqlFragment(sql, parameters));
    }

    @Test
    void logicBecomesLogicAndPlaceholdersStartWhereTold() {
        SqlFragment fragment = SqlFilter.compile(
                typed("userName pr or not (title eq \"a\" and active eq true)"), COLUMNS, "tenant", 4);

        assertThat(fragment.text())
                .isEqualTo("((user_name_key IS NOT NULL) OR "
                        + "NOT (((search @> $4::text::jsonb) AND (active IS NOT NULL AND active = $5))))");
        assertThat(fragment.parameters()).containsExactly("{\"title\":\"a\"}", true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"userName", "externalId", "id", "title", "emails", "emails.type", "schemas"})
    @Requirement("SEC-06")
    void nothingOfWhatTheCallerSentIsInTheSql(String path) {
        String hostile = "zz'); DROP TABLE users; --$9";
        for (String operator : List.of("eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le")) {
            SqlFragment fragment = SqlFilter.compile(
                    typed(path.toUpperCase(Locale.ROOT) + " " + operator + " \"" + hostile + "\""),
                    COLUMNS,
                    "tenant",
                    1);

            assertThat(fragment.text()).doesNotContainIgnoringCase("zz").doesNotContain("DROP", "--", "$9");
        }
    }

    @Test
    @Requirement("SEC-06")
    void aQuoteInALiteralStaysWithinItsJsonString() {
        assertThat(SqlFilter.compile(typed("title eq \"a\\\",\\\"active\\\":true\""), COLUMNS, "tenant", 1)
                        .parameters())
                .containsExactly("{\"title\":\"a\\\",\\\"active\\\":true\"}");
    }

    @Test
    void aPrefixEndsBeforeTheNextTextByCodePoint() {
        assertThat(SqlComparison.afterAllWithPrefix("ab")).isEqualTo("ac");
        assertThat(SqlComparison.afterAllWithPrefix("a\uD7FF")).isEqualTo("a\uE000");
        assertThat(SqlComparison.afterAllWithPrefix("a\uFFFF")).isEqualTo("a" + Character.toString(0x10000));
        assertThat(SqlComparison.afterAllWithPrefix("a" + Character.toString(0x10FFFF)))
                .isEqualTo("b");
        assertThat(SqlComparison.afterAllWithPrefix(Character.toString(0x10FFFF)))
                .isEmpty();
        assertThat(SqlFilter.compile(typed("userName sw \"\""), COLUMNS, "tenant", 1)
                        .text())
                .isEqualTo("(user_name_key IS NOT NULL AND user_name_key COLLATE \"C\" >= $1::text)");
    }

    private static Arguments compiled(String filter, String sql, Object... parameters) {
        return arguments(filter, sql, List.of(parameters));
    }

    @Test
    void aTableWithTermsIsAskedForThemFirst() {
        // given
        ColumnMap withTerms = new ColumnMap(CoreSchemas.USER_TYPE, new SearchColumn("search", "terms"), "id", Map.of());

        // when
        SqlFragment equal = SqlFilter.compile(typed("title eq \"Boss\""), withTerms, "tenant", 2);
        SqlFragment prefix = SqlFilter.compile(typed("title sw \"Boss\""), withTerms, "tenant", 2);

        // then
        assertThat(equal.text()).isEqualTo("(terms @> $3 AND nullif(search @> $2::text::jsonb, false) IS NOT NULL)");
        assertThat(equal.parameters().getLast())
                .isEqualTo(SearchTerms.of(
                        "tenant",
                        ComplexValue.builder().putText("title", "boss").build()));
        assertThat(prefix.text()).doesNotContain("terms");
    }
}
