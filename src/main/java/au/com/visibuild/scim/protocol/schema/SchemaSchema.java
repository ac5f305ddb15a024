package au.com.visibuild.scim.protocol.schema;

import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.attribute;
import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.canonical;
import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.caseExact;
import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.complex;
import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.multiValued;
import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.readOnly;
import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.required;
import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.string;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a schema document says about attributes (RFC 7643 §7): the one schema with complex inside complex. */
final class SchemaSchema {

    static final Schema SCHEMA = new Schema(
            "urn:ietf:params:scim:schemas:core:2.0:Schema",
            "Schema",
            "The attributes of a resource and how each behaves.",
            List.of(
                    readOnly(required(string("id", "The schema's URN."))),
                    readOnly(string("name", "The schema's name, for people.")),
                    readOnly(string("description", "What the schema describes.")),
                    readOnly(required(
                            multiValued(complex("attributes", "The attributes it defines.", withSubAttributes()))))));

    private SchemaSchema() {}

    private static AttributeDefinition[] withSubAttributes() {
        List<AttributeDefinition> all = new ArrayList<>(Arrays.asList(characteristics()));
        all.add(readOnly(
                multiValued(complex("subAttributes", "The members of a complex attribute.", characteristics()))));
        return all.toArray(AttributeDefinition[]::new);
    }

    private static AttributeDefinition[] characteristics() {
        return new AttributeDefinition[] {
            readOnly(required(caseExact(string("name", "The attribute's name.")))),
            readOnly(required(keyword(
                    "type",
                    "The data type.",
                    "string",
                    "boolean",
                    "decimal",
                    "integer",
                    "dateTime",
                    "binary",
                    "reference",
                    "complex"))),
            readOnly(required(flag("multiValued", "Whether the value is an array."))),
            readOnly(caseExact(string("description", "What the attribute says."))),
            readOnly(flag("required", "Whether a resource must have it.")),
            readOnly(multiValued(caseExact(string("canonicalValues", "Values to expect.")))),
            readOnly(flag("caseExact", "Whether text is compared with case.")),
            readOnly(keyword("mutability", "When it may change.", "readOnly", "readWrite", "immutable", "writeOnly")),
            readOnly(keyword("returned", "When it is part of an answer.", "always", "never", "default", "request")),
            readOnly(keyword("uniqueness", "Among whom it is unique.", "none", "server", "global")),
            readOnly(multiValued(caseExact(string("referenceTypes", "What a reference may point at."))))
        };
    }

    private static AttributeDefinition keyword(String name, String description, String... values) {
        return caseExact(canonical(string(name, description), values));
    }

    private static AttributeDefinition flag(String name, String description) {
        return attribute(name, AttributeType.BOOLEAN, description);
    }
}
