package au.com.visibuild.scim.protocol.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schema (RFC 7643 §7).
 *
 * @param id its URN
 * @param name its short name, for people
 * @param description one sentence, for people
 * @param attributes the attributes it defines
 */
public record Schema(String id, String name, String description, List<AttributeDefinition> attributes) {

    public Schema {
        attributes = List.copyOf(attributes);
    }

    /** The attribute of that name, compared without case, or null. */
    public @Nullable AttributeDefinition attribute(String attributeName) {
        for (AttributeDefinition attribute : attributes) {
            if (attribute.name().equalsIgnoreCase(attributeName)) {
                return attribute;
            }
        }
        return null;
    }
}
