package au.com.visibuild.scim.protocol.resource;

import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Text;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimError;

/** The body of an error (RFC 7644 §3.12): {@code status} is a string, {@code scimType} only where there is one. */
public final class ErrorMessage {

    private ErrorMessage() {}

    /** The message. */
    public static ComplexValue of(ScimError error) {
        return ComplexValue.builder()
                .put("schemas", Multi.of(new Text(ScimError.SCHEMA)))
                .putText("status", Integer.toString(error.status()))
                .putText(
                        "scimType",
                        error.scimType() == null ? null : error.scimType().keyword())
                .putText("detail", error.detail())
                .build();
    }
}
