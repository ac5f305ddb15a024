package au.com.visibuild.scim.user;

import au.com.visibuild.scim.platform.AttributeJson;
import au.com.visibuild.scim.platform.Ids;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.query.SearchDocument;
import au.com.visibuild.scim.protocol.resource.Meta;
import au.com.visibuild.scim.protocol.resource.ResourceVersion;
import au.com.visibuild.scim.protocol.resource.ScimResource;
import au.com.visibuild.scim.protocol.schema.CoreSchemas;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Between the row and the SCIM resource: the only place that knows both. */
public final class UserMapping {

    private static final String ENTERPRISE = CoreSchemas.ENTERPRISE_USER.id();

    private UserMapping() {}

    /** The resource of a row that was just written; a manager's name is not looked up for it. */
    public static ScimResource toResource(User user) {
        return new ScimResource(
                user.id().toString(), user.attributes(), meta(user.createdAt(), user.modifiedAt(), user.version()));
    }

    /**
     * The resource of a row that was read; the manager's {@code $ref}, relative to the API's base (RFC 7643 §2.3.7), and
     * display name are filled in if found.
     */
    public static ScimResource toResource(StoredUser user) {
        ComplexValue attributes = attributes(user.document());
        return new ScimResource(
                user.id().toString(),
                user.managerFound() ? withManager(attributes, user.managerName()) : attributes,
                meta(user.createdAt(), user.modifiedAt(), user.version()));
    }

    static ComplexValue attributes(String document) {
        return AttributeJson.parseStored(document);
    }

    /** The document that filters look into. Versions are the columns' matter and not in it. */
    static ComplexValue search(UUID id, Instant created, Instant modified, ComplexValue attributes) {
        ScimResource resource = new ScimResource(id.toString(), attributes, meta(created, modified, 0));
        return SearchDocument.of(resource.representation(""), CoreSchemas.USER_TYPE);
    }

    /** The manager's id when the value is one of ours in form, else null. */
    static @Nullable UUID managerId(ComplexValue attributes) {
        return attributes.get(ENTERPRISE) instanceof Complex(var enterprise)
                        && enterprise.get("manager") instanceof Complex(var manager)
                ? Ids.read(manager.text("value"))
                : null;
    }

    private static ComplexValue withManager(ComplexValue attributes, @Nullable String name) {
        if (attributes.get(ENTERPRISE) instanceof Complex(var enterprise)
                && enterprise.get("manager") instanceof Complex(var manager)) {
            ComplexValue full = manager.toBuilder()
                    .putText("$ref", "Users/" + manager.text("value"))
                    .putText("displayName", name)
                    .build();
            return attributes.with(ENTERPRISE, new Complex(enterprise.with("manager", new Complex(full))));
        }
        return attributes;
    }

    private static Meta meta(Instant created, Instant modified, long version) {
        return new Meta("User", created, modified, new ResourceVersion(version));
    }
}
