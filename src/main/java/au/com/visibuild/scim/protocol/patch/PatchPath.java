package au.com.visibuild.scim.protocol.patch;

import au.com.visibuild.scim.protocol.attribute.AttributePath;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.filter.ValuePathExpression;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import au.com.visibuild.scim.protocol.schema.Schema;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From the text of a path to what it points at in a schema. */
final class PatchPath {

    private PatchPath() {}

    static PatchTarget resolve(@Nullable String text, ResourceSchema schema) {
        if (text == null) {
            return new PatchTarget.WholeResource();
        }
        ValuePathExpression path = ValuePathExpression.parse(text, schema, Set.of());
        if (path.path().name().isEmpty()) {
            return extension(path.path(), schema);
        }
        ResolvedAttribute attribute = schema.resolve(path.path());
        ResolvedAttribute sub = schema.resolve(
                new AttributePath(path.path().schema(), path.path().name(), path.subAttribute()));
        if (attribute == null || sub == null) {
            throw ScimException.invalidPath("The path names no attribute of " + schema.name() + ".");
        }
        if (!attribute.attribute().multiValued()) {
            return single(sub, path);
        }
        return multiValued(attribute, sub, path);
    }

    private static PatchTarget extension(AttributePath path, ResourceSchema schema) {
        Schema extension = path.schema() == null ? null : schema.extension(path.schema());
        if (extension == null) {
            throw ScimException.invalidPath("The path names no extension and no attribute of " + schema.name() + ".");
        }
        return new PatchTarget.WholeExtension(extension);
    }

    private static PatchTarget single(ResolvedAttribute target, ValuePathExpression path) {
        if (path.filter() != null) {
            throw ScimException.invalidPath(target.parent().path() + " has one value: its path takes no filter.");
        }
        return target.subAttribute() == null ? new PatchTarget.Attribute(target) : new PatchTarget.SubAttribute(target);
    }

    private static PatchTarget multiValued(
            ResolvedAttribute attribute, ResolvedAttribute target, ValuePathExpression path) {
        ElementFilter filter = path.filter() == null ? null : ElementFilter.of(path.filter(), attribute);
        if (target.subAttribute() != null) {
            return new PatchTarget.ElementSubAttribute(target, filter);
        }
        return filter == null ? new PatchTarget.Attribute(target) : new PatchTarget.Elements(target, filter);
    }
}
