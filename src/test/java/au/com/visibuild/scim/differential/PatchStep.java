package au.com.visibuild.scim.differential;

import au.com.visibuild.scim.platform.AttributeJson;
import au.com.visibuild.scim.protocol.attribute.AttributePath;
import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimType;
import au.com.visibuild.scim.protocol.filter.Filter;
import au.com.visibuild.scim.protocol.patch.PatchOperation;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import au.com.visibuild.scim.protocol.schema.Schema;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a PATCH request whose path is known by its parts, so that a model needs no parser.
 *
 * @param value null when the operation has no such member
 */
record PatchStep(
        PatchOperation.Op op, Place place, @Nullable AttributeValue value) {

    /** What the path points at. */
    sealed interface Place {
        /** The path's text; null for none. */
        @Nullable
        String path();

        /** No path. */
        record Everything() implements Place {
            @Override
            public @Nullable String path() {
                return null;
            }
        }

        /** An extension's URN. */
        record Extension(Schema schema) implements Place {
            @Override
            public String path() {
                return schema.id();
            }
        }

        /** An attribute or sub-attribute, of the elements that the filter picks when there is one. */
        record Attribute(
                ResolvedAttribute attribute, @Nullable Filter filter, int spelling) implements Place {
            @Override
            public String path() {
                AttributePath parent = new AttributePath(
                        attribute.extension() == null
                                ? null
                                : attribute.extension().id(),
                        attribute.attribute().name(),
                        null);
                String name = spelling % 3 == 0 ? parent.toString().toUpperCase(Locale.ROOT) : parent.toString();
                String brackets = filter == null ? "" : "[" + new SpelledFilter(filter, spelling).text() + "]";
                return name
                        + brackets
                        + (attribute.subAttribute() == null
                                ? ""
                                : "." + attribute.subAttribute().name());
            }
        }

        /** A path that means nothing, and the refusal it must get. */
        record Broken(String path, ScimType refusal) implements Place {}
    }

    PatchOperation operation() {
        return new PatchOperation(op, place.path(), value);
    }

    /** The operation as it stands in a message. */
    ComplexValue json() {
        ComplexValue.Builder json = ComplexValue.builder().putText("op", op.keyword());
        json.putText("path", place.path());
        return (value == null ? json : json.put("value", value)).build();
    }

    @Override
    public String toString() {
        return AttributeJson.write(json());
    }
}
