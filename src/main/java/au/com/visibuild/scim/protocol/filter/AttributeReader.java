package au.com.visibuild.scim.protocol.filter;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.schema.AttributeDefinition;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import au.com.visibuild.scim.protocol.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds an attribute's values in a resource's full representation, where extensions stand under their URN. */
public final class AttributeReader {

    private AttributeReader() {}

    /** The elements of the attribute (not of its sub-attribute); a single value counts as one. Empty without value. */
    public static List<AttributeValue> elements(ComplexValue resource, ResolvedAttribute attribute) {
        Schema extension = attribute.extension();
        ComplexValue root = extension == null ? resource : complex(resource.get(extension.id()));
        return elements(root.get(attribute.attribute().name()));
    }

    /** What the path's values compare as, in their order; values of another type than the schema says are left out. */
    public static List<Operand> operands(ComplexValue resource, ResolvedAttribute attribute) {
        List<Operand> operands = new ArrayList<>();
        for (AttributeValue element : elements(resource, attribute)) {
            operands.addAll(operandsOf(element, attribute));
        }
        return operands;
    }

    /** As {@link #operands}, for one element of the attribute. */
    public static List<Operand> operandsOf(AttributeValue element, ResolvedAttribute attribute) {
        AttributeDefinition leaf = attribute.leaf();
        List<AttributeValue> values = attribute.subAttribute() == null
                ? List.of(element)
                : elements(complex(element).get(leaf.name()));
        List<Operand> operands = new ArrayList<>(values.size());
        for (AttributeValue value : values) {
            Operand operand = Operand.of(leaf, value);
            if (operand != null) {
                operands.add(operand);
            }
        }
        return operands;
    }

    static List<AttributeValue> elements(@Nullable AttributeValue value) {
        return switch (value) {
            case null -> List.of();
            case AttributeValue.Unassigned _ -> List.of();
            case AttributeValue.Multi(var elements) -> elements;
            case AttributeValue.Text _, AttributeValue.Bool _, AttributeValue.Decimal _, AttributeValue.Complex _ ->
                List.of(value);
        };
    }

    private static ComplexValue complex(@Nullable AttributeValue value) {
        return value instanceof AttributeValue.Complex(var complex) ? complex : ComplexValue.EMPTY;
    }
}
