package au.com.visibuild.scim.protocol.patch;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Text;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimException;
import java.util.ArrayList;
import java.util.List;

/**
 * The PatchOp message (RFC 7644 §3.5.2).
 *
 * @param operations what to do, in this order. A parsed message has at least one; none means that nothing is left of
 *     it which concerns the service
 */
public record PatchRequest(List<PatchOperation> operations) {

    /** The message schema. */
    public static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

    /** The most operations that one request may hold. */
    public static final int MAX_OPERATIONS = 1_000;

    /** The most characters of all paths of one request: each may hold a filter, and a filter is read more than once. */
    public static final int MAX_PATHS = 100_000;

    public PatchRequest {
        operations = List.copyOf(operations);
        requireFewEnough(operations.size());
    }

    /**
     * Reads a request body; paths and values are looked at later, when they meet a schema.
     *
     * @throws ScimException {@code invalidSyntax} when the message is not built as the RFC says, 413 when it is larger
     *     than {@link #MAX_OPERATIONS} and {@link #MAX_PATHS} allow
     */
    public static PatchRequest parse(ComplexValue body) {
        if (!declaresPatchOp(body)) {
            throw ScimException.invalidSyntax("schemas must hold \"" + SCHEMA + "\".");
        }
        if (!(body.get("Operations") instanceof Multi(var elements)) || elements.isEmpty()) {
            throw ScimException.invalidSyntax("Operations must be an array of one or more operations.");
        }
        requireFewEnough(elements.size());
        List<PatchOperation> operations = new ArrayList<>(elements.size());
        for (AttributeValue element : elements) {
            ValueDepth.requireShallow(element);
            operations.add(PatchOperation.parse(element, "Operations[" + operations.size() + "]"));
        }
        requireShortEnough(operations);
        return new PatchRequest(operations);
    }

    /** Without a path the members of the value are paths. */
    private static void requireShortEnough(List<PatchOperation> operations) {
        long length = 0;
        for (PatchOperation operation : operations) {
            if (operation.path() != null) {
                length += operation.path().length();
            } else if (operation.value() instanceof Complex(var object)) {
                for (ComplexValue.Member member : object.members()) {
                    length += member.name().length();
                }
            }
        }
        if (length > MAX_PATHS) {
            throw ScimException.tooLarge("The paths of the PATCH request come to " + length + " characters; "
                    + MAX_PATHS + " are read. Send fewer operations at once.");
        }
    }

    private static boolean declaresPatchOp(ComplexValue body) {
        return body.get("schemas") instanceof Multi(var urns)
                && urns.stream().anyMatch(urn -> urn instanceof Text(var text) && text.equalsIgnoreCase(SCHEMA));
    }

    private static void requireFewEnough(int count) {
        if (count > MAX_OPERATIONS) {
            throw ScimException.tooLarge(
                    "A PATCH request may hold " + MAX_OPERATIONS + " operations; this one comes to " + count + ".");
        }
    }
}
