package au.com.visibuild.scim.protocol.resource;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.schema.CoreSchemas;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import au.com.visibuild.scim.protocol.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resource.
 *
 * @param id the service's identifier
 * @param attributes everything but {@code id}, {@code schemas} and {@code meta}: {@code externalId}, the core
 *     attributes, and each extension's object under its URN; in canonical form
 * @param meta its metadata; names a type of {@link CoreSchemas#TYPES}
 */
public record ScimResource(String id, ComplexValue attributes, Meta meta) {

    private static final String EXTERNAL_ID = "externalId";

    /** The same resource with other attributes and metadata. */
    public ScimResource with(ComplexValue newAttributes, Meta newMeta) {
        return new ScimResource(id, newAttributes, newMeta);
    }

    /**
     * The whole resource as clients know it, before projection: {@code schemas}, {@code id}, {@code externalId}, the
     * other attributes, {@code meta}. {@code schemas} holds the core schema and those extensions that have a value
     * (RFC 7643 §3). Unassigned attributes are left out.
     *
     * @param location the absolute URI of the resource
     */
    public ComplexValue representation(String location) {
        ComplexValue.Builder members = ComplexValue.builder();
        members.put("schemas", new Multi(schemas()));
        members.putText("id", id);
        put(members, EXTERNAL_ID, attributes.get(EXTERNAL_ID));
        for (ComplexValue.Member member : attributes.members()) {
            if (!member.name().equalsIgnoreCase(EXTERNAL_ID)) {
                put(members, member.name(), member.value());
            }
        }
        return members.put("meta", new Complex(meta.representation(location))).build();
    }

    private List<AttributeValue> schemas() {
        ResourceSchema type = CoreSchemas.type(meta.resourceType());
        if (type == null) {
            throw new IllegalStateException("No resource type " + meta.resourceType());
        }
        List<AttributeValue> urns = new ArrayList<>();
        urns.add(AttributeValue.text(type.core().id()));
        for (Schema extension : type.extensions()) {
            AttributeValue value = attributes.get(extension.id());
            if (value != null && !value.isUnassigned()) {
                urns.add(AttributeValue.text(extension.id()));
            }
        }
        return urns;
    }

    private static void put(ComplexValue.Builder members, String name, @Nullable AttributeValue value) {
        if (value != null && !value.isUnassigned()) {
            members.put(name, value);
        }
    }
}
