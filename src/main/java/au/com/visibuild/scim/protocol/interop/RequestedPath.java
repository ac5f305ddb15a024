package au.com.visibuild.scim.protocol.interop;

import au.com.visibuild.scim.protocol.attribute.AttributePath;
import au.com.visibuild.scim.protocol.filter.AttributePathParser;
import au.com.visibuild.scim.protocol.schema.AttributeDefinition;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import au.com.visibuild.scim.protocol.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A PATCH path as far as the quirks look into it: the name before the brackets, what stands in them, the sub-attribute
 * behind. It never fails; whether the path is right is for the engine to say.
 *
 * @param name the name before the brackets; null when it, or the brackets, are malformed
 * @param filter what stands in the brackets, unread; null without brackets
 * @param extension the extension that the path names as a whole, or null
 * @param attribute the attribute or sub-attribute that the path ends at, or null when there is none
 */
record RequestedPath(
        @Nullable AttributePath name,
        @Nullable String filter,
        @Nullable Schema extension,
        @Nullable ResolvedAttribute attribute) {

    static RequestedPath of(String text, ResourceSchema schema) {
        int open = text.indexOf('[');
        int close = text.lastIndexOf(']');
        if (open < 0) {
            return of(AttributePathParser.parseOrNull(text, schema), null, schema);
        }
        String behind = close < open ? null : text.substring(close + 1);
        if (behind == null || !(behind.isEmpty() || behind.startsWith("."))) {
            return of(null, null, schema);
        }
        return of(
                AttributePathParser.parseOrNull(text.substring(0, open) + behind),
                text.substring(open + 1, close),
                schema);
    }

    /** The path of a member of a complex value. */
    static RequestedPath ofSubAttribute(
            ResolvedAttribute parent, String name, @Nullable AttributeDefinition subAttribute) {
        AttributePath path = AttributePath.of(parent.attribute().name(), name);
        ResolvedAttribute resolved = subAttribute == null
                ? null
                : new ResolvedAttribute(parent.extension(), parent.attribute(), subAttribute);
        return new RequestedPath(path, null, null, resolved);
    }

    private static RequestedPath of(@Nullable AttributePath name, @Nullable String filter, ResourceSchema schema) {
        if (name == null) {
            return new RequestedPath(null, null, null, null);
        }
        Schema extension = name.name().isEmpty() && name.schema() != null ? schema.extension(name.schema()) : null;
        return new RequestedPath(name, filter, extension, schema.resolve(name));
    }

    /** Whether the path is well-formed but names nothing that the service has. */
    boolean isUnknown() {
        return name != null && !name.name().isEmpty() && attribute == null;
    }

    /** Whether brackets pick elements. */
    boolean picksElements() {
        return filter != null;
    }
}
