package au.com.visibuild.scim.protocol.query;

import au.com.visibuild.scim.protocol.schema.AttributeType;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import org.jspecify.annotations.Nullable;

/**
 * The condition that holds for exactly the rows that {@link SqlSort}'s order puts behind a given row: a page by cursor
 * starts there, however many rows came or went before it.
 */
public final class SqlKeyset {

    private SqlKeyset() {}

    /**
     * Where a page ended.
     *
     * @param key the last row's sort key as PostgreSQL writes it; null when the row has none, or there is no sort key
     * @param id the last row's id
     */
    public record Position(@Nullable String key, String id) {}

    /** The condition, its placeholders numbered from {@code firstParameter} on. */
    public static SqlFragment after(
            Position position,
            @Nullable ResolvedAttribute attribute,
            boolean ascending,
            ColumnMap columns,
            int firstParameter) {
        SqlParameters parameters = new SqlParameters(firstParameter);
        String beyond = ascending ? " > " : " < ";
        String lastId = parameters.text(position.id()) + "::uuid";
        if (attribute == null) {
            return new SqlFragment(columns.id() + beyond + lastId, parameters.values());
        }
        String key = SqlSort.key(attribute, columns);
        if (position.key() == null) {
            String behind = "(" + key + " IS NULL AND " + columns.id() + beyond + lastId + ")";
            return new SqlFragment(
                    ascending ? behind : "(" + behind + " OR " + key + " IS NOT NULL)", parameters.values());
        }
        // A comparison of rows, which an index on the key serves from the first page to the last.
        String value = parameters.text(position.key()) + "::" + type(attribute, columns);
        String behind = "(" + key + ", " + columns.id() + ")" + beyond + "(" + value + ", " + lastId + ")";
        return new SqlFragment(
                ascending && nullable(attribute, columns) ? "(" + behind + " OR " + key + " IS NULL)" : behind,
                parameters.values());
    }

    private static boolean nullable(ResolvedAttribute attribute, ColumnMap columns) {
        ColumnMap.Column column = columns.column(attribute);
        return column == null || column.nullable();
    }

    private static String type(ResolvedAttribute attribute, ColumnMap columns) {
        return switch (columns.column(attribute)) {
            case null -> ofDocument(attribute.leaf().type());
            case ColumnMap.Column.Text _ -> "text";
            case ColumnMap.Column.Uuid _ -> "uuid";
            case ColumnMap.Column.Bool _ -> "boolean";
            case ColumnMap.Column.Timestamp _ -> "timestamptz";
        };
    }

    private static String ofDocument(AttributeType type) {
        return switch (type) {
            case STRING, REFERENCE, DATE_TIME, BINARY -> "text";
            case BOOLEAN, DECIMAL, INTEGER, COMPLEX -> "jsonb";
        };
    }
}
