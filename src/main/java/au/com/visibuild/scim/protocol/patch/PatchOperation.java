package au.com.visibuild.scim.protocol.patch;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Text;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Unassigned;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimException;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a PATCH request (RFC 7644 §3.5.2).
 *
 * @param op what to do
 * @param path where, as text; null means the resource itself
 * @param value with what; null when the operation has no such member, {@code Unassigned} when it is JSON null
 */
public record PatchOperation(
        Op op, @Nullable String path, @Nullable AttributeValue value) {

    /** The three operations; there is no move, copy or test as in JSON Patch. */
    public enum Op {
        ADD("add"),
        REMOVE("remove"),
        REPLACE("replace");

        private final String keyword;

        Op(String keyword) {
            this.keyword = keyword;
        }

        /** The keyword as it stands on the wire. */
        public String keyword() {
            return keyword;
        }
    }

    /** The same operation with another value. */
    public PatchOperation withValue(@Nullable AttributeValue newValue) {
        return new PatchOperation(op, path, newValue);
    }

    /** The same operation at another path. */
    public PatchOperation withPath(String newPath) {
        return new PatchOperation(op, newPath, value);
    }

    static PatchOperation parse(AttributeValue operation, String place) {
        if (!(operation instanceof Complex(ComplexValue members))) {
            throw ScimException.invalidSyntax(place + " must be an object.");
        }
        return new PatchOperation(op(members, place), path(members, place), members.get("value"));
    }

    private static Op op(ComplexValue members, String place) {
        String keyword = members.text("op");
        for (Op op : Op.values()) {
            if (op.keyword.equals(keyword)) {
                return op;
            }
        }
        throw ScimException.invalidSyntax(place + ".op must be one of \"add\", \"remove\", \"replace\".");
    }

    private static @Nullable String path(ComplexValue members, String place) {
        return switch (members.get("path")) {
            case null -> null;
            case Unassigned _ -> null;
            case Text(String text) -> text;
            default -> throw ScimException.invalidPath(place + ".path must be a string.");
        };
    }
}
