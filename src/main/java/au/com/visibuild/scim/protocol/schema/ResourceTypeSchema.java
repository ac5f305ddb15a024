package au.com.visibuild.scim.protocol.schema;

import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.attribute;
import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.complex;
import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.multiValued;
import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.pointingAt;
import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.readOnly;
import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.required;
import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.string;

import java.util.List;

/** What a resource type says about itself (RFC 7643 §6). */
final class ResourceTypeSchema {

    static final Schema SCHEMA = new Schema(
            "urn:ietf:params:scim:schemas:core:2.0:ResourceType",
            "ResourceType",
            "A kind of resource and where it is found.",
            List.of(
                    readOnly(string("id", "The resource type's identifier; the same as its name.")),
                    readOnly(required(string("name", "The resource type's name."))),
                    readOnly(string("description", "What the resources are.")),
                    readOnly(required(uri("endpoint", "The endpoint's path below the base URL."))),
                    readOnly(required(uri("schema", "The URN of the base schema."))),
                    readOnly(multiValued(complex(
                            "schemaExtensions",
                            "The schemas that may extend the base schema.",
                            readOnly(required(uri("schema", "The URN of the extension."))),
                            readOnly(required(attribute(
                                    "required",
                                    AttributeType.BOOLEAN,
                                    "Whether every resource must have the extension."))))))));

    private ResourceTypeSchema() {}

    private static AttributeDefinition uri(String name, String description) {
        return pointingAt(attribute(name, AttributeType.REFERENCE, description), "uri");
    }
}
