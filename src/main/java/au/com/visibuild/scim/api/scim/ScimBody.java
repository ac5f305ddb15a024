package au.com.visibuild.scim.api.scim;

import au.com.visibuild.scim.platform.AttributeJson;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.bulk.BulkRequest;
import au.com.visibuild.scim.protocol.error.ScimException;

/** Reads a request's body. */
final class ScimBody {

    /** The most bytes a body may have. */
    static final int LARGEST = BulkRequest.MAX_PAYLOAD_SIZE;

    private ScimBody() {}

    static ComplexValue read(byte[] body) {
        if (body.length > LARGEST) {
            throw ScimException.tooLarge("The body has " + body.length
                    + " bytes; the most this service reads (maxPayloadSize) is " + LARGEST + ".");
        }
        if (body.length == 0) {
            throw ScimException.invalidSyntax("The request has no body. Send a JSON object.");
        }
        return AttributeJson.parseObject(body);
    }
}
