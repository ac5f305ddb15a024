package au.com.visibuild.scim.protocol.bulk;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Text;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimError;
import au.com.visibuild.scim.protocol.resource.ErrorMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one operation.
 *
 * @param operation the operation, as sent
 * @param status its HTTP status
 * @param location the resource's absolute URI; null for a POST that failed
 * @param version the resource's ETag after a success, or null
 * @param error the error of a failed one, or null
 */
public record BulkResult(
        BulkOperation operation,
        int status,
        @Nullable String location,
        @Nullable String version,
        @Nullable ScimError error) {

    /** The response message's schema. */
    public static final String RESPONSE_SCHEMA = "urn:ietf:params:scim:api:messages:2.0:BulkResponse";

    /** The response message (RFC 7644 §3.7): bodies only for failures. */
    public static ComplexValue response(List<BulkResult> results) {
        return ComplexValue.builder()
                .put("schemas", Multi.of(new Text(RESPONSE_SCHEMA)))
                .put(
                        "Operations",
                        new Multi(results.stream()
                                .<AttributeValue>map(result -> new Complex(result.toValue()))
                                .toList()))
                .build();
    }

    private ComplexValue toValue() {
        ComplexValue.Builder members = ComplexValue.builder()
                .putText("method", operation.method().name())
                .putText("bulkId", operation.bulkId())
                .putText("version", version)
                .putText("location", location)
                .putText("status", Integer.toString(status));
        return (error == null ? members : members.put("response", new Complex(ErrorMessage.of(error)))).build();
    }
}
