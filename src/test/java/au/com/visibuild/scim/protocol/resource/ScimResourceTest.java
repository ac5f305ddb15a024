package au.com.visibuild.scim.protocol.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.visibuild.scim.platform.AttributeJson;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.requirement.Requirement;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ScimResourceTest {

    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:User";
    private static final Meta META = new Meta(
            "User",
            Instant.parse("2026-01-31T09:30:00Z"),
            Instant.parse("2026-02-01T09:30:00.5Z"),
            new ResourceVersion(3));

    @Test
    @Requirement({"AT-19", "CM-01", "CM-04", "CM-13", "CM-14", "CM-17"})
    void theRepresentationHasSchemasIdExternalIdAttributesAndMetaInThisOrder() {
        ScimResource resource =
                resource("{\"userName\":\"b\",\"externalId\":\"X\",\"title\":null,\"emails\":[{\"value\":\"a\"}]}");

        String json = AttributeJson.write(resource.representation("https://scim.example/scim_v2/Users/42"));

        assertThat(json)
                .isEqualTo("{\"schemas\":[\"" + CORE + "\"],\"id\":\"42\",\"externalId\":\"X\",\"userName\":\"b\","
                        + "\"emails\":[{\"value\":\"a\"}],\"meta\":{\"resourceType\":\"User\","
                        + "\"created\":\"2026-01-31T09:30:00Z\",\"lastModified\":\"2026-02-01T09:30:00.500Z\","
                        + "\"location\":\"https://scim.example/scim_v2/Users/42\",\"version\":\"W/\\\"3\\\"\"}}");
    }

    @Test
    @Requirement({"CM-02", "CM-03", "PATCH-12"})
    void anExtensionIsListedWhenItHasAValue() {
        assertThat(schemasOf("{\"%s\":{\"department\":\"Sales\"}}"))
                .isEqualTo("[\"%s\",\"%s\"]".formatted(CORE, ENTERPRISE));
        assertThat(schemasOf("{\"%s\":{\"department\":null}}")).isEqualTo("[\"%s\"]".formatted(CORE));
    }

    @Test
    void aResourceOfAnUnknownTypeIsAProgrammersMistake() {
        Meta meta = new Meta("Group", META.created(), META.lastModified(), new ResourceVersion(1));

        assertThatThrownBy(() -> new ScimResource("1", ComplexValue.EMPTY, meta).representation("x"))
                .isInstanceOf(IllegalStateException.class);
    }

    private static String schemasOf(String attributes) {
        ComplexValue shown = resource(attributes.formatted(ENTERPRISE)).representation("x");
        String json = AttributeJson.write(shown);
        return json.substring(json.indexOf('['), json.indexOf(']') + 1);
    }

    private static ScimResource resource(String attributes) {
        return new ScimResource("42", AttributeJson.parseStored(attributes), META);
    }
}
