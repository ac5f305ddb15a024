package au.com.visibuild.scim.protocol.query;

import au.com.visibuild.scim.protocol.attribute.AttributePath;
import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.filter.AttributeReader;
import au.com.visibuild.scim.protocol.filter.Operand;
import au.com.visibuild.scim.protocol.schema.AttributeDefinition;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import au.com.visibuild.scim.protocol.schema.Returned;
import au.com.visibuild.scim.protocol.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The folded twin of a resource that SQL filters look into: each value in the form its type compares ({@link Operand}),
 * names in canonical spelling, extensions under their URN, multi-valued attributes as arrays. What has no value, is never
 * returned, or is not in the schemas is left out, so that in a search document presence is a key.
 */
public final class SearchDocument {

    private SearchDocument() {}

    /** The search document of a resource's full representation. */
    public static ComplexValue of(ComplexValue representation, ResourceSchema schema) {
        ComplexValue.Builder document = ComplexValue.builder();
        for (ComplexValue.Member member : representation.members()) {
            Schema extension = schema.extension(member.name());
            if (extension == null) {
                put(document, schema.resolve(AttributePath.of(member.name())), representation);
            } else if (member.value() instanceof AttributeValue.Complex(var inner)) {
                ComplexValue folded = extension(inner, extension, representation, schema);
                if (!folded.isEmpty()) {
                    document.put(extension.id(), new AttributeValue.Complex(folded));
                }
            }
        }
        return document.build();
    }

    private static ComplexValue extension(
            ComplexValue inner, Schema extension, ComplexValue representation, ResourceSchema schema) {
        ComplexValue.Builder document = ComplexValue.builder();
        for (ComplexValue.Member member : inner.members()) {
            put(document, schema.resolve(new AttributePath(extension.id(), member.name(), null)), representation);
        }
        return document.build();
    }

    private static void put(
            ComplexValue.Builder document, @Nullable ResolvedAttribute attribute, ComplexValue representation) {
        if (attribute == null || attribute.leaf().returned() == Returned.NEVER) {
            return;
        }
        List<AttributeValue> folded = new ArrayList<>();
        for (AttributeValue unfolded : AttributeReader.elements(representation, attribute)) {
            AttributeValue element = element(unfolded, attribute);
            if (!element.isUnassigned()) {
                folded.add(element);
            }
        }
        if (!folded.isEmpty()) {
            boolean multiValued = attribute.leaf().multiValued();
            document.put(attribute.leaf().name(), multiValued ? new AttributeValue.Multi(folded) : folded.getFirst());
        }
    }

    private static AttributeValue element(AttributeValue element, ResolvedAttribute attribute) {
        if (!attribute.leaf().isComplex()) {
            return value(element, attribute);
        }
        ComplexValue.Builder document = ComplexValue.builder();
        for (AttributeDefinition sub : attribute.leaf().subAttributes()) {
            AttributeValue folded =
                    value(element, new ResolvedAttribute(attribute.extension(), attribute.attribute(), sub));
            if (!folded.isUnassigned() && sub.returned() != Returned.NEVER) {
                document.put(sub.name(), folded);
            }
        }
        return new AttributeValue.Complex(document.build());
    }

    private static AttributeValue value(AttributeValue element, ResolvedAttribute attribute) {
        List<Operand> operands = AttributeReader.operandsOf(element, attribute);
        return operands.isEmpty()
                ? new AttributeValue.Unassigned()
                : operands.getFirst().toValue();
    }
}
