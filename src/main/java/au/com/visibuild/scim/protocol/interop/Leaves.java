package au.com.visibuild.scim.protocol.interop;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Bool;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Decimal;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Text;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Unassigned;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.schema.AttributeDefinition;
import java.util.function.BiFunction;

/** Walks from an attribute's value down to its simple values: through arrays and known sub-attributes. */
final class Leaves {

    private Leaves() {}

    /** The value with each string in it changed, given the definition it stands under. */
    static AttributeValue mapTexts(
            AttributeDefinition attribute,
            AttributeValue value,
            BiFunction<AttributeDefinition, String, AttributeValue> change) {
        return switch (value) {
            case Text(var text) -> change.apply(attribute, text);
            case Multi elements -> elements.map(element -> mapTexts(attribute, element, change));
            case Complex(var members) -> {
                ComplexValue mapped = members.map(member -> {
                    AttributeDefinition sub = attribute.subAttribute(member.name());
                    return sub == null ? member : member.with(mapTexts(sub, member.value(), change));
                });
                yield mapped.equals(members) ? value : new Complex(mapped);
            }
            case Bool _, Decimal _, Unassigned _ -> value;
        };
    }
}
