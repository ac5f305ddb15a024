package au.com.visibuild.scim.protocol.interop;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Bool;
import au.com.visibuild.scim.protocol.schema.AttributeDefinition;
import au.com.visibuild.scim.protocol.schema.AttributeType;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;

/** {@code "active": "True"}: the Boolean. */
final class BooleanTexts implements ValueQuirk {

    @Override
    public Tolerance tolerance() {
        return Tolerance.T2;
    }

    @Override
    public AttributeValue rewrite(ResolvedAttribute attribute, AttributeValue value) {
        return Leaves.mapTexts(attribute.leaf(), value, BooleanTexts::read);
    }

    /** The Boolean that the text spells where one is wanted; else the text. */
    static AttributeValue read(AttributeDefinition definition, String text) {
        boolean spelt = text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
        return spelt && definition.type() == AttributeType.BOOLEAN
                ? Bool.of(text.equalsIgnoreCase("true"))
                : AttributeValue.text(text);
    }
}
