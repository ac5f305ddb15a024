package au.com.visibuild.scim.api.scim;

import au.com.visibuild.scim.platform.AttributeJson;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimException;

/** Reads a request's body. */
final class ScimBody {

    private ScimBody() {}

    static ComplexValue read(byte[] body) {
        return read(body, AttributeJson.MAX_MEMBERS);
    }

    static ComplexValue read(byte[] body, int maxMembers) {
        if (body.length == 0) {
            throw ScimException.invalidSyntax("The request has no body. Send a JSON object.");
        }
        return AttributeJson.parseObject(body, maxMembers);
    }
}
