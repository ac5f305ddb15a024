package au.com.visibuild.scim.protocol.interop;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Unassigned;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;

/** {@code "title": ""}: no title. What is required stays empty, for the validator to refuse. */
final class EmptyTexts implements ValueQuirk {

    @Override
    public Tolerance tolerance() {
        return Tolerance.T9;
    }

    @Override
    public AttributeValue rewrite(ResolvedAttribute attribute, AttributeValue value) {
        return Leaves.mapTexts(
                attribute.leaf(),
                value,
                (definition, text) ->
                        text.isEmpty() && !definition.required() ? new Unassigned() : AttributeValue.text(text));
    }
}
