package au.com.visibuild.scim.protocol.interop;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.patch.PatchOperation;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import au.com.visibuild.scim.protocol.schema.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a value quirk to the values of PATCH operations, wherever their paths point. */
record InOperations(ValueQuirk quirk) implements Quirk<List<PatchOperation>> {

    @Override
    public Tolerance tolerance() {
        return quirk.tolerance();
    }

    @Override
    public List<PatchOperation> rewrite(List<PatchOperation> operations, ResourceSchema schema) {
        return operations.stream()
                .map(operation -> operation.value() == null
                        ? operation
                        : operation.withValue(value(operation.path(), operation.value(), schema)))
                .toList();
    }

    private AttributeValue value(@Nullable String path, AttributeValue value, ResourceSchema schema) {
        InBody inBody = new InBody(quirk);
        if (path == null) {
            return value instanceof Complex(var members) ? new Complex(inBody.rewrite(members, schema)) : value;
        }
        RequestedPath requested = RequestedPath.of(path, schema);
        Schema extension = requested.extension();
        if (extension != null) {
            return value instanceof Complex(var members)
                    ? new Complex(inBody.inExtension(members, extension, schema))
                    : value;
        }
        ResolvedAttribute attribute = requested.attribute();
        if (attribute == null) {
            return value;
        }
        return requested.picksElements() && attribute.subAttribute() == null
                ? element(attribute, value)
                : quirk.rewrite(attribute, value);
    }

    /** The quirk sees an element as an array of one, because for it the attribute is multi-valued. */
    private AttributeValue element(ResolvedAttribute attribute, AttributeValue value) {
        return quirk.rewrite(attribute, Multi.of(value)) instanceof Multi(var elements) && elements.size() == 1
                ? elements.getFirst()
                : value;
    }
}
