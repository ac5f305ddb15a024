package au.com.visibuild.scim.differential;

import au.com.visibuild.scim.protocol.patch.PatchOperation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.GenericScimResource;
import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.messages.PatchOpType;
import com.unboundid.scim2.common.messages.PatchRequest;
import com.unboundid.scim2.common.utils.FilterEvaluator;
import com.unboundid.scim2.common.utils.JsonUtils;
import com.unboundid.scim2.common.utils.Parser;
import java.util.ArrayList;
import java.util.List;

/** UnboundID's SCIM 2 SDK. It works on JSON alone and knows no schema. */
final class UnboundId implements Oracle {

    @Override
    public boolean matches(String filter, ObjectNode person) throws ScimException {
        return FilterEvaluator.evaluate(Parser.parseFilter(filter), theirs(person));
    }

    @Override
    public boolean splitsBrackets() {
        return false;
    }

    @Override
    public int spelling(int spelling) {
        return spelling;
    }

    @Override
    public ObjectNode patched(ObjectNode person, List<PatchOperation> operations) throws ScimException {
        List<com.unboundid.scim2.common.messages.PatchOperation> theirs = new ArrayList<>();
        for (PatchOperation operation : operations) {
            JsonNode value = operation.value() == null ? null : theirs(PatchJson.node(operation.value()));
            Path path = operation.path() == null ? null : Path.fromString(operation.path());
            theirs.add(com.unboundid.scim2.common.messages.PatchOperation.create(
                    PatchOpType.valueOf(operation.op().name()),
                    path,
                    operation.op() == PatchOperation.Op.REMOVE ? null : value));
        }
        GenericScimResource resource = new GenericScimResource(theirs(person));
        new PatchRequest(theirs).apply(resource);
        return resource.getObjectNode();
    }

    /** The same with their objects, whose names have no case. */
    @SuppressWarnings("unchecked")
    private static <N extends JsonNode> N theirs(N node) {
        try {
            return (N) JsonUtils.getObjectReader().readTree(node.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
