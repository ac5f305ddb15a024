package au.com.visibuild.scim.protocol.patch;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.schema.AttributeDefinition;
import au.com.visibuild.scim.protocol.schema.Mutability;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;

/**
 * PUT (RFC 7644 §3.5.1): the body's values take the place of the stored ones, and what the body leaves out is cleared.
 * Two things stay when the body does not name them: {@code active}, because leaving it out must neither end nor restore
 * a person's access, and immutable values, because they may not change.
 */
public final class Replacement {

    private static final String ACTIVE = "active";

    private Replacement() {}

    /**
     * The resource after a PUT.
     *
     * @param current the resource in its stored form
     * @param body the validated body, in the same form
     * @throws ScimException {@code mutability} when the body has another value for an immutable attribute
     */
    public static PatchResult apply(ComplexValue current, ComplexValue body, ResourceSchema schema) {
        ComplexValue after = body;
        AttributeValue active = current.get(ACTIVE);
        if (active != null && StoredAttributes.member(body, ACTIVE).isUnassigned()) {
            after = after.with(ACTIVE, active);
        }
        WriteRules rules = WriteRules.of(schema);
        for (ResolvedAttribute attribute : ChangedAttributes.attributes(schema)) {
            if (mayHoldImmutable(attribute.attribute())) {
                after = keepImmutable(current, after, attribute, rules);
            }
        }
        return ChangedAttributes.between(current, after, schema, false);
    }

    private static boolean mayHoldImmutable(AttributeDefinition attribute) {
        if (attribute.mutability() == Mutability.IMMUTABLE) {
            return true;
        }
        // Elements have no identity by which an old and a new one could be held side by side.
        return !attribute.multiValued()
                && attribute.subAttributes().stream().anyMatch(sub -> sub.mutability() == Mutability.IMMUTABLE);
    }

    private static ComplexValue keepImmutable(
            ComplexValue current, ComplexValue after, ResolvedAttribute attribute, WriteRules rules) {
        AttributeValue was = StoredAttributes.get(current, attribute);
        AttributeValue is = StoredAttributes.get(after, attribute);
        if (is.isUnassigned()) {
            return StoredAttributes.set(after, attribute, was);
        }
        rules.requireChangeable(attribute, was, is);
        return after;
    }
}
