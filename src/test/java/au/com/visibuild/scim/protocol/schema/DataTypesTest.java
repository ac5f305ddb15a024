package au.com.visibuild.scim.protocol.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.visibuild.scim.platform.AttributeJson;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.requirement.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The data types of RFC 7643 §2.3 that no attribute of User has, on a schema made for it. */
class DataTypesTest {

    private static final String THING = "urn:example:Thing";
    private static final ResourceValidator VALIDATOR = new ResourceValidator(new ResourceSchema(
            "Thing",
            "/Things",
            new Schema(
                    THING,
                    "Thing",
                    "A thing.",
                    List.of(
                            AttributeDefinitions.attribute("whole", AttributeType.INTEGER, "A whole number."),
                            AttributeDefinitions.attribute("part", AttributeType.DECIMAL, "A number."),
                            AttributeDefinitions.attribute("since", AttributeType.DATE_TIME, "A time."))),
            List.of()));

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "100", "123456789012345678901234567890"})
    @Requirement("AT-07")
    void anIntegerHasDigitsOnly(String number) {
        assertThat(AttributeJson.write(validated("whole", number))).isEqualTo("{\"whole\":" + number + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1.5", "1e2", "1E+2", "100e-1", "-0.0"})
    @Requirement("AT-07")
    void anIntegerHasNeitherFractionNorExponent(String number) {
        assertThatThrownBy(() -> validated("whole", number))
                .hasMessage("whole: expected an integer without fraction or exponent.");
    }

    @ParameterizedTest
    @CsvSource({"1.5, 1.5", "-0.25, -0.25", "7, 7"})
    void aDecimalMayHaveAFraction(String number, String written) {
        assertThat(AttributeJson.write(validated("part", number))).isEqualTo("{\"part\":" + written + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"whole", "part"})
    @Requirement("AT-07")
    void aNumberInQuotesIsText(String attribute) {
        assertThatThrownBy(() -> validated(attribute, "\"1\"")).hasMessageEndingWith("got a string.");
    }

    @Test
    @Requirement("AT-08")
    void aDateTimeHasADateAndATime() {
        assertThat(validated("since", "\"2008-01-23T04:56:22Z\"").text("since")).isEqualTo("2008-01-23T04:56:22Z");
        assertThatThrownBy(() -> validated("since", "\"2008-01-23\"")).hasMessageStartingWith("since: expected a date");
        assertThatThrownBy(() -> validated("since", "1201064182")).hasMessageStartingWith("since: expected a dateTime");
    }

    private static ComplexValue validated(String attribute, String value) {
        return VALIDATOR.validate(
                AttributeJson.parseStored("{\"schemas\":[\"" + THING + "\"],\"" + attribute + "\":" + value + "}"));
    }
}
