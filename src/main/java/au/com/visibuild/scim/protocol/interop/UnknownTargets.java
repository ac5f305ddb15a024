package au.com.visibuild.scim.protocol.interop;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.patch.PatchOperation;
import au.com.visibuild.scim.protocol.schema.CommonAttributes;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import java.util.List;

/** Operations on attributes that the resource type does not have, and members of values that it does not: left out. */
final class UnknownTargets implements Quirk<List<PatchOperation>> {

    private static final String SCHEMAS = CommonAttributes.SCHEMAS.name();
    private static final Pruning PRUNING = new Pruning(RequestedPath::isUnknown);

    @Override
    public Tolerance tolerance() {
        return Tolerance.T10;
    }

    @Override
    public List<PatchOperation> rewrite(List<PatchOperation> operations, ResourceSchema schema) {
        List<PatchOperation> known = operations.stream()
                .filter(operation -> operation.path() == null
                        || !RequestedPath.of(operation.path(), schema).isUnknown())
                .map(operation -> withKnownSchemas(operation, schema))
                .toList();
        return PRUNING.operations(known, schema);
    }

    private static PatchOperation withKnownSchemas(PatchOperation operation, ResourceSchema schema) {
        AttributeValue value = operation.value();
        if (operation.path() == null) {
            AttributeValue urns = value instanceof Complex(var members) ? members.get(SCHEMAS) : null;
            return urns != null && value instanceof Complex(var members)
                    ? operation.withValue(new Complex(members.with(SCHEMAS, UnknownMembers.known(urns, schema))))
                    : operation;
        }
        ResolvedAttribute target = RequestedPath.of(operation.path(), schema).attribute();
        return value != null && target != null && target.attribute().equals(CommonAttributes.SCHEMAS)
                ? operation.withValue(UnknownMembers.known(value, schema))
                : operation;
    }
}
