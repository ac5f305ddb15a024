package au.com.visibuild.scim.protocol.schema;

import org.jspecify.annotations.Nullable;

/**
 * An attribute path that was found in a resource type's schemas.
 *
 * @param extension the extension schema that defines the attribute, or null for a core or common attribute
 * @param attribute the attribute
 * @param subAttribute the sub-attribute, or null when the path names the attribute itself
 */
public record ResolvedAttribute(
        @Nullable Schema extension,
        AttributeDefinition attribute,
        @Nullable AttributeDefinition subAttribute) {

    /** The definition the path ends at. */
    public AttributeDefinition leaf() {
        return subAttribute == null ? attribute : subAttribute;
    }

    /** This attribute without its sub-attribute. */
    public ResolvedAttribute parent() {
        return subAttribute == null ? this : new ResolvedAttribute(extension, attribute, null);
    }

    /** The path in canonical spelling; with its URN when an extension defines it. */
    public String path() {
        return (extension == null ? "" : extension.id() + ":")
                + attribute.name()
                + (subAttribute == null ? "" : "." + subAttribute.name());
    }
}
