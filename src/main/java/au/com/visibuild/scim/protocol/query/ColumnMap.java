package au.com.visibuild.scim.protocol.query;

import au.com.visibuild.scim.protocol.filter.AttributePathParser;
import au.com.visibuild.scim.protocol.schema.AttributeDefinition;
import au.com.visibuild.scim.protocol.schema.AttributeType;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a table answers for the attributes of its resource type: some from plain columns, all others from the search
 * document. An index on its terms serves {@code eq} on every attribute in it.
 *
 * <p>A column is null where the resource has no value, and never the empty string. Text columns that are filtered by
 * {@code sw} or sorted by should be declared {@code COLLATE "C"}: then one plain index serves equality, prefix and order.
 */
public final class ColumnMap {

    /** A column, or an expression of our own over columns. */
    public sealed interface Column {
        /** The SQL that yields the value. */
        String sql();

        /** Whether resources may lack the value: the column is null then. */
        default boolean nullable() {
            return false;
        }

        /** Text: as sent when the attribute is caseExact, else folded by {@code TextFold}, as {@code folded} says. */
        record Text(String sql, boolean folded, boolean nullable) implements Column {}

        /** A uuid, which SCIM shows as lower-case text; every resource has one. */
        record Uuid(String sql) implements Column {}

        /** A boolean that every resource has. */
        record Bool(String sql) implements Column {}

        /** A timestamptz that every resource has. */
        record Timestamp(String sql) implements Column {}
    }

    private final SearchColumn search;
    private final String id;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final Set<String> shownOnly;

    /**
     * Names the columns.
     *
     * @param search where search documents and their terms stand
     * @param id the primary key's column, which makes every order total
     * @param columns by attribute path; paths that the schema does not have, multi-valued ones and columns of another
     *     type are an {@link IllegalArgumentException}
     */
    public ColumnMap(ResourceSchema schema, SearchColumn search, String id, Map<String, Column> columns) {
        this(schema, search, id, columns, Set.of());
    }

    /**
     * The same with attributes that no row has, because they are made when a resource is shown.
     *
     * @param shownOnly their paths; a filter that names one is refused
     */
    public ColumnMap(
            ResourceSchema schema, SearchColumn search, String id, Map<String, Column> columns, Set<String> shownOnly) {
        this.shownOnly = Set.copyOf(shownOnly);
        this.search = search;
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

    /** Whether no row can answer for the attribute: its value is made when a resource is shown. */
    boolean isShownOnly(ResolvedAttribute attribute) {
        return shownOnly.contains(attribute.path());
    }

    /** The search document's column. */
    String document() {
        return search.document();
    }

    /** The column of the search document's terms; null: there is none. */
    @Nullable
    String terms() {
        return search.terms();
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
