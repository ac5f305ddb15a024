package au.com.visibuild.scim.protocol.query;

import static au.com.visibuild.scim.protocol.filter.Samples.attribute;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.protocol.schema.CoreSchemas;
import au.com.visibuild.scim.requirement.Requirement;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SqlSortTest {

    private static final ColumnMap COLUMNS = new ColumnMap(
            CoreSchemas.USER_TYPE,
            new SearchColumn("search", null),
            "id",
            Map.of(
                    "userName", new ColumnMap.Column.Text("user_name_key", true, false),
                    "meta.created", new ColumnMap.Column.Timestamp("created_at")));

    @Test
    @Requirement("PG-07")
    void withoutAnAttributeTheIdOrders() {
        assertThat(SqlSort.orderBy(null, true, COLUMNS)).isEqualTo("id ASC");
        assertThat(SqlSort.orderBy(null, false, COLUMNS)).isEqualTo("id DESC");
    }

    @Test
    @Requirement({"PG-07", "SO-03"})
    void missingValuesComeLastAscendingAndFirstDescending() {
        assertThat(SqlSort.orderBy(attribute("userName"), true, COLUMNS))
                .isEqualTo("user_name_key COLLATE \"C\" ASC NULLS LAST, id ASC");
        assertThat(SqlSort.orderBy(attribute("meta.created"), false, COLUMNS))
                .isEqualTo("created_at DESC NULLS FIRST, id DESC");
    }

    @Test
    @Requirement("SO-04")
    void textInTheDocumentOrdersByCodePointAndABooleanAsItself() {
        assertThat(SqlSort.key(attribute("name.familyName"), COLUMNS))
                .isEqualTo("((search -> 'name' -> 'familyName') #>> '{}') COLLATE \"C\"");
        assertThat(SqlSort.key(attribute("active"), COLUMNS)).isEqualTo("(search -> 'active')");
    }

    @Test
    @Requirement("SO-02")
    void aMultiValuedAttributeOrdersByItsPrimaryElseFirstValue() {
        assertThat(SqlSort.key(attribute("emails.value"), COLUMNS))
                .isEqualTo("((SELECT e.value -> 'value' FROM jsonb_array_elements(search -> 'emails')"
                        + " WITH ORDINALITY AS e(value, place) WHERE (e.value -> 'value') IS NOT NULL"
                        + " ORDER BY (e.value @> '{\"primary\":true}') DESC, e.place LIMIT 1) #>> '{}') COLLATE \"C\"");
        assertThat(SqlSort.key(attribute("schemas"), COLUMNS)).contains("WHERE (e.value) IS NOT NULL ORDER BY e.place");
    }
}
