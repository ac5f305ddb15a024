package au.com.visibuild.scim.protocol.schema;

import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.attribute;
import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.caseExact;
import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.complex;
import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.multiValued;
import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.readOnly;
import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.required;
import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.string;
import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.with;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The attributes that every resource has whatever its {@code schemas} say (RFC 7643 §3, §3.1). */
public final class CommonAttributes {

    /** The URNs of the schemas a resource uses. */
    public static final AttributeDefinition SCHEMAS = required(with(
            caseExact(multiValued(attribute("schemas", AttributeType.REFERENCE, "The schemas this resource uses."))),
            Mutability.READ_WRITE,
            Returned.ALWAYS,
            Uniqueness.NONE));

    /** The service's identifier of a resource. */
    public static final AttributeDefinition ID = with(
            caseExact(string("id", "The service's identifier of the resource; never reused.")),
            Mutability.READ_ONLY,
            Returned.ALWAYS,
            Uniqueness.SERVER);

    /** The client's identifier of a resource. */
    public static final AttributeDefinition EXTERNAL_ID =
            caseExact(string("externalId", "The identity provider's identifier of the resource."));

    /** What the service knows about a resource's representation. */
    public static final AttributeDefinition META = readOnly(complex(
            "meta",
            "What the service records about the resource.",
            readOnly(caseExact(string("resourceType", "The name of the resource type."))),
            readOnly(attribute("created", AttributeType.DATE_TIME, "When the resource was made.")),
            readOnly(attribute("lastModified", AttributeType.DATE_TIME, "When the resource last changed.")),
            readOnly(attribute("location", AttributeType.REFERENCE, "The URI of the resource.")),
            readOnly(caseExact(string("version", "The resource's ETag.")))));

    private static final List<AttributeDefinition> ALL = List.of(SCHEMAS, ID, EXTERNAL_ID, META);

    private CommonAttributes() {}

    static @Nullable AttributeDefinition find(String name) {
        for (AttributeDefinition attribute : ALL) {
            if (attribute.name().equalsIgnoreCase(name)) {
                return attribute;
            }
        }
        return null;
    }
}
