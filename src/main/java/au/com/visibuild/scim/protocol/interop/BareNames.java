package au.com.visibuild.scim.protocol.interop;

import au.com.visibuild.scim.protocol.attribute.AttributePath;
import au.com.visibuild.scim.protocol.filter.AttributePathParser;
import au.com.visibuild.scim.protocol.filter.Filter;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import au.com.visibuild.scim.protocol.schema.Schema;
import java.util.List;

/**
 * {@code department}: the extension's attribute, with its URN before it. The core's attribute wins, and a name that two
 * extensions have is nobody's. The manager has rules of its own (T6, T24).
 */
final class BareNames {

    private BareNames() {}

    /** The name of an attribute or a PATCH path, with the URN that it lacks; else as it is. */
    static String qualified(String text, ResourceSchema schema) {
        int bracket = text.indexOf('[');
        AttributePath path = AttributePathParser.parseOrNull(bracket < 0 ? text : text.substring(0, bracket));
        AttributePath found = path == null ? null : qualified(path, schema);
        return found == null || found.equals(path) ? text : found.schema() + ":" + text;
    }

    /** A filter whose attributes have the URNs that they lack. */
    static Filter qualified(Filter filter, ResourceSchema schema) {
        return FilterTerms.map(
                filter,
                term -> switch (term) {
                    case Filter.Compare(var path, var operator, var literal) ->
                        new Filter.Compare(qualified(path, schema), operator, literal);
                    case Filter.Present(var path) -> new Filter.Present(qualified(path, schema));
                    case Filter.And _, Filter.Or _, Filter.Not _, Filter.ValuePath _ -> term;
                },
                _ -> term -> term);
    }

    private static AttributePath qualified(AttributePath path, ResourceSchema schema) {
        boolean bare = path.schema() == null
                && schema.resolve(AttributePath.of(path.name())) == null
                && !path.name().equalsIgnoreCase(Managers.NAME);
        if (!bare) {
            return path;
        }
        List<Schema> owners = schema.extensions().stream()
                .filter(extension -> extension.attribute(path.name()) != null)
                .toList();
        return owners.size() == 1 ? new AttributePath(owners.getFirst().id(), path.name(), path.subAttribute()) : path;
    }
}
