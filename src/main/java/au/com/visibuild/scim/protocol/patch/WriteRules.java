package au.com.visibuild.scim.protocol.patch;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.schema.AttributeDefinition;
import au.com.visibuild.scim.protocol.schema.Mutability;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import au.com.visibuild.scim.protocol.schema.ResourceValidator;
import java.util.List;

/**
 * What the schema lets an operation write. Unlike in PUT and POST, a readOnly target is an error and not ignored
 * (RFC 7644 §3.5.2).
 */
record WriteRules(ResourceValidator validator, Effort effort) {

    /** The rules for one request. */
    static WriteRules of(ResourceSchema schema) {
        return new WriteRules(new ResourceValidator(schema), new Effort());
    }

    /** Refuses readOnly attributes and sub-attributes. */
    void requireWritable(ResolvedAttribute target) {
        if (target.attribute().mutability() == Mutability.READ_ONLY
                || target.leaf().mutability() == Mutability.READ_ONLY) {
            throw ScimException.mutability(target.path() + " is readOnly.");
        }
    }

    /** Refuses to take away what the resource must have, or what may never change. */
    void requireRemovable(ResolvedAttribute target) {
        requireWritable(target);
        if (target.leaf().required()) {
            throw ScimException.mutability(target.path() + " is required and cannot be removed.");
        }
    }

    /** Refuses to change an immutable value that is assigned already (RFC 7643 §7). */
    void requireChangeable(ResolvedAttribute target, AttributeValue before, AttributeValue after) {
        if (target.leaf().mutability() == Mutability.IMMUTABLE && !before.isUnassigned() && !before.equals(after)) {
            throw ScimException.mutability(target.path() + " is immutable and has a value.");
        }
        if (before instanceof Complex(var old)) {
            ComplexValue now = StoredAttributes.complex(after);
            for (AttributeDefinition sub : target.attribute().subAttributes()) {
                if (sub.mutability() == Mutability.IMMUTABLE) {
                    requireChangeable(
                            sub(target, sub),
                            StoredAttributes.member(old, sub.name()),
                            StoredAttributes.member(now, sub.name()));
                }
            }
        }
    }

    /** The value in canonical form, after it was found to be of the attribute's type and to hold nothing readOnly. */
    AttributeValue checked(ResolvedAttribute target, AttributeValue value) {
        requireNothingReadOnly(target, value);
        return validator.validateValue(target, value);
    }

    /** An object with the value's members put over it, each checked; a null member takes the old one away. */
    ComplexValue merged(ResolvedAttribute target, ComplexValue before, ComplexValue value) {
        ComplexValue after = before;
        for (ComplexValue.Member member : value.members()) {
            AttributeDefinition sub = target.attribute().subAttribute(member.name());
            if (sub == null) {
                throw ScimException.invalidSyntax("The value for " + target.path() + " has an unknown sub-attribute.");
            }
            requireWritable(sub(target, sub));
            AttributeValue checked = checked(sub(target, sub), member.value());
            after = StoredAttributes.setMember(after, sub.name(), checked);
        }
        return after;
    }

    /** Whether values of the attribute are stored at all; a password is checked and dropped. */
    boolean isKept(ResolvedAttribute target) {
        return target.attribute().mutability() != Mutability.WRITE_ONLY
                && target.leaf().mutability() != Mutability.WRITE_ONLY;
    }

    /** A checked element of a multi-valued attribute. */
    AttributeValue checkedElement(ResolvedAttribute target, AttributeValue value) {
        if (value instanceof Multi || value.isUnassigned()) {
            throw ScimException.invalidValue(
                    "The path names elements of " + target.path() + ": the value must be one.");
        }
        return checked(target, value);
    }

    /** The elements of a checked array, or a checked single element, as a list. */
    List<AttributeValue> checkedElements(ResolvedAttribute target, AttributeValue value) {
        return ElementList.of(checked(target, value));
    }

    private void requireNothingReadOnly(ResolvedAttribute target, AttributeValue value) {
        if (value instanceof Multi(var elements)) {
            elements.forEach(element -> requireNothingReadOnly(target, element));
        }
        if (value instanceof Complex(var members) && target.subAttribute() == null) {
            for (AttributeDefinition sub : target.attribute().subAttributes()) {
                if (sub.mutability() == Mutability.READ_ONLY && members.has(sub.name())) {
                    throw ScimException.mutability(sub(target, sub).path() + " is readOnly.");
                }
            }
        }
    }

    private static ResolvedAttribute sub(ResolvedAttribute target, AttributeDefinition sub) {
        return new ResolvedAttribute(target.extension(), target.attribute(), sub);
    }
}
