package au.com.visibuild.scim.protocol.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attribute and its characteristics (RFC 7643 §2.2).
 *
 * @param name the name in its canonical spelling
 * @param type the data type
 * @param multiValued whether the value is an array
 * @param description one sentence for people
 * @param required whether a resource must have it
 * @param caseExact whether strings are compared with case
 * @param mutability when it may change
 * @param returned when it is part of an answer
 * @param uniqueness among whom it must be unique
 * @param canonicalValues values that a client may expect; not enforced
 * @param referenceTypes what a reference may point at
 * @param subAttributes the members of a complex attribute; empty for others
 */
public record AttributeDefinition(
        String name,
        AttributeType type,
        boolean multiValued,
        String description,
        boolean required,
        boolean caseExact,
        Mutability mutability,
        Returned returned,
        Uniqueness uniqueness,
        List<String> canonicalValues,
        List<String> referenceTypes,
        List<AttributeDefinition> subAttributes) {

    public AttributeDefinition {
        canonicalValues = List.copyOf(canonicalValues);
        referenceTypes = List.copyOf(referenceTypes);
        subAttributes = List.copyOf(subAttributes);
    }

    /** The sub-attribute of that name, compared without case, or null. */
    public @Nullable AttributeDefinition subAttribute(String subName) {
        for (AttributeDefinition sub : subAttributes) {
            if (sub.name().equalsIgnoreCase(subName)) {
                return sub;
            }
        }
        return null;
    }

    /** Whether values have sub-attributes. */
    public boolean isComplex() {
        return type == AttributeType.COMPLEX;
    }
}
