package au.com.visibuild.scim.protocol.patch;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.patch.PatchTarget.Attribute;
import au.com.visibuild.scim.protocol.patch.PatchTarget.ElementSubAttribute;
import au.com.visibuild.scim.protocol.patch.PatchTarget.Elements;
import au.com.visibuild.scim.protocol.patch.PatchTarget.SubAttribute;
import au.com.visibuild.scim.protocol.patch.PatchTarget.WholeExtension;
import au.com.visibuild.scim.protocol.patch.PatchTarget.WholeResource;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import org.jspecify.annotations.Nullable;

/** {@code add} (RFC 7644 §3.5.2.1): sets what is single, merges what is complex, appends to what is multi-valued. */
record AddOperation(Assignment assignment) implements Rulebook {

    @Override
    public ComplexValue apply(ComplexValue resource, PatchTarget target, @Nullable AttributeValue value) {
        AttributeValue given = Assignment.required(value, "add");
        return switch (target) {
            case WholeResource _ -> assignment.eachMember(this, resource, given);
            case WholeExtension(var extension) -> assignment.eachMember(this, resource, extension, given);
            case Attribute(var attribute) -> attribute(resource, attribute, given);
            case SubAttribute(var attribute) -> assignment.subAttribute(resource, attribute, given);
            case Elements elements -> assignment.elements(resource, elements, given, this::mergedElement);
            case ElementSubAttribute sub -> assignment.elementSubAttribute(resource, sub, given);
        };
    }

    private ComplexValue attribute(ComplexValue resource, ResolvedAttribute attribute, AttributeValue value) {
        if (!attribute.attribute().multiValued()) {
            return assignment.single(resource, attribute, value);
        }
        return assignment.assign(
                resource,
                attribute,
                stored -> ElementList.append(
                        ElementList.of(stored), assignment.rules().checkedElements(attribute, value)));
    }

    private AttributeValue mergedElement(ResolvedAttribute attribute, AttributeValue element, AttributeValue value) {
        return element instanceof Complex(var before) && value instanceof Complex(var members)
                ? new Complex(assignment.rules().merged(attribute, before, members))
                : assignment.rules().checkedElement(attribute, value);
    }
}
