package au.com.visibuild.scim.protocol.interop;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Bool;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import java.util.ArrayList;
import java.util.List;

/** Two elements with {@code "primary": true}: only the first keeps it. */
final class SecondPrimary implements ValueQuirk {

    @Override
    public Tolerance tolerance() {
        return Tolerance.T18;
    }

    @Override
    public AttributeValue rewrite(ResolvedAttribute attribute, AttributeValue value) {
        if (!(value instanceof Multi(var elements)) || attribute.leaf().subAttribute("primary") == null) {
            return value;
        }
        List<AttributeValue> rewritten = new ArrayList<>(elements.size());
        boolean seen = false;
        for (AttributeValue element : elements) {
            if (element instanceof Complex(var members) && Bool.TRUE.equals(members.get("primary"))) {
                rewritten.add(seen ? new Complex(members.with("primary", Bool.FALSE)) : element);
                seen = true;
            } else {
                rewritten.add(element);
            }
        }
        return new Multi(rewritten);
    }
}
