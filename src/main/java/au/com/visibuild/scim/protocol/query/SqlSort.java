package au.com.visibuild.scim.protocol.query;

import au.com.visibuild.scim.protocol.schema.AttributeType;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import org.jspecify.annotations.Nullable;

/**
 * The {@code ORDER BY} of a list (RFC 7644 §3.4.2.3). Text is ordered by code point, folded where the attribute is not
 * caseExact; a multi-valued attribute by its primary value, else by its first; resources without a value come last when
 * ascending and first when descending. The id ends every order, in the same direction, so that the order is total and
 * one index serves both directions.
 */
public final class SqlSort {

    private SqlSort() {}

    /** The sort keys, without the words {@code ORDER BY}; by id alone when the attribute is null. */
    public static String orderBy(@Nullable ResolvedAttribute attribute, boolean ascending, ColumnMap columns) {
        String id = columns.id() + (ascending ? " ASC" : " DESC");
        if (attribute == null) {
            return id;
        }
        return key(attribute, columns) + (ascending ? " ASC NULLS LAST, " : " DESC NULLS FIRST, ") + id;
    }

    /** The expression that rows are ordered by, null for a row without a value. */
    public static String key(ResolvedAttribute attribute, ColumnMap columns) {
        ColumnMap.Column column = columns.column(attribute);
        if (column != null) {
            return switch (column) {
                case ColumnMap.Column.Text text -> text.sql() + " COLLATE \"C\"";
                case ColumnMap.Column.Uuid _, ColumnMap.Column.Bool _, ColumnMap.Column.Timestamp _ -> column.sql();
            };
        }
        String value = attribute.attribute().multiValued()
                ? primaryOrFirst(attribute, columns)
                : "(" + DocumentPath.json(attribute, columns.document()) + ")";
        return isText(attribute.leaf().type()) ? "(" + value + " #>> '{}') COLLATE \"C\"" : value;
    }

    /** Among the elements that have the value at all, since an element without it cannot say where the row belongs. */
    private static String primaryOrFirst(ResolvedAttribute attribute, ColumnMap columns) {
        String value = DocumentPath.jsonOfElement(attribute);
        String primary = attribute.attribute().subAttribute("primary") == null
                ? ""
                : "(" + DocumentPath.ELEMENT + " @> '{\"primary\":true}') DESC, ";
        return "(SELECT " + value + " FROM jsonb_array_elements("
                + DocumentPath.attribute(attribute, columns.document())
                + ") WITH ORDINALITY AS e(value, place) WHERE (" + value + ") IS NOT NULL ORDER BY " + primary
                + "e.place LIMIT 1)";
    }

    /** Numbers and booleans order as jsonb; all else stands in the document as text that sorts. */
    private static boolean isText(AttributeType type) {
        return switch (type) {
            case STRING, REFERENCE, DATE_TIME, BINARY -> true;
            case BOOLEAN, DECIMAL, INTEGER, COMPLEX -> false;
        };
    }
}
