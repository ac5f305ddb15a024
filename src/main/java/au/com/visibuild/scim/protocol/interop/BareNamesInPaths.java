package au.com.visibuild.scim.protocol.interop;

import au.com.visibuild.scim.protocol.patch.PatchOperation;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import java.util.List;

/** {@code "path": "department"}: the enterprise extension's. Keys of a value without path are no paths. */
final class BareNamesInPaths implements Quirk<List<PatchOperation>> {

    @Override
    public Tolerance tolerance() {
        return Tolerance.T26;
    }

    @Override
    public List<PatchOperation> rewrite(List<PatchOperation> operations, ResourceSchema schema) {
        return operations.stream()
                .map(operation -> operation.path() == null
                        ? operation
                        : operation.withPath(BareNames.qualified(operation.path(), schema)))
                .toList();
    }
}
