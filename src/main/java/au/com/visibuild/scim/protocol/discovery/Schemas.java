package au.com.visibuild.scim.protocol.discovery;

import au.com.visibuild.scim.protocol.attribute.AttributeValue.Bool;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.schema.AttributeDefinition;
import au.com.visibuild.scim.protocol.schema.AttributeType;
import au.com.visibuild.scim.protocol.schema.CoreSchemas;
import au.com.visibuild.scim.protocol.schema.Schema;
import java.util.List;

/** The documents at {@code /Schemas} (RFC 7643 §7): every attribute with every characteristic. */
public final class Schemas {

    private Schemas() {}

    /** All of them as a ListResponse: the resources' schemas and those of the discovery documents. */
    public static ComplexValue list(String baseUrl) {
        return Documents.list(CoreSchemas.ALL.stream()
                .map(schema -> document(schema, baseUrl))
                .toList());
    }

    /**
     * The one with that URN, compared without case.
     *
     * @throws ScimException notFound when the service has no such schema
     */
    public static ComplexValue find(String urn, String baseUrl) {
        for (Schema schema : CoreSchemas.ALL) {
            if (schema.id().equalsIgnoreCase(urn)) {
                return document(schema, baseUrl);
            }
        }
        throw ScimException.notFound("No such schema. GET /Schemas lists those that exist.");
    }

    private static ComplexValue document(Schema schema, String baseUrl) {
        return Documents.of(CoreSchemas.SCHEMA.id())
                .putText("id", schema.id())
                .putText("name", schema.name())
                .putText("description", schema.description())
                .put("attributes", attributes(schema.attributes()))
                .put("meta", Documents.meta("Schema", Documents.location(baseUrl, "/Schemas/" + schema.id())))
                .build();
    }

    private static Multi attributes(List<AttributeDefinition> definitions) {
        return Documents.objects(definitions.stream().map(Schemas::attribute).toList());
    }

    private static ComplexValue attribute(AttributeDefinition definition) {
        ComplexValue.Builder members = ComplexValue.builder()
                .putText("name", definition.name())
                .putText("type", definition.type().keyword())
                .put("multiValued", Bool.of(definition.multiValued()))
                .putText("description", definition.description())
                .put("required", Bool.of(definition.required()));
        if (!definition.canonicalValues().isEmpty()) {
            members.put("canonicalValues", Documents.texts(definition.canonicalValues()));
        }
        members.put("caseExact", Bool.of(definition.caseExact()))
                .putText("mutability", definition.mutability().keyword())
                .putText("returned", definition.returned().keyword())
                .putText("uniqueness", definition.uniqueness().keyword());
        if (definition.type() == AttributeType.REFERENCE) {
            members.put("referenceTypes", Documents.texts(definition.referenceTypes()));
        }
        if (definition.isComplex()) {
            members.put("subAttributes", attributes(definition.subAttributes()));
        }
        return members.build();
    }
}
