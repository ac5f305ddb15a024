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
        return body.map(member -> {
            String name = OldUrns.official(member.name(), schema);
            if (!name.equals(member.name())) {
                return body.has(name) ? null : new ComplexValue.Member(name, member.value());
            }
            return member.name().equalsIgnoreCase("schemas") ? member.with(official(member.value(), schema)) : member;
        });
    }

    private static AttributeValue official(AttributeValue schemas, ResourceSchema schema) {
        return schemas instanceof Multi urns
                ? urns.map(urn ->
                        urn instanceof Text(var text) ? AttributeValue.text(OldUrns.official(text, schema)) : urn)
                : schemas;
    }
}
