package au.com.visibuild.scim.protocol.interop;

import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.patch.PatchOperation;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import java.util.List;
import java.util.function.BiFunction;

/** Another spelling of names, in the paths of operations and in the keys of values without path. */
record RenamedInOperations(Tolerance tolerance, BiFunction<String, ResourceSchema, String> rename)
        implements Quirk<List<PatchOperation>> {

    @Override
    public List<PatchOperation> rewrite(List<PatchOperation> operations, ResourceSchema schema) {
        return operations.stream().map(operation -> renamed(operation, schema)).toList();
    }

    private PatchOperation renamed(PatchOperation operation, ResourceSchema schema) {
        if (operation.path() != null) {
            return operation.withPath(rename.apply(operation.path(), schema));
        }
        if (!(operation.value() instanceof Complex(var members))) {
            return operation;
        }
        ComplexValue.Builder rewritten = ComplexValue.builder();
        for (ComplexValue.Member member : members.members()) {
            rewritten.put(rename.apply(member.name(), schema), member.value());
        }
        return operation.withValue(new Complex(rewritten.build()));
    }
}
