package au.com.visibuild.scim.protocol.interop;

import au.com.visibuild.scim.protocol.patch.PatchOperation;
import au.com.visibuild.scim.protocol.schema.Mutability;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import java.util.List;

/** {@code "value": {"id": "…", "displayName": "…"}}: without the {@code id}. A path that ends at one stays an error. */
final class ReadOnlyMembers implements Quirk<List<PatchOperation>> {

    private static final Pruning PRUNING = new Pruning(ReadOnlyMembers::isReadOnly);

    @Override
    public Tolerance tolerance() {
        return Tolerance.T12;
    }

    @Override
    public List<PatchOperation> rewrite(List<PatchOperation> operations, ResourceSchema schema) {
        return PRUNING.operations(operations, schema);
    }

    private static boolean isReadOnly(RequestedPath path) {
        ResolvedAttribute attribute = path.attribute();
        return attribute != null
                && (attribute.attribute().mutability() == Mutability.READ_ONLY
                        || attribute.leaf().mutability() == Mutability.READ_ONLY);
    }
}
