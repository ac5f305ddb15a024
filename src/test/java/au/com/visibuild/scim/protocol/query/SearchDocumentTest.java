package au.com.visibuild.scim.protocol.query;

import static au.com.visibuild.scim.protocol.filter.Samples.ENTERPRISE;
import static au.com.visibuild.scim.protocol.filter.Samples.array;
import static au.com.visibuild.scim.protocol.filter.Samples.object;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.schema.CoreSchemas;
import au.com.visibuild.scim.requirement.Requirement;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SearchDocumentTest {

    @Test
    @Requirement({"AT-20", "FI-12"})
    void eachValueTakesTheFormItsTypeCompares() {
        ComplexValue user = object(
                "USERNAME",
                "BJensen",
                "externalId",
                "AbC",
                "active",
                true,
                "meta",
                object("created", "2024-01-01T02:00:00+02:00"),
                "x509Certificates",
                array(object("value", "-_8")));

        assertThat(json(user))
                .isEqualTo("{\"userName\":\"bjensen\",\"externalId\":\"AbC\",\"active\":true,"
                        + "\"meta\":{\"created\":\"2024-01-01T00:00:00.000000Z\"},"
                        + "\"x509Certificates\":[{\"value\":\"+/8=\"}]}");
    }

    @Test
    void extensionsStandUnderTheirUrnAndNamesInTheirCanonicalSpelling() {
        ComplexValue user = object(ENTERPRISE.toUpperCase(Locale.ROOT), object("MANAGER", object("VALUE", "M1")));

        assertThat(json(user)).isEqualTo("{\"" + ENTERPRISE + "\":{\"manager\":{\"value\":\"m1\"}}}");
    }

    @Test
    void whatHoldsNothingIsLeftOut() {
        ComplexValue user = object(
                "title",
                "",
                "nickName",
                new AttributeValue.Unassigned(),
                "name",
                object("givenName", ""),
                "emails",
                array(object("value", ""), object(), object("type", "work")),
                "phoneNumbers",
                array(),
                ENTERPRISE,
                object("department", ""));

        assertThat(json(user)).isEqualTo("{\"emails\":[{\"type\":\"work\"}]}");
    }

    @Test
    @Requirement("FI-23")
    void secretsAndUnknownAttributesAndValuesOfOtherTypesAreLeftOut() {
        ComplexValue user = object("password", "secret", "shoeSize", "44", "active", "yes", "userName", "x");

        assertThat(json(user)).isEqualTo("{\"userName\":\"x\"}");
    }

    @Test
    void aMultiValuedAttributeIsAnArrayAlsoWhenItCameAsOneValue() {
        assertThat(json(object("emails", object("value", "A")))).isEqualTo("{\"emails\":[{\"value\":\"a\"}]}");
        assertThat(json(object("schemas", array("urn:A")))).isEqualTo("{\"schemas\":[\"urn:A\"]}");
    }

    @Test
    void theSearchDocumentOfASearchDocumentIsItself() {
        ComplexValue once = SearchDocument.of(
                object("userName", "ΟΔΟΣ", "meta", object("created", "2024-01-01T00:00:00Z")), CoreSchemas.USER_TYPE);

        assertThat(SearchDocument.of(once, CoreSchemas.USER_TYPE)).isEqualTo(once);
    }

    private static String json(ComplexValue user) {
        return JsonText.of(new AttributeValue.Complex(SearchDocument.of(user, CoreSchemas.USER_TYPE)));
    }
}
