package au.com.visibuild.scim.protocol.patch;

import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Applies PATCH requests to resources of one type (RFC 7644 §3.5.2). Immutable; one instance serves all threads.
 *
 * <p>Errors, all 400: {@code invalidPath} (a path that is malformed or names no attribute), {@code invalidFilter} (what
 * stands in its brackets), {@code noTarget} (remove without a path, a filter that matches nothing), {@code mutability}
 * (readOnly targets, removal of what is required, change of what is immutable), {@code invalidValue} and
 * {@code invalidSyntax} (a value is missing or not as its schema says).
 *
 * @param schema the resource type
 * @param missing what happens when a filter matches nothing
 */
public record PatchEngine(ResourceSchema schema, MissingElement missing) {

    /** The RFC and nothing else. */
    public static PatchEngine strict(ResourceSchema schema) {
        return new PatchEngine(schema, MissingElement.NO_TARGET);
    }

    /**
     * All operations in their order, each on what the last one left, or none.
     *
     * @param current the resource in its stored form; is not changed
     * @throws ScimException when any operation fails
     */
    public PatchResult apply(ComplexValue current, PatchRequest request) {
        AtomicBoolean created = new AtomicBoolean();
        WriteRules rules = WriteRules.of(schema);
        Assignment assignment = new Assignment(schema, rules, (attribute, filter) -> {
            ComplexValue element = missing.describedBy(attribute, filter);
            created.set(created.get() || element != null);
            return element;
        });
        ComplexValue after = current;
        for (PatchOperation operation : request.operations()) {
            PatchTarget target = PatchPath.resolve(operation.path(), schema);
            after = rulebook(operation.op(), assignment).apply(after, target, operation.value());
        }
        return ChangedAttributes.between(current, after, schema, created.get());
    }

    private static Rulebook rulebook(PatchOperation.Op op, Assignment assignment) {
        return switch (op) {
            case ADD -> new AddOperation(assignment);
            case REPLACE -> new ReplaceOperation(assignment);
            case REMOVE -> new RemoveOperation(assignment.rules());
        };
    }
}
