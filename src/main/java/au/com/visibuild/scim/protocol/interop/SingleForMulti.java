package au.com.visibuild.scim.protocol.interop;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Text;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.schema.AttributeDefinition;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;

/** {@code "emails": {"value": "x"}}, {@code "emails": "x"}, {@code "emails": ["x"]}: an array of objects. */
final class SingleForMulti implements ValueQuirk {

    @Override
    public Tolerance tolerance() {
        return Tolerance.T8;
    }

    @Override
    public AttributeValue rewrite(ResolvedAttribute attribute, AttributeValue value) {
        AttributeDefinition leaf = attribute.leaf();
        if (!leaf.multiValued() || value.isUnassigned()) {
            return value;
        }
        Multi elements = value instanceof Multi several ? several : Multi.of(value);
        // Strings for roles are a tolerance of their own.
        boolean wrapsTexts = leaf.subAttribute("value") != null && !RoleTexts.isRoles(attribute);
        if (!wrapsTexts && leaf.isComplex() && value instanceof Text) {
            return value;
        }
        return elements.map(element -> wrapsTexts && element instanceof Text
                ? new Complex(ComplexValue.EMPTY.with("value", element))
                : element);
    }
}
