package au.com.visibuild.scim.protocol.schema;

import au.com.visibuild.scim.protocol.attribute.AttributePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All attributes of one resource type: the common ones (RFC 7643 §3.1), its core schema's, its extensions'.
 *
 * @param name the resource type's name, such as {@code User}
 * @param endpoint where it lives below the base, such as {@code /Users}
 * @param core the base schema
 * @param extensions the schemas that may extend it; none is required
 */
public record ResourceSchema(String name, String endpoint, Schema core, List<Schema> extensions) {

    public ResourceSchema {
        extensions = List.copyOf(extensions);
    }

    /** Finds a path; null when the resource type has no such attribute. Names and URNs are compared without case. */
    public @Nullable ResolvedAttribute resolve(AttributePath path) {
        if (path.name().isEmpty()) {
            return null;
        }
        if (path.schema() == null) {
            AttributeDefinition common = CommonAttributes.find(path.name());
            return resolveIn(null, common == null ? core.attribute(path.name()) : common, path.subAttribute());
        }
        if (path.schema().equalsIgnoreCase(core.id())) {
            return resolve(new AttributePath(null, path.name(), path.subAttribute()));
        }
        Schema extension = extension(path.schema());
        return extension == null ? null : resolveIn(extension, extension.attribute(path.name()), path.subAttribute());
    }

    /** The extension with that URN, compared without case, or null. */
    public @Nullable Schema extension(String urn) {
        for (Schema extension : extensions) {
            if (extension.id().equalsIgnoreCase(urn)) {
                return extension;
            }
        }
        return null;
    }

    /** Whether the URN is that of the core schema or of an extension. */
    public boolean knows(String urn) {
        return core.id().equalsIgnoreCase(urn) || extension(urn) != null;
    }

    private static @Nullable ResolvedAttribute resolveIn(
            @Nullable Schema extension, @Nullable AttributeDefinition attribute, @Nullable String subName) {
        if (attribute == null) {
            return null;
        }
        if (subName == null) {
            return new ResolvedAttribute(extension, attribute, null);
        }
        AttributeDefinition sub = attribute.subAttribute(subName);
        return sub == null ? null : new ResolvedAttribute(extension, attribute, sub);
    }
}
