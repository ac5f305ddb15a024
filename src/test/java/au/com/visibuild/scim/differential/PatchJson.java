package au.com.visibuild.scim.differential;

import au.com.visibuild.scim.platform.AttributeJson;
import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.schema.AttributeDefinition;
import au.com.visibuild.scim.protocol.schema.CommonAttributes;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The same values as Jackson's nodes and as ours, and what makes a node a value of a type (RFC 7643 §2.3). */
final class PatchJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PatchJson() {}

    static ObjectNode node(ComplexValue object) {
        return (ObjectNode) read(AttributeJson.write(object));
    }

    static JsonNode node(AttributeValue value) {
        return Objects.requireNonNull(
                node(ComplexValue.EMPTY.with("value", value)).get("value"));
    }

    static AttributeValue value(JsonNode node) {
        return AttributeJson.parse(node.toString().getBytes(StandardCharsets.UTF_8));
    }

    static @Nullable AttributeDefinition common(String name) {
        return List.of(
                        CommonAttributes.ID,
                        CommonAttributes.EXTERNAL_ID,
                        CommonAttributes.META,
                        CommonAttributes.SCHEMAS)
                .stream()
                .filter(common -> common.name().equalsIgnoreCase(name))
                .findAny()
                .orElse(null);
    }

    static boolean isOfType(AttributeDefinition attribute, JsonNode value) {
        return switch (attribute.type()) {
            case STRING, REFERENCE ->
                value.isTextual() && !(attribute.required() && value.asText().isBlank());
            case BOOLEAN -> value.isBoolean();
            case DECIMAL -> value.isNumber();
            case INTEGER -> value.isIntegralNumber();
            case DATE_TIME -> value.isTextual() && isTime(value.asText());
            case BINARY -> value.isTextual() && isBase64(value.asText());
            case COMPLEX -> value.isObject();
        };
    }

    private static boolean isTime(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }

    private static boolean isBase64(String text) {
        try {
            Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
