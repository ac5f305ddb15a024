package au.com.visibuild.scim.protocol.patch;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Unassigned;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.patch.PatchTarget.Attribute;
import au.com.visibuild.scim.protocol.patch.PatchTarget.ElementSubAttribute;
import au.com.visibuild.scim.protocol.patch.PatchTarget.Elements;
import au.com.visibuild.scim.protocol.patch.PatchTarget.SubAttribute;
import au.com.visibuild.scim.protocol.patch.PatchTarget.WholeExtension;
import au.com.visibuild.scim.protocol.patch.PatchTarget.WholeResource;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * {@code replace} (RFC 7644 §3.5.2.3): as add, but the values of a multi-valued attribute make room for the new ones,
 * and an element that a filter picks is replaced as a whole. A complex attribute is merged here too.
 */
record ReplaceOperation(Assignment assignment) implements Rulebook {

    @Override
    public ComplexValue apply(ComplexValue resource, PatchTarget target, @Nullable AttributeValue value) {
        AttributeValue given = Assignment.required(value, "replace");
        return switch (target) {
            case WholeResource _ -> assignment.eachMember(this, resource, given);
            case WholeExtension(var extension) -> assignment.eachMember(this, resource, extension, given);
            case Attribute(var attribute) -> attribute(resource, attribute, given);
            case SubAttribute(var attribute) -> assignment.subAttribute(resource, attribute, given);
            case Elements elements ->
                assignment.elements(
                        resource,
                        elements,
                        given,
                        (attribute, _, element) -> assignment.rules().checkedElement(attribute, element));
            case ElementSubAttribute sub -> assignment.elementSubAttribute(resource, sub, given);
        };
    }

    private ComplexValue attribute(ComplexValue resource, ResolvedAttribute attribute, AttributeValue value) {
        if (!attribute.attribute().multiValued()) {
            return assignment.single(resource, attribute, value);
        }
        assignment.rules().requireWritable(attribute);
        if (!(value instanceof Multi || value instanceof Unassigned)) {
            throw ScimException.invalidValue(attribute.path() + " is multi-valued: its value must be an array.");
        }
        List<AttributeValue> elements = assignment.rules().checkedElements(attribute, value);
        Set<Integer> all = IntStream.range(0, elements.size()).boxed().collect(Collectors.toSet());
        return assignment.assign(resource, attribute, _ -> ElementList.store(elements, all));
    }
}
