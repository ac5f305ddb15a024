package au.com.visibuild.scim.protocol.filter;

import au.com.visibuild.scim.protocol.attribute.AttributePath;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.filter.FilterToken.Kind;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The path of a PATCH operation (RFC 7644 §3.5.2): {@code attr}, {@code attr.sub}, {@code attr[filter]},
 * {@code attr[filter].sub}, each with or without a URN, or the URN of a schema alone.
 *
 * @param path the attribute, without sub-attribute; its name is empty for a schema alone
 * @param filter what the elements must satisfy, or null for all
 * @param subAttribute the sub-attribute, or null
 */
public record ValuePathExpression(
        AttributePath path,
        @Nullable Filter filter,
        @Nullable String subAttribute) {

    /**
     * Reads a path. Malformed: 400 {@code invalidPath}; malformed between the brackets: 400 {@code invalidFilter}. The
     * filter's limits hold here too.
     */
    public static ValuePathExpression parse(String text, ResourceSchema schema, Set<Leniency> leniencies) {
        int bracket = text.indexOf('[');
        if (bracket < 0) {
            AttributePath path = AttributePathParser.parse(text, schema);
            return new ValuePathExpression(withoutSub(path), null, path.subAttribute());
        }
        AttributePath path = AttributePathParser.parse(text.substring(0, bracket), schema);
        if (path.name().isEmpty() || path.subAttribute() != null) {
            throw malformed(text, "brackets follow the name of an attribute");
        }
        FilterParser parser = new FilterParser(text, bracket + 1, leniencies);
        Filter filter = parser.valueFilter();
        if (parser.take().kind() != Kind.CLOSE_BRACKET) {
            throw malformed(text, "']' is missing after the filter");
        }
        return new ValuePathExpression(path, filter, suffix(parser, text));
    }

    private static @Nullable String suffix(FilterParser parser, String text) {
        FilterToken token = parser.take();
        if (token.kind() == Kind.END) {
            return null;
        }
        boolean isSub = token.kind() == Kind.WORD
                && token.text().startsWith(".")
                && AttributePathParser.isName(token.text().substring(1));
        if (!isSub || parser.take().kind() != Kind.END) {
            throw malformed(text, "after ']' only '.' and a sub-attribute may follow");
        }
        return token.text().substring(1);
    }

    private static AttributePath withoutSub(AttributePath path) {
        return new AttributePath(path.schema(), path.name(), null);
    }

    private static ScimException malformed(String text, String why) {
        return ScimException.invalidPath(
                "The path '" + AttributePathParser.shortened(text) + "' is malformed: " + why + ".");
    }
}
