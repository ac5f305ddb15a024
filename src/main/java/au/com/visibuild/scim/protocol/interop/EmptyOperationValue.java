package au.com.visibuild.scim.protocol.interop;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.patch.PatchOperation;
import au.com.visibuild.scim.protocol.patch.PatchOperation.Op;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import java.util.List;

/**
 * {@code "op": "replace", "path": "title", "value": ""}: remove. Not what is required, which stays an error, and not
 * an add to a multi-valued attribute, which adds nothing.
 */
final class EmptyOperationValue implements Quirk<List<PatchOperation>> {

    @Override
    public Tolerance tolerance() {
        return Tolerance.T9;
    }

    @Override
    public List<PatchOperation> rewrite(List<PatchOperation> operations, ResourceSchema schema) {
        return operations.stream()
                .map(operation ->
                        clears(operation, schema) ? new PatchOperation(Op.REMOVE, operation.path(), null) : operation)
                .toList();
    }

    private static boolean clears(PatchOperation operation, ResourceSchema schema) {
        AttributeValue value = operation.value();
        if (operation.op() == Op.REMOVE || operation.path() == null || value == null || !isEmpty(value)) {
            return false;
        }
        RequestedPath path = RequestedPath.of(operation.path(), schema);
        ResolvedAttribute attribute = path.attribute();
        if (attribute == null) {
            return path.extension() != null;
        }
        boolean appends = operation.op() == Op.ADD && attribute.leaf().multiValued() && !path.picksElements();
        return !appends && !attribute.leaf().required();
    }

    private static boolean isEmpty(AttributeValue value) {
        return value.equals(AttributeValue.text("")) || (value.isUnassigned() && !(value instanceof Complex));
    }
}
