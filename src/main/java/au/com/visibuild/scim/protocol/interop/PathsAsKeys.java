package au.com.visibuild.scim.protocol.interop;

import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.patch.PatchOperation;
import au.com.visibuild.scim.protocol.patch.PatchOperation.Op;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import java.util.ArrayList;
import java.util.List;

/** {@code "value": {"title": "Lead", "name.givenName": "Ada"}}: the second key becomes an operation with that path. */
final class PathsAsKeys implements Quirk<List<PatchOperation>> {

    @Override
    public Tolerance tolerance() {
        return Tolerance.T3;
    }

    @Override
    public List<PatchOperation> rewrite(List<PatchOperation> operations, ResourceSchema schema) {
        List<PatchOperation> rewritten = new ArrayList<>(operations.size());
        for (PatchOperation operation : operations) {
            if (operation.path() == null
                    && operation.op() != Op.REMOVE
                    && operation.value() instanceof Complex(var members)) {
                split(operation, members, schema, rewritten);
            } else {
                rewritten.add(operation);
            }
        }
        return rewritten;
    }

    private static void split(
            PatchOperation operation, ComplexValue members, ResourceSchema schema, List<PatchOperation> into) {
        ComplexValue plain = ComplexValue.EMPTY;
        int start = into.size();
        for (ComplexValue.Member member : members.members()) {
            if (member.name().equalsIgnoreCase(schema.core().id()) && member.value() instanceof Complex(var core)) {
                split(operation.withValue(member.value()), core, schema, into);
            } else if (isPath(member.name(), schema)) {
                if (!plain.members().isEmpty()) {
                    into.add(operation.withValue(new Complex(plain)));
                    plain = ComplexValue.EMPTY;
                }
                into.add(new PatchOperation(operation.op(), member.name(), member.value()));
            } else {
                plain = plain.with(member.name(), member.value());
            }
        }
        if (!plain.members().isEmpty() || into.size() == start) {
            into.add(operation.withValue(new Complex(plain)));
        }
    }

    private static boolean isPath(String key, ResourceSchema schema) {
        boolean hasPathSyntax = key.indexOf('.') >= 0 || key.indexOf('[') >= 0 || key.indexOf(':') >= 0;
        return hasPathSyntax && !schema.knows(key);
    }
}
