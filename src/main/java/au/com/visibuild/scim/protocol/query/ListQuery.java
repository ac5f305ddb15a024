package au.com.visibuild.scim.protocol.query;

import au.com.visibuild.scim.protocol.attribute.AttributePath;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.filter.AttributePathParser;
import au.com.visibuild.scim.protocol.filter.TypedFilter;
import au.com.visibuild.scim.protocol.schema.AttributeDefinition;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import au.com.visibuild.scim.protocol.schema.Returned;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list of one resource type, ready to be answered (RFC 7644 §3.4.2.3, §3.4.2.4).
 *
 * @param filter what resources must satisfy, or null for all
 * @param sortBy an attribute of a simple type to order by, or null
 * @param ascending the direction
 * @param startIndex the first result, at least 1
 * @param count how many results at most, 0 to {@link #MAX_COUNT}
 * @param cursor null for a page by index; else a page by cursor, empty for the first
 */
public record ListQuery(
        @Nullable TypedFilter filter,
        @Nullable ResolvedAttribute sortBy,
        boolean ascending,
        int startIndex,
        int count,
        @Nullable String cursor) {

    /** The page size when the caller names none. */
    public static final int DEFAULT_COUNT = 100;

    /** The largest page. */
    public static final int MAX_COUNT = 500;

    /** Takes a startIndex below 1 as 1, a negative count as 0, a larger count than allowed as the largest. */
    public ListQuery {
        startIndex = Math.max(1, startIndex);
        count = Math.clamp(count, 0, MAX_COUNT);
    }

    /**
     * The query of a request whose filter is typed already. A sortBy that the type does not have or cannot order by, or an
     * unknown sortOrder: 400 {@code invalidValue}.
     */
    public static ListQuery of(SearchRequest request, @Nullable TypedFilter filter, ResourceSchema schema) {
        String sortBy = request.sortBy();
        Integer startIndex = request.startIndex();
        Integer count = request.count();
        return new ListQuery(
                filter,
                sortBy == null || sortBy.isBlank() ? null : sortKey(sortBy.strip(), schema),
                ascending(request.sortOrder()),
                startIndex == null ? 1 : startIndex,
                count == null ? DEFAULT_COUNT : count,
                request.cursor());
    }

    /** How many results are passed over. */
    public int offset() {
        return startIndex - 1;
    }

    private static boolean ascending(@Nullable String sortOrder) {
        if (sortOrder == null || sortOrder.isBlank() || sortOrder.strip().equalsIgnoreCase("ascending")) {
            return true;
        }
        if (sortOrder.strip().equalsIgnoreCase("descending")) {
            return false;
        }
        throw ScimException.invalidValue("'sortOrder' is 'ascending' or 'descending'.");
    }

    private static ResolvedAttribute sortKey(String text, ResourceSchema schema) {
        AttributePath path = AttributePathParser.parseOrNull(text);
        ResolvedAttribute found = path == null ? null : schema.resolve(path);
        if (found == null) {
            throw ScimException.invalidValue("'sortBy' names no attribute of " + schema.name() + ".");
        }
        AttributeDefinition leaf = found.leaf();
        if (leaf.isComplex()) {
            AttributeDefinition value = leaf.multiValued() ? leaf.subAttribute("value") : null;
            if (value == null) {
                throw ScimException.invalidValue(
                        "'sortBy' names the complex attribute '" + found.path() + "'; name one of its sub-attributes.");
            }
            return new ResolvedAttribute(found.extension(), found.attribute(), value);
        }
        if (leaf.returned() == Returned.NEVER) {
            throw ScimException.invalidValue("'sortBy' names '" + found.path() + "', which is never returned.");
        }
        return found;
    }
}
