package au.com.visibuild.scim.protocol.interop;

import au.com.visibuild.scim.protocol.attribute.AttributePath;
import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.filter.ValuePathExpression;
import au.com.visibuild.scim.protocol.patch.PatchOperation;
import au.com.visibuild.scim.protocol.patch.PatchOperation.Op;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import java.util.List;
import java.util.Set;

/** {@code "path": "manager", "value": [{"value": "id"}]}: the enterprise extension's path, and an object. */
final class ManagerInOperations implements Quirk<List<PatchOperation>> {

    private static final ManagerInBody IN_BODY = new ManagerInBody();

    @Override
    public Tolerance tolerance() {
        return Tolerance.T6;
    }

    @Override
    public List<PatchOperation> rewrite(List<PatchOperation> operations, ResourceSchema schema) {
        return operations.stream()
                .map(operation -> operation.path() == null
                        ? withoutPath(operation, schema)
                        : withPath(operation, operation.path(), schema))
                .toList();
    }

    private static PatchOperation withoutPath(PatchOperation operation, ResourceSchema schema) {
        return operation.value() instanceof Complex(var members)
                ? operation.withValue(new Complex(IN_BODY.rewrite(members, schema)))
                : operation;
    }

    private static PatchOperation withPath(PatchOperation operation, String path, ResourceSchema schema) {
        int bracket = path.indexOf('[');
        if (bracket >= 0) {
            return isManager(path.substring(0, bracket), schema)
                    ? withFilter(operation, path.substring(bracket), schema)
                    : operation;
        }
        AttributePath name = RequestedPath.of(path, schema).name();
        AttributePath qualified = name == null ? null : Managers.qualified(name, schema);
        PatchOperation rewritten = qualified == null ? operation : operation.withPath(qualified.toString());
        return asObject(rewritten, qualified == null ? path : qualified.toString(), schema);
    }

    private static boolean isManager(String name, ResourceSchema schema) {
        RequestedPath path = RequestedPath.of(name, schema);
        AttributePath qualified = path.name() == null ? null : Managers.qualified(path.name(), schema);
        return Managers.isManager(qualified == null ? path.attribute() : schema.resolve(qualified));
    }

    /** There is one manager; the filter only says which one the client believes it to be. */
    private static PatchOperation withFilter(PatchOperation operation, String brackets, ResourceSchema schema) {
        String manager = Managers.URN + ":" + Managers.NAME;
        return operation.op() == Op.REMOVE && isWellFormed(manager + brackets, schema)
                ? new PatchOperation(Op.REMOVE, manager, null)
                : operation.withPath(manager + brackets);
    }

    private static boolean isWellFormed(String path, ResourceSchema schema) {
        try {
            return ValuePathExpression.parse(path, schema, Set.of()).subAttribute() == null;
        } catch (ScimException _) {
            // The engine meets the same fault and reports it.
            return false;
        }
    }

    private static PatchOperation asObject(PatchOperation operation, String path, ResourceSchema schema) {
        AttributeValue value = operation.value();
        if (value == null
                || operation.op() == Op.REMOVE
                || !Managers.isManager(RequestedPath.of(path, schema).attribute())) {
            return operation;
        }
        AttributeValue object = Managers.asObject(value);
        return object.equals(value) || !object.isUnassigned()
                ? operation.withValue(object)
                : new PatchOperation(Op.REMOVE, path, null);
    }
}
