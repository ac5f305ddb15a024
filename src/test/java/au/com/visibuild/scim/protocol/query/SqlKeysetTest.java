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
            CoreSchemas.USER_TYPE, "search", "id", Map.of("userName", new ColumnMap.Column.Text("name_key", true)));
    private static final ResolvedAttribute USER_NAME =
            requireNonNull(CoreSchemas.USER_TYPE.resolve(AttributePath.of("userName")));
    private static final String KEY = "name_key COLLATE \"C\"";

    @Test
    void withoutSortKeyThePageStartsBehindTheId() {
        SqlFragment behind = SqlKeyset.after(new Position(null, "7"), null, true, COLUMNS, 3);

        assertThat(behind.text()).isEqualTo("id > $3::text::uuid");
        assertThat(behind.parameters()).containsExactly("7");
    }

    @Test
    @Requirement("CUR-10")
    void ascendingRowsWithoutTheKeyComeLastAndSoStandBehindEveryKey() {
        assertThat(SqlKeyset.after(new Position("m", "7"), USER_NAME, true, COLUMNS, 1)
                        .text())
                .isEqualTo("(" + KEY + " > $2::text::text OR (" + KEY + " = $2::text::text AND id > $1::text::uuid) OR "
                        + KEY + " IS NULL)");
        assertThat(SqlKeyset.after(new Position(null, "7"), USER_NAME, true, COLUMNS, 1)
                        .text())
                .isEqualTo("(" + KEY + " IS NULL AND id > $1::text::uuid)");
    }

    @Test
    @Requirement("CUR-10")
    void descendingRowsWithoutTheKeyComeFirstAndSoEveryKeyStandsBehindThem() {
        assertThat(SqlKeyset.after(new Position("m", "7"), USER_NAME, false, COLUMNS, 1)
                        .text())
                .isEqualTo("(" + KEY + " < $2::text::text OR (" + KEY + " = $2::text::text AND id < $1::text::uuid))");
        assertThat(SqlKeyset.after(new Position(null, "7"), USER_NAME, false, COLUMNS, 1)
                        .text())
                .isEqualTo("((" + KEY + " IS NULL AND id < $1::text::uuid) OR " + KEY + " IS NOT NULL)");
    }
}
