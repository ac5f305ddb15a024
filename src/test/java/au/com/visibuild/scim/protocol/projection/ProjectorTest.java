package au.com.visibuild.scim.protocol.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.visibuild.scim.platform.AttributeJson;
import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.error.ScimType;
import au.com.visibuild.scim.protocol.schema.AttributeDefinition;
import au.com.visibuild.scim.protocol.schema.AttributeType;
import au.com.visibuild.scim.protocol.schema.CoreSchemas;
import au.com.visibuild.scim.protocol.schema.Mutability;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import au.com.visibuild.scim.protocol.schema.Returned;
import au.com.visibuild.scim.protocol.schema.Schema;
import au.com.visibuild.scim.protocol.schema.Uniqueness;
import au.com.visibuild.scim.requirement.Requirement;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProjectorTest {

    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:User";
    private static final ComplexValue USER = AttributeJson.parseStored("""
            {"schemas":["c"],"id":"42","externalId":"X","userName":"b",
             "name":{"familyName":"J","givenName":"B"},"password":"secret",
             "emails":[{"value":"a","type":"work"},{"type":"home"}],
             "%s":{"department":"Sales","manager":{"value":"7","$ref":"r"}},
             "meta":{"resourceType":"User","version":"W/1"}}""".formatted(ENTERPRISE));

    @Test
    @Requirement({"AT-22", "AT-24", "US-07"})
    void byDefaultEverythingIsShownButWhatIsNeverReturned() {
        assertThat(shown(null, null)).isEqualTo(AttributeJson.write(USER.without("password")));
    }

    @Test
    @Requirement({"AT-01", "AT-23", "AT-24", "CM-08", "CM-19", "RT-03"})
    void attributesShowsWhatIsNamedAndWhatIsAlwaysReturned() {
        assertThat(shown("userName", null)).isEqualTo("{\"schemas\":[\"c\"],\"id\":\"42\",\"userName\":\"b\"}");
        assertThat(shown("META", null))
                .isEqualTo(
                        "{\"schemas\":[\"c\"],\"id\":\"42\",\"meta\":{\"resourceType\":\"User\",\"version\":\"W/1\"}}");
    }

    @Test
    @Requirement({"AT-01", "RT-05"})
    void attributesMayNameSubAttributes() {
        assertThat(shown(" NAME.givenname , emails.value,meta.version", null))
                .isEqualTo("{\"schemas\":[\"c\"],\"id\":\"42\",\"name\":{\"givenName\":\"B\"},"
                        + "\"emails\":[{\"value\":\"a\"}],\"meta\":{\"version\":\"W/1\"}}");
        assertThat(shown("name,name.givenName", null))
                .isEqualTo("{\"schemas\":[\"c\"],\"id\":\"42\",\"name\":{\"familyName\":\"J\",\"givenName\":\"B\"}}");
    }

    @Test
    @Requirement({"RT-05", "RT-06"})
    void namesMayCarryTheirUrn() {
        assertThat(shown(CORE + ":userName," + ENTERPRISE.toUpperCase(Locale.ROOT) + ":manager.value", null))
                .isEqualTo("{\"schemas\":[\"c\"],\"id\":\"42\",\"userName\":\"b\",\"" + ENTERPRISE
                        + "\":{\"manager\":{\"value\":\"7\"}}}");
    }

    @Test
    @Requirement("RT-06")
    void aBareNameOfAnExtensionIsFoundToo() {
        assertThat(shown("department", null))
                .isEqualTo("{\"schemas\":[\"c\"],\"id\":\"42\",\"" + ENTERPRISE + "\":{\"department\":\"Sales\"}}");
    }

    @Test
    void aUrnAloneNamesAllAttributesOfItsSchema() {
        assertThat(shown(ENTERPRISE, null))
                .isEqualTo("{\"schemas\":[\"c\"],\"id\":\"42\",\"" + ENTERPRISE
                        + "\":{\"department\":\"Sales\",\"manager\":{\"value\":\"7\",\"$ref\":\"r\"}}}");
        assertThat(shown(null, ENTERPRISE)).doesNotContain("department").contains("userName");
    }

    @Test
    @Requirement({"AT-24", "CM-19", "RT-03"})
    void excludedAttributesShowsAllButWhatIsNamed() {
        assertThat(shown(null, "name,emails," + ENTERPRISE + ":department,meta,externalId"))
                .isEqualTo("{\"schemas\":[\"c\"],\"id\":\"42\",\"userName\":\"b\",\"" + ENTERPRISE
                        + "\":{\"manager\":{\"value\":\"7\",\"$ref\":\"r\"}}}");
    }

    @Test
    @Requirement("RT-05")
    void excludedSubAttributesLeaveTheOthers() {
        assertThat(shown(null, "name.givenName,emails.type,meta.version"))
                .contains("\"name\":{\"familyName\":\"J\"}")
                .contains("\"emails\":[{\"value\":\"a\"}]")
                .contains("\"meta\":{\"resourceType\":\"User\"}");
        assertThat(shown(null, "name.givenName,name.familyName")).doesNotContain("\"name\"");
    }

    @Test
    @Requirement({"AT-23", "CM-08", "RT-03"})
    void whatIsAlwaysReturnedCannotBeExcluded() {
        assertThat(shown(null, "id,schemas")).startsWith("{\"schemas\":[\"c\"],\"id\":\"42\"");
    }

    @Test
    @Requirement({"AT-22", "US-07"})
    void whatIsNeverReturnedCannotBeAskedFor() {
        assertThat(shown("password", null)).isEqualTo("{\"schemas\":[\"c\"],\"id\":\"42\"}");
        assertThat(shown(CORE, null)).contains("userName").doesNotContain("secret");
    }

    @Test
    void unknownNamesAreIgnored() {
        assertThat(shown("shoeSize,name.colour,urn:x:y,a.b.c,:,.", null))
                .isEqualTo("{\"schemas\":[\"c\"],\"id\":\"42\"}");
        assertThat(shown(null, "shoeSize,urn:x:y:z,.,")).isEqualTo(shown(null, null));
    }

    @Test
    void emptyListsAreAsGoodAsNone() {
        assertThat(Projection.parse("", " , ")).isEqualTo(Projection.DEFAULT);
        assertThat(Projection.parse(null, null).isDefault()).isTrue();
    }

    @Test
    @Requirement("RT-04")
    void onlyOneOfTheTwoListsMayBeSent() {
        assertThatThrownBy(() -> Projection.parse("userName", "emails"))
                .asInstanceOf(InstanceOfAssertFactories.type(ScimException.class))
                .satisfies(thrown -> assertThat(thrown.error().scimType()).isEqualTo(ScimType.INVALID_SYNTAX))
                .satisfies(thrown -> assertThat(thrown.error().status()).isEqualTo(400));
    }

    @Test
    @Requirement("AT-25")
    void whatIsReturnedOnRequestIsShownOnlyWhenNamed() {
        ResourceSchema type = typeWith(Returned.REQUEST);
        ComplexValue resource = AttributeJson.parseStored("{\"id\":\"42\",\"secretive\":\"s\"}");

        assertThat(Projector.apply(resource, Projection.DEFAULT, type).has("secretive"))
                .isFalse();
        assertThat(Projector.apply(resource, Projection.parse(null, "id"), type).has("secretive"))
                .isFalse();
        assertThat(Projector.apply(resource, Projection.parse("secretive", null), type)
                        .has("secretive"))
                .isTrue();
    }

    @Test
    void aMemberThatNoSchemaKnowsIsNotShown() {
        ComplexValue odd = USER.with("internal", AttributeValue.text("x"));

        assertThat(Projector.apply(odd, Projection.DEFAULT, CoreSchemas.USER_TYPE)
                        .has("internal"))
                .isFalse();
    }

    private static ResourceSchema typeWith(Returned returned) {
        AttributeDefinition attribute = new AttributeDefinition(
                "secretive",
                AttributeType.STRING,
                false,
                "Shown on request.",
                false,
                false,
                Mutability.READ_WRITE,
                returned,
                Uniqueness.NONE,
                List.of(),
                List.of(),
                List.of());
        return new ResourceSchema(
                "Thing", "/Things", new Schema("urn:thing", "Thing", "A thing.", List.of(attribute)), List.of());
    }

    private static String shown(@Nullable String attributes, @Nullable String excluded) {
        return AttributeJson.write(
                Projector.apply(USER, Projection.parse(attributes, excluded), CoreSchemas.USER_TYPE));
    }
}
