package au.com.visibuild.scim.protocol.interop;

import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import au.com.visibuild.scim.protocol.schema.Schema;

/** {@code urn:…:enterprise:2.0:User.department}: a colon before the attribute. */
final class DottedExtension {

    private DottedExtension() {}

    static String withColon(String name, ResourceSchema schema) {
        for (Schema extension : schema.extensions()) {
            String urn = extension.id();
            if (name.length() > urn.length()
                    && name.charAt(urn.length()) == '.'
                    && name.regionMatches(true, 0, urn, 0, urn.length())) {
                return urn + ":" + name.substring(urn.length() + 1);
            }
        }
        return name;
    }
}
