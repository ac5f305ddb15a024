package au.com.visibuild.scim.protocol.schema;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Bool;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Unassigned;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks values against definitions and brings them into canonical form: names spelt and ordered as the schema does,
 * readOnly and unassigned members left out. A faulty value is noted and becomes {@link Unassigned}, so that the check
 * goes on and finds the other faults.
 *
 * <p>A {@code place} is where the value stands in the body ({@code emails[1].type}); a {@code path} names its
 * attribute ({@code emails.type}).
 */
record AttributeCheck(Faults faults) {

    static final Unassigned NOTHING = new Unassigned();

    /** The whole value of an attribute. */
    AttributeValue attribute(AttributeDefinition attribute, String path, AttributeValue value) {
        if (value instanceof Unassigned) {
            return NOTHING;
        }
        if (!attribute.multiValued()) {
            return single(attribute, path, path, value);
        }
        if (!(value instanceof Multi(var elements))) {
            faults.value(path, ValueCheck.expected("an array", value));
            return NOTHING;
        }
        return elements(attribute, path, elements);
    }

    /** One element of a multi-valued attribute, or the value of a single-valued one. */
    AttributeValue single(AttributeDefinition attribute, String path, String place, AttributeValue value) {
        String fault = ValueCheck.fault(attribute, path, value);
        if (fault != null) {
            faults.value(place, fault);
            return NOTHING;
        }
        return value instanceof Complex(var object) ? complex(attribute, path, place, object) : value;
    }

    private AttributeValue elements(AttributeDefinition attribute, String path, List<AttributeValue> elements) {
        if (elements.size() > ResourceValidator.MAX_ELEMENTS) {
            faults.value(path, "more than " + ResourceValidator.MAX_ELEMENTS + " values");
            return NOTHING;
        }
        List<AttributeValue> kept = new ArrayList<>();
        int primary = -1;
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof Unassigned) {
                continue;
            }
            String place = path + "[" + i + "]";
            AttributeValue element = single(attribute, path, place, elements.get(i));
            if (!element.isUnassigned()) {
                kept.add(element);
            }
            if (element instanceof Complex(var object) && Bool.TRUE.equals(object.get("primary"))) {
                if (primary >= 0) {
                    faults.value(
                            place + ".primary", "only one value may be primary, and " + path + "[" + primary + "] is");
                } else {
                    primary = i;
                }
            }
        }
        return kept.isEmpty() ? NOTHING : new Multi(kept);
    }

    private AttributeValue complex(AttributeDefinition attribute, String path, String place, ComplexValue object) {
        for (ComplexValue.Member member : object.members()) {
            if (attribute.subAttribute(member.name()) == null) {
                faults.structure(
                        place + "." + SoundText.quotable(member.name()),
                        "no such sub-attribute of " + attribute.name());
            }
        }
        ComplexValue.Builder canonical = ComplexValue.builder();
        for (AttributeDefinition sub : attribute.subAttributes()) {
            AttributeValue value = object.get(sub.name());
            if (sub.mutability() == Mutability.READ_ONLY) {
                continue;
            }
            String subPlace = place + "." + sub.name();
            if (value == null || value instanceof Unassigned) {
                if (sub.required()) {
                    faults.value(subPlace, "required");
                }
                continue;
            }
            AttributeValue checked = single(sub, path + "." + sub.name(), subPlace, value);
            if (!checked.isUnassigned()) {
                canonical.put(sub.name(), checked);
            }
        }
        ComplexValue result = canonical.build();
        return result.isEmpty() ? NOTHING : new Complex(result);
    }
}
