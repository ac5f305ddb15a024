package au.com.visibuild.scim.protocol.query;

import static au.com.visibuild.scim.protocol.filter.Samples.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import au.com.visibuild.scim.protocol.schema.CoreSchemas;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ColumnMapTest {

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments("nope", new ColumnMap.Column.Text("x", true, false)),
                arguments("userName", new ColumnMap.Column.Text("x", false, false)),
                arguments("externalId", new ColumnMap.Column.Text("x", true, false)),
                arguments("userName", new ColumnMap.Column.Bool("x")),
                arguments("active", new ColumnMap.Column.Timestamp("x")),
                arguments("active", new ColumnMap.Column.Uuid("x")),
                arguments("emails.value", new ColumnMap.Column.Text("x", true, false)),
                arguments("name", new ColumnMap.Column.Text("x", true, false)));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aColumnThatCannotAnswerForItsAttributeIsRefused(String path, ColumnMap.Column column) {
        assertThatThrownBy(() -> new ColumnMap(
                        CoreSchemas.USER_TYPE, new SearchColumn("search", null), "id", Map.of(path, column)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(path);
    }

    @Test
    void anAttributeWithoutColumnIsInTheDocument() {
        ColumnMap.Column column = new ColumnMap.Column.Text("user_name_key", true, false);
        ColumnMap columns = new ColumnMap(
                CoreSchemas.USER_TYPE, new SearchColumn("search", null), "id", Map.of("USERNAME", column));

        assertThat(columns.column(attribute("userName"))).isEqualTo(column);
        assertThat(columns.column(attribute("title"))).isNull();
    }
}
