package au.com.visibuild.scim.protocol.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The schemas and resource types of the service.
 *
 * <p>Where the schema documents of RFC 7643 §8.7.1 and its text differ, the text wins: references and binaries are
 * compared with case (§2.3.6, §2.3.7), and an address has {@code primary} as every multi-valued attribute may (§2.4).
 */
public final class CoreSchemas {

    /** The core User (RFC 7643 §4.1). */
    public static final Schema USER = UserSchema.SCHEMA;

    /** The enterprise extension of User (RFC 7643 §4.3). */
    public static final Schema ENTERPRISE_USER = EnterpriseUserSchema.SCHEMA;

    /** The schema of {@code /ServiceProviderConfig} (RFC 7643 §5). */
    public static final Schema SERVICE_PROVIDER_CONFIG = ServiceProviderConfigSchema.SCHEMA;

    /** The schema of {@code /ResourceTypes} (RFC 7643 §6). */
    public static final Schema RESOURCE_TYPE = ResourceTypeSchema.SCHEMA;

    /** The schema of {@code /Schemas} (RFC 7643 §7). */
    public static final Schema SCHEMA = SchemaSchema.SCHEMA;

    /** All of them, in the order in which {@code /Schemas} lists them. */
    public static final List<Schema> ALL =
            List.of(USER, ENTERPRISE_USER, SERVICE_PROVIDER_CONFIG, RESOURCE_TYPE, SCHEMA);

    /** User with the enterprise extension, at {@code /Users}. */
    public static final ResourceSchema USER_TYPE = new ResourceSchema("User", "/Users", USER, List.of(ENTERPRISE_USER));

    /** The resource types of the service. There is no Group: people are provisioned one by one. */
    public static final List<ResourceSchema> TYPES = List.of(USER_TYPE);

    private CoreSchemas() {}

    /** The resource type of that name, with case (RFC 7643 §3.1), or null. */
    public static @Nullable ResourceSchema type(String name) {
        for (ResourceSchema type : TYPES) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        return null;
    }
}
