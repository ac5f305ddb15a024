package au.com.visibuild.scim.protocol.projection;

import au.com.visibuild.scim.protocol.attribute.AttributePath;
import au.com.visibuild.scim.protocol.schema.AttributeDefinition;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import au.com.visibuild.scim.protocol.schema.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names of a projection, looked up once for all resources of an answer.
 *
 * @param whole paths and schema URNs that are named themselves, in canonical spelling
 * @param partly paths of attributes of which a sub-attribute is named
 */
record NamedAttributes(Set<String> whole, Set<String> partly) {

    static NamedAttributes of(List<String> names, ResourceSchema schema) {
        Set<String> whole = new HashSet<>();
        Set<String> partly = new HashSet<>();
        for (String name : names) {
            Schema all = schemaOf(name, schema);
            if (all != null) {
                whole.add(all.id());
                continue;
            }
            ResolvedAttribute found = find(name, schema);
            if (found != null) {
                whole.add(found.path());
                if (found.subAttribute() != null) {
                    partly.add(found.parent().path());
                }
            }
        }
        return new NamedAttributes(whole, partly);
    }

    /** Whether the attribute is named itself or through its schema. */
    boolean hasWhole(ResolvedAttribute attribute, Schema definedIn) {
        return whole.contains(attribute.path()) || whole.contains(definedIn.id());
    }

    /** Whether a sub-attribute of it is named. */
    boolean hasPart(ResolvedAttribute attribute) {
        return partly.contains(attribute.path());
    }

    /** Whether this very sub-attribute is named. */
    boolean hasSub(ResolvedAttribute attribute, AttributeDefinition sub) {
        return whole.contains(attribute.path() + "." + sub.name());
    }

    private static @Nullable Schema schemaOf(String name, ResourceSchema schema) {
        return name.equalsIgnoreCase(schema.core().id()) ? schema.core() : schema.extension(name);
    }

    /** RFC 7644 §3.10 lets the URN of an extension be left out only by "should": a bare name is looked up there too. */
    private static @Nullable ResolvedAttribute find(String name, ResourceSchema schema) {
        int colon = name.lastIndexOf(':');
        String local = name.substring(colon + 1);
        int dot = local.indexOf('.');
        String attribute = dot < 0 ? local : local.substring(0, dot);
        String sub = dot < 0 ? null : local.substring(dot + 1);
        if (colon >= 0) {
            return schema.resolve(new AttributePath(name.substring(0, colon), attribute, sub));
        }
        ResolvedAttribute core = schema.resolve(AttributePath.of(attribute, sub));
        if (core != null) {
            return core;
        }
        for (Schema extension : schema.extensions()) {
            ResolvedAttribute found = schema.resolve(new AttributePath(extension.id(), attribute, sub));
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
