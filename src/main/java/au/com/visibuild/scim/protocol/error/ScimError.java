package au.com.visibuild.scim.protocol.error;

import org.jspecify.annotations.Nullable;

/**
 * The body of every failed SCIM request (RFC 7644 §3.12).
 *
 * @param status the HTTP status, 400 to 599
 * @param scimType the keyword, where RFC 7644 table 9 has one for the case
 * @param detail one or two sentences that tell the caller what to change
 */
public record ScimError(int status, @Nullable ScimType scimType, String detail) {

    /** The message schema that marks an error body. */
    public static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:Error";
}
