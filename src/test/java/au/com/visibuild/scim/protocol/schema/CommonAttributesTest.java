package au.com.visibuild.scim.protocol.schema;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.platform.AttributeJson;
import au.com.visibuild.scim.protocol.attribute.AttributePath;
import au.com.visibuild.scim.requirement.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The attributes that every resource has without saying so. */
class CommonAttributesTest {

    private static final String THING = "urn:example:Thing";

    @ParameterizedTest
    @ValueSource(strings = {"schemas", "id", "externalId", "meta"})
    @Requirement("CM-06")
    void everyTypeHasThemAndNoSchemaDefinesThem(String name) {
        for (ResourceSchema type : CoreSchemas.TYPES) {
            assertThat(type.resolve(AttributePath.of(name))).isNotNull();
            assertThat(type.resolve(new AttributePath(type.core().id(), name, null)))
                    .isEqualTo(type.resolve(AttributePath.of(name)));
            assertThat(type.core().attribute(name)).isNull();
        }
    }

    @Test
    @Requirement("CM-06")
    void theirCharacteristicsWinOverASchemaThatDefinesThemAnew() {
        AttributeDefinition lax = AttributeDefinitions.string("id", "An id that anybody may write.");
        ResourceSchema thing =
                new ResourceSchema("Thing", "/Things", new Schema(THING, "Thing", "A thing.", List.of(lax)), List.of());

        assertThat(requireNonNull(thing.resolve(AttributePath.of("id"))).leaf()).isSameAs(CommonAttributes.ID);
    }

    @Test
    @Requirement({"CM-06", "CM-10"})
    void anExternalIdNeedsNoSchemaAndKeepsItsCase() {
        ResourceSchema bare =
                new ResourceSchema("Thing", "/Things", new Schema(THING, "Thing", "A thing.", List.of()), List.of());

        assertThat(new ResourceValidator(bare)
                        .validate(AttributeJson.parseStored(
                                "{\"schemas\":[\"" + THING + "\"],\"EXTERNALID\":\"AbC\",\"id\":\"x\",\"meta\":{}}")))
                .isEqualTo(AttributeJson.parseStored("{\"externalId\":\"AbC\"}"));
    }

    @Test
    @Requirement({"CM-07", "CM-08", "CM-13", "AT-23"})
    void idAndMetaAreTheServicesAlone() {
        assertThat(CommonAttributes.ID.mutability()).isEqualTo(Mutability.READ_ONLY);
        assertThat(CommonAttributes.ID.returned()).isEqualTo(Returned.ALWAYS);
        assertThat(CommonAttributes.ID.caseExact()).isTrue();
        assertThat(CommonAttributes.META.mutability()).isEqualTo(Mutability.READ_ONLY);
        assertThat(CommonAttributes.META.subAttributes())
                .extracting(AttributeDefinition::mutability)
                .containsOnly(Mutability.READ_ONLY);
        assertThat(requireNonNull(CommonAttributes.META.subAttribute("resourceType"))
                        .caseExact())
                .isTrue();
    }

    @Test
    @Requirement("CM-10")
    void anExternalIdIsTheClients() {
        assertThat(CommonAttributes.EXTERNAL_ID.mutability()).isEqualTo(Mutability.READ_WRITE);
        assertThat(CommonAttributes.EXTERNAL_ID.required()).isFalse();
        assertThat(CommonAttributes.EXTERNAL_ID.caseExact()).isTrue();
    }
}
