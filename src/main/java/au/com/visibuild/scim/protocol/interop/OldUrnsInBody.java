package au.com.visibuild.scim.protocol.interop;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Text;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;

/** {@code "schemas": ["urn:scim:schemas:core:2.0"]}: the official URN, here and as the name of an extension's object. */
final class OldUrnsInBody implements Quirk<ComplexValue> {

    @Override
    public Tolerance tolerance() {
        return Tolerance.T10;
    }

    @Override
    public ComplexValue rewrite(ComplexValue body, ResourceSchema schema) {
        ComplexValue.Builder rewritten = ComplexValue.builder();
        for (ComplexValue.Member member : body.members()) {
            AttributeValue value =
                    member.name().equalsIgnoreCase("schemas") ? official(member.value(), schema) : member.value();
            String name = OldUrns.official(member.name(), schema);
            if (name.equals(member.name()) || !body.has(name)) {
                rewritten.put(name, value);
            }
        }
        return rewritten.build();
    }

    private static AttributeValue official(AttributeValue schemas, ResourceSchema schema) {
        return schemas instanceof Multi(var urns)
                ? new Multi(urns.stream()
                        .map(urn -> urn instanceof Text(var text)
                                ? AttributeValue.text(OldUrns.official(text, schema))
                                : urn)
                        .toList())
                : schemas;
    }
}
