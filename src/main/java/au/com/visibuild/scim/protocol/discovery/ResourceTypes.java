package au.com.visibuild.scim.protocol.discovery;

import au.com.visibuild.scim.protocol.attribute.AttributeValue.Bool;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.schema.CoreSchemas;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import java.util.List;

/** The documents at {@code /ResourceTypes} (RFC 7643 §6): which resources there are and where. */
public final class ResourceTypes {

    private ResourceTypes() {}

    /** All of them as a ListResponse. */
    public static ComplexValue list(String baseUrl) {
        return Documents.list(
                CoreSchemas.TYPES.stream().map(type -> document(type, baseUrl)).toList());
    }

    /**
     * The one of that name.
     *
     * @throws ScimException notFound when the service has no such resource type
     */
    public static ComplexValue find(String name, String baseUrl) {
        ResourceSchema type = CoreSchemas.type(name);
        if (type == null) {
            throw ScimException.notFound("No such resource type. GET /ResourceTypes lists those that exist.");
        }
        return document(type, baseUrl);
    }

    private static ComplexValue document(ResourceSchema type, String baseUrl) {
        List<ComplexValue> extensions = type.extensions().stream()
                .map(extension -> ComplexValue.builder()
                        .putText("schema", extension.id())
                        .put("required", Bool.FALSE)
                        .build())
                .toList();
        return Documents.of(CoreSchemas.RESOURCE_TYPE.id())
                .putText("id", type.name())
                .putText("name", type.name())
                .putText("description", type.core().description())
                .putText("endpoint", type.endpoint())
                .putText("schema", type.core().id())
                .put("schemaExtensions", Documents.objects(extensions))
                .put(
                        "meta",
                        Documents.meta("ResourceType", Documents.location(baseUrl, "/ResourceTypes/" + type.name())))
                .build();
    }
}
