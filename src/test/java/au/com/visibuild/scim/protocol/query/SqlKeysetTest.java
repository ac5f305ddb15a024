package au.com.visibuild.scim.protocol.query;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.protocol.attribute.AttributePath;
import au.com.visibuild.scim.protocol.query.SqlKeyset.Position;
import au.com.visibuild.scim.protocol.schema.CoreSchemas;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import au.com.visibuild.scim.requirement.Requirement;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SqlKeysetTest {

    private static final ColumnMap COLUMNS = new ColumnMap(
            CoreSchemas.USER_TYPE,
            new SearchColumn("search", null),
            "id",
            Map.of(
                    "userName",
                    new ColumnMap.Column.Text("name_key", true, false),
                    "externalId",
                    new ColumnMap.Column.Text("external", false, true)));
    private static final ResolvedAttribute USER_NAME =
            requireNonNull(CoreSchemas.USER_TYPE.resolve(AttributePath.of("userName")));
    private static final ResolvedAttribute EXTERNAL_ID =
            requireNonNull(CoreSchemas.USER_TYPE.resolve(AttributePath.of("externalId")));
    private static final String KEY = "external COLLATE \"C\"";

    @Test
    void withoutSortKeyThePageStartsBehindTheId() {
        SqlFragment behind = SqlKeyset.after(new Position(null, "7"), null, true, COLUMNS, 3);

        assertThat(behind.text()).isEqualTo("id > $3::text::uuid");
        assertThat(behind.parameters()).containsExactly("7");
    }

    @Test
    void aKeyThatEveryRowHasIsOneComparisonOfRowsWhichAnIndexServes() {
        assertThat(behind(new Position("m", "7"), USER_NAME, true))
                .isEqualTo("(name_key COLLATE \"C\", id) > ($2::text::text, $1::text::uuid)");
        assertThat(behind(new Position("m", "7"), USER_NAME, false))
                .isEqualTo("(name_key COLLATE \"C\", id) < ($2::text::text, $1::text::uuid)");
    }

    @Test
    @Requirement("CUR-10")
    void ascendingRowsWithoutTheKeyComeLastAndSoStandBehindEveryKey() {
        assertThat(behind(new Position("m", "7"), EXTERNAL_ID, true))
                .isEqualTo("((" + KEY + ", id) > ($2::text::text, $1::text::uuid) OR " + KEY + " IS NULL)");
        assertThat(behind(new Position(null, "7"), EXTERNAL_ID, true))
                .isEqualTo("(" + KEY + " IS NULL AND id > $1::text::uuid)");
    }

    @Test
    @Requirement("CUR-10")
    void descendingRowsWithoutTheKeyComeFirstAndSoEveryKeyStandsBehindThem() {
        assertThat(behind(new Position("m", "7"), EXTERNAL_ID, false))
                .isEqualTo("(" + KEY + ", id) < ($2::text::text, $1::text::uuid)");
        assertThat(behind(new Position(null, "7"), EXTERNAL_ID, false))
                .isEqualTo("((" + KEY + " IS NULL AND id < $1::text::uuid) OR " + KEY + " IS NOT NULL)");
    }

    private static String behind(Position position, ResolvedAttribute attribute, boolean ascending) {
        return SqlKeyset.after(position, attribute, ascending, COLUMNS, 1).text();
    }
}
