package au.com.visibuild.scim.protocol.interop;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import java.util.Locale;

/** {@code "op": "Replace"}: {@code "replace"}. */
final class CapitalOps implements Quirk<ComplexValue> {

    @Override
    public Tolerance tolerance() {
        return Tolerance.T1;
    }

    @Override
    public ComplexValue rewrite(ComplexValue message, ResourceSchema schema) {
        if (!(message.get("Operations") instanceof Multi(var operations))) {
            return message;
        }
        return message.with(
                "Operations",
                new Multi(operations.stream().map(CapitalOps::lowerCased).toList()));
    }

    private static AttributeValue lowerCased(AttributeValue operation) {
        if (!(operation instanceof Complex(var members))) {
            return operation;
        }
        String op = members.text("op");
        return op == null
                ? operation
                : new Complex(members.with("op", AttributeValue.text(op.toLowerCase(Locale.ROOT))));
    }
}
