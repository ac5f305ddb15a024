package au.com.visibuild.scim.protocol.interop;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Text;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import au.com.visibuild.scim.protocol.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** An extension's object without its URN in {@code schemas}: the URN is added. */
final class UndeclaredExtension implements Quirk<ComplexValue> {

    @Override
    public Tolerance tolerance() {
        return Tolerance.T11;
    }

    @Override
    public ComplexValue rewrite(ComplexValue body, ResourceSchema schema) {
        if (!(body.get("schemas") instanceof Multi(var declared))) {
            return body;
        }
        List<AttributeValue> all = new ArrayList<>(declared);
        for (Schema extension : schema.extensions()) {
            if (body.has(extension.id()) && !names(declared, extension.id())) {
                all.add(AttributeValue.text(extension.id()));
            }
        }
        return all.size() == declared.size() ? body : body.with("schemas", new Multi(all));
    }

    private static boolean names(List<AttributeValue> declared, String urn) {
        return declared.stream().anyMatch(value -> value instanceof Text(var text) && text.equalsIgnoreCase(urn));
    }
}
