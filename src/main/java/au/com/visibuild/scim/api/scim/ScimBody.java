package au.com.visibuild.scim.api.scim;

import au.com.visibuild.scim.platform.AttributeJson;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimException;

/** Reads a request's body. */
final class ScimBody {

    /** The most bytes a body may have. */
    static final int LARGEST = 1 << 20;

    private ScimBody() {}

    static ComplexValue read(byte[] body) {
        if (body.length > LARGEST) {
            throw ScimException.tooLarge(
                    "The body has " + body.length + " bytes; the most this service reads is " + LARGEST + ".");
        }
        if (body.length == 0) {
            throw ScimException.invalidSyntax("The request has no body. Send a JSON object.");
        }
        return AttributeJson.parseObject(body);
    }
}
