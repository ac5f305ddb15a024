package au.com.visibuild.scim.protocol.bulk;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Text;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Unassigned;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a bulk request.
 *
 * @param method what to do
 * @param path where, relative to the base: {@code /Users} or {@code /Users/<id>}; an id may be {@code bulkId:<bulkId>}
 * @param bulkId the client's name for the operation, required for POST
 * @param version the ETag the resource must have, or null
 * @param data the body, required but for DELETE
 */
public record BulkOperation(
        Method method,
        String path,
        @Nullable String bulkId,
        @Nullable String version,
        @Nullable ComplexValue data) {

    /** The methods a bulk may use. */
    public enum Method {
        /** Makes a resource. */
        POST,
        /** Replaces one. */
        PUT,
        /** Changes one. */
        PATCH,
        /** Deletes one. */
        DELETE
    }

    static BulkOperation parse(String place, AttributeValue value) {
        if (!(value instanceof Complex(var members))) {
            throw ScimException.invalidSyntax(place + " must be an object.");
        }
        Method method = method(place, members.text("method"));
        String path = members.text("path");
        if (path == null || path.isBlank()) {
            throw ScimException.invalidSyntax(place + ".path is missing.");
        }
        String bulkId = text(place, members, "bulkId");
        if (method == Method.POST && (bulkId == null || bulkId.isBlank())) {
            throw ScimException.invalidSyntax(place + ".bulkId is missing; a POST needs one.");
        }
        ComplexValue data = members.get("data") instanceof Complex(var body) ? body : null;
        if (data == null && method != Method.DELETE) {
            throw ScimException.invalidSyntax(place + ".data is missing or no object.");
        }
        return new BulkOperation(method, path.strip(), bulkId, text(place, members, "version"), data);
    }

    /** A version that could not be read must not pass for none: the operation would lose its condition. */
    private static @Nullable String text(String place, ComplexValue members, String name) {
        return switch (members.get(name)) {
            case null -> null;
            case Unassigned _ -> null;
            case Text(var text) -> text;
            case Complex _, AttributeValue.Multi _, AttributeValue.Bool _, AttributeValue.Decimal _ ->
                throw ScimException.invalidSyntax(place + "." + name + " must be a string.");
        };
    }

    private static Method method(String place, @Nullable String text) {
        for (Method method : Method.values()) {
            if (text != null && method.name().equals(text.strip().toUpperCase(Locale.ROOT))) {
                return method;
            }
        }
        throw ScimException.invalidSyntax(place + ".method must be POST, PUT, PATCH or DELETE.");
    }
}
