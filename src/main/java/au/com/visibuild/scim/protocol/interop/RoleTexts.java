package au.com.visibuild.scim.protocol.interop;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Text;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;

/** {@code "roles": ["Admin"]}: roles whose {@code value} is the text, whatever the text holds. */
final class RoleTexts implements ValueQuirk {

    @Override
    public Tolerance tolerance() {
        return Tolerance.T7;
    }

    @Override
    public AttributeValue rewrite(ResolvedAttribute attribute, AttributeValue value) {
        if (!isRoles(attribute)) {
            return value;
        }
        return switch (value) {
            case Text _ -> Multi.of(role(value));
            case Multi elements -> elements.map(RoleTexts::role);
            case Complex _, AttributeValue.Bool _, AttributeValue.Decimal _, AttributeValue.Unassigned _ -> value;
        };
    }

    static boolean isRoles(ResolvedAttribute attribute) {
        return attribute.extension() == null
                && attribute.subAttribute() == null
                && attribute.attribute().name().equals("roles");
    }

    private static AttributeValue role(AttributeValue element) {
        return element instanceof Text ? new Complex(ComplexValue.EMPTY.with("value", element)) : element;
    }
}
