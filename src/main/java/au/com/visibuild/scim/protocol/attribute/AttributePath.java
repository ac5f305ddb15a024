package au.com.visibuild.scim.protocol.attribute;

import org.jspecify.annotations.Nullable;

/**
 * The name of an attribute in SCIM's notation (RFC 7644 §3.10): {@code userName}, {@code name.givenName},
 * {@code urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value}. Not yet checked against a schema;
 * the spelling is the caller's.
 *
 * @param schema the URN before the last colon, or null
 * @param name the attribute; empty when the path is a schema URN alone
 * @param subAttribute the sub-attribute, or null
 */
public record AttributePath(
        @Nullable String schema, String name, @Nullable String subAttribute) {

    /** A path without schema and sub-attribute. */
    public static AttributePath of(String name) {
        return new AttributePath(null, name, null);
    }

    /** A path without schema. */
    public static AttributePath of(String name, @Nullable String subAttribute) {
        return new AttributePath(null, name, subAttribute);
    }

    @Override
    public String toString() {
        String prefix = schema == null ? "" : schema + (name.isEmpty() ? "" : ":");
        return prefix + name + (subAttribute == null ? "" : "." + subAttribute);
    }
}
