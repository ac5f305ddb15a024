package au.com.visibuild.scim.protocol.interop;

import au.com.visibuild.scim.protocol.schema.CoreSchemas;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import java.util.Locale;
import java.util.Map;

/** OneLogin's URNs from before the RFC, and the official ones that they mean. */
final class OldUrns {

    private static final Map<String, String> OFFICIAL = Map.of(
            "urn:scim:schemas:core:1.0", CoreSchemas.USER.id(),
            "urn:scim:schemas:core:2.0", CoreSchemas.USER.id(),
            "urn:scim:schemas:core:2.0:user", CoreSchemas.USER.id(),
            "urn:scim:schemas:extension:enterprise:1.0", CoreSchemas.ENTERPRISE_USER.id(),
            "urn:scim:schemas:extension:enterprise:2.0", CoreSchemas.ENTERPRISE_USER.id(),
            "urn:scim:schemas:extension:enterprise:2.0:user", CoreSchemas.ENTERPRISE_USER.id());

    private OldUrns() {}

    /** The official URN for an old one, also where an attribute follows it; else the name as it is. */
    static String official(String name, ResourceSchema schema) {
        String known = OFFICIAL.get(name.toLowerCase(Locale.ROOT));
        if (known != null) {
            return schema.knows(known) ? known : name;
        }
        int attribute = name.indexOf('[') < 0 ? name.lastIndexOf(':') : name.lastIndexOf(':', name.indexOf('['));
        String urn =
                attribute < 0 ? null : OFFICIAL.get(name.substring(0, attribute).toLowerCase(Locale.ROOT));
        return urn != null && schema.knows(urn) ? urn + name.substring(attribute) : name;
    }
}
