package au.com.visibuild.scim.protocol.query;

import au.com.visibuild.scim.protocol.filter.AttributePathParser;
import au.com.visibuild.scim.protocol.schema.AttributeDefinition;
import au.com.visibuild.scim.protocol.schema.AttributeType;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a table answers for the attributes of its resource type: some from plain columns, all others from the search
 * document, a jsonb column that is never null and holds {@link SearchDocument#of}. An index on it of the class
 * {@code jsonb_path_ops} serves {@code eq} on every attribute in it.
 *
 * <p>A column is null where the resource has no value, and never the empty string. Text columns that are filtered by
 * {@code sw} or sorted by should be declared {@code COLLATE "C"}: then one plain index serves equality, prefix and order.
 */
public final class ColumnMap {

    /** A column, or an expression of our own over columns. */
    public sealed interface Column {
        /** The SQL that yields the value. */
        String sql();

        /** Text: as sent when the attribute is caseExact, else folded by {@code TextFold}, as {@code folded} says. */
        record Text(String sql, boolean folded) implements Column {}

        /** A uuid, which SCIM shows as lower-case text. */
        record Uuid(String sql) implements Column {}

        /** A boolean. */
        record Bool(String sql) implements Column {}

        /** A timestamptz. */
        record Timestamp(String sql) implements Column {}
    }

    private final String document;
    private final String id;
    private final Map<String, Column> columns = new LinkedHashMap<>();

    /**
     * Names the columns.
     *
     * @param document the search document's column
     * @param id the primary key's column, which makes every order total
     * @param columns by attribute path; paths that the schema does not have, multi-valued ones and columns of another
     *     type are an {@link IllegalArgumentException}
     */
    public ColumnMap(ResourceSchema schema, String document, String id, Map<String, Column> columns) {
        this.document = document;
        this.id = id;
        columns.forEach((path, column) -> {
            ResolvedAttribute attribute = schema.resolve(AttributePathParser.parse(path));
            if (attribute == null || !fits(attribute, column)) {
                throw new IllegalArgumentException("No column can answer like this for " + path + ": " + column);
            }
            this.columns.put(attribute.path(), column);
        });
    }

    /** The column that answers for the attribute; null: the search document does. */
    public @Nullable Column column(ResolvedAttribute attribute) {
        return columns.get(attribute.path());
    }

    /** The search document's column. */
    public String document() {
        return document;
    }

    /** The primary key's column. */
    public String id() {
        return id;
    }

    private static boolean fits(ResolvedAttribute attribute, Column column) {
        AttributeDefinition leaf = attribute.leaf();
        if (attribute.attribute().multiValued() || leaf.multiValued()) {
            return false;
        }
        boolean isText = leaf.type() == AttributeType.STRING || leaf.type() == AttributeType.REFERENCE;
        return switch (column) {
            case Column.Text text -> isText && text.folded() != leaf.caseExact();
            case Column.Uuid _ -> isText;
            case Column.Bool _ -> leaf.type() == AttributeType.BOOLEAN;
            case Column.Timestamp _ -> leaf.type() == AttributeType.DATE_TIME;
        };
    }
}
