package au.com.visibuild.scim.protocol.interop;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;

/** {@code ["x"]} or {@code [{"$ref": null, "value": "x"}]} for an attribute with one value: {@code "x"}. Managers have T6. */
final class ArrayOfOne implements ValueQuirk {

    private static final String VALUE = "value";

    @Override
    public Tolerance tolerance() {
        return Tolerance.T27;
    }

    @Override
    public AttributeValue rewrite(ResolvedAttribute attribute, AttributeValue value) {
        return !Managers.isManager(attribute)
                        && !attribute.leaf().multiValued()
                        && value instanceof Multi(var elements)
                        && elements.size() == 1
                ? one(attribute, elements.getFirst())
                : value;
    }

    private static AttributeValue one(ResolvedAttribute attribute, AttributeValue element) {
        AttributeValue inner = element instanceof Complex(var members) ? members.get(VALUE) : null;
        return inner == null || attribute.leaf().isComplex() ? element : inner;
    }
}
