package au.com.visibuild.scim.protocol.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import au.com.visibuild.scim.platform.AttributeJson;
import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimError;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.error.ScimType;
import au.com.visibuild.scim.requirement.Requirement;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceValidatorTest {

    private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:User";
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private final ResourceValidator validator = new ResourceValidator(CoreSchemas.USER_TYPE);

    @Test
    @Requirement("AT-01")
    void namesAreSpeltAndOrderedAsTheSchemaDoes() {
        ComplexValue attributes = validator.validate(json("""
                {"NAME": {"GIVENNAME": "Barbara", "familyname": "Jensen"}, "USERNAME": "bjensen",
                 "EXTERNALID": "X1", "SCHEMAS": ["%s"]}""".formatted(CORE)));

        assertThat(AttributeJson.write(attributes))
                .isEqualTo(
                        "{\"externalId\":\"X1\",\"userName\":\"bjensen\",\"name\":{\"familyName\":\"Jensen\",\"givenName\":\"Barbara\"}}");
    }

    @Test
    @Requirement({"AT-01", "CM-05"})
    void anExtensionStandsUnderItsCanonicalUrn() {
        ComplexValue attributes = validator.validate(json("""
                {"schemas": ["%1$s", "%2$s"], "userName": "bjensen", "%2$s": {"DEPARTMENT": "Sales"}}""".formatted(CORE, ENTERPRISE.toUpperCase(Locale.ROOT))));

        assertThat(AttributeJson.write(attributes))
                .isEqualTo("{\"userName\":\"bjensen\",\"" + ENTERPRISE + "\":{\"department\":\"Sales\"}}");
    }

    @Test
    @Requirement({"AT-21", "CM-07", "CM-12", "CR-01", "EN-02", "PUT-07", "US-15"})
    void whatTheServiceOwnsIsDroppedUnread() {
        ComplexValue attributes = validate("""
                "userName": "bjensen", "id": 7, "meta": "mine", "groups": "none",
                "%s": {"manager": {"value": "42", "displayName": "Not mine to say"}}""".formatted(ENTERPRISE));

        assertThat(AttributeJson.write(attributes))
                .isEqualTo("{\"userName\":\"bjensen\",\"" + ENTERPRISE + "\":{\"manager\":{\"value\":\"42\"}}}");
    }

    @Test
    @Requirement("AT-19")
    void unassignedValuesAreDropped() {
        ComplexValue attributes = validate("""
                "userName": "bjensen", "title": null, "emails": [], "phoneNumbers": [null, {}, {"value": null}],
                "name": {}, "addresses": [{"type": null}], "%s": {"manager": {"displayName": "x"}}""".formatted(ENTERPRISE));

        assertThat(AttributeJson.write(attributes)).isEqualTo("{\"userName\":\"bjensen\"}");
    }

    @Test
    @Requirement({"US-07", "US-08"})
    void aPasswordIsCheckedAndDropped() {
        assertThat(AttributeJson.write(validate("\"userName\": \"bjensen\", \"password\": \"t1meMa$heen\"")))
                .isEqualTo("{\"userName\":\"bjensen\"}");
        assertThat(fault("\"userName\": \"bjensen\", \"password\": [\"t1meMa$heen\"]"))
                .isEqualTo(invalidValue("password: expected a string, got an array."));
    }

    @Test
    void valuesStayAsTheyWereSent() {
        ComplexValue attributes = validate("""
                "userName": " BJensen@Example.COM ", "emails": [{"value": "no address", "type": "Whatever"}],
                "title": "", "addresses": [{"country": "Australia"}]""");

        assertThat(AttributeJson.write(attributes))
                .isEqualTo("{\"userName\":\" BJensen@Example.COM \",\"title\":\"\","
                        + "\"emails\":[{\"value\":\"no address\",\"type\":\"Whatever\"}],"
                        + "\"addresses\":[{\"country\":\"Australia\"}]}");
    }

    @Test
    @Requirement({"CR-07", "PUT-08", "US-01"})
    void userNameMustBeThereAndHoldSomething() {
        assertThat(fault("\"title\": \"Tour Guide\"")).isEqualTo(invalidValue("userName: required."));
        assertThat(fault("\"userName\": null")).isEqualTo(invalidValue("userName: required."));
        assertThat(fault("\"userName\": \" \\t \"")).isEqualTo(invalidValue("userName: must not be empty."));
        assertThat(fault("\"userName\": []")).isEqualTo(invalidValue("userName: expected a string, got an array."));
    }

    @Test
    @Requirement("AT-14")
    void onlyOneValueMayBePrimary() {
        assertThat(fault("""
                "userName": "b", "emails": [{"value": "a", "primary": true}, {"value": "b", "primary": false},
                {"value": "c", "primary": true}]"""))
                .isEqualTo(invalidValue("emails[2].primary: only one value may be primary, and emails[0] is."));
    }

    @Test
    void allFaultsOfABodyAreToldAtOnce() {
        assertThat(fault("""
                "active": "yes", "emails": [{"value": "a"}, {"value": 1, "primary": "true"}],
                "name": {"familyName": true}, "%s": {"manager": "42"}""".formatted(ENTERPRISE)))
                .isEqualTo(invalidValue("userName: required; name.familyName: expected a string, got a boolean; "
                        + "active: expected a boolean (true or false), got a string; "
                        + "emails[1].value: expected a string, got a number; "
                        + "emails[1].primary: expected a boolean (true or false), got a string; "
                        + ENTERPRISE + ":manager: expected an object, got a string."));
    }

    @Test
    void atMostTwentyFaultsAreSpeltOut() {
        String emails = "{\"value\":1},".repeat(25) + "{}";

        assertThat(fault("\"userName\": \"b\", \"emails\": [" + emails + "]").detail())
                .contains("emails[19].value")
                .doesNotContain("emails[20]")
                .endsWith("; and 5 more.");
    }

    @Test
    void whatNoSchemaKnowsIsRefusedByItsPlace() {
        assertThat(fault("""
                "userName": "b", "favouriteColour": "blue", "name": {"initial": "J"},
                "emails": [{"value": "a", "verified": true}], "%s": {"shoeSize": 43}""".formatted(ENTERPRISE)))
                .isEqualTo(invalidSyntax("favouriteColour: no such attribute of User; "
                        + "name.initial: no such sub-attribute of name; "
                        + "emails[0].verified: no such sub-attribute of emails; "
                        + ENTERPRISE + ":shoeSize: no such attribute of EnterpriseUser."));
    }

    @Test
    @Requirement({"CM-01", "CM-02", "CM-04", "CR-08"})
    void schemasMustListTheCoreSchemaAndOnlyKnownOnes() {
        assertThat(faultOf("{\"userName\": \"b\"}"))
                .isEqualTo(invalidSyntax("schemas: missing; expected [\"" + CORE + "\"]."));
        assertThat(faultOf("{\"schemas\": \"" + CORE + "\", \"userName\": \"b\"}"))
                .isEqualTo(invalidSyntax("schemas: expected an array of URNs, got a string."));
        assertThat(faultOf("{\"schemas\": [\"urn:x\", 1], \"userName\": \"b\"}"))
                .isEqualTo(invalidSyntax("schemas[0]: no schema of User: urn:x; "
                        + "schemas[1]: expected a URN, got a number; schemas: must list " + CORE + "."));
    }

    @Test
    @Requirement("CM-03")
    void theOrderOfSchemasMeansNothing() {
        String members = "\"userName\": \"b\", \"%s\": {\"department\": \"Sales\"}}".formatted(ENTERPRISE);

        assertThat(validator.validate(json("{\"schemas\": [\"%s\", \"%s\"], ".formatted(ENTERPRISE, CORE) + members)))
                .isEqualTo(validator.validate(
                        json("{\"schemas\": [\"%s\", \"%s\"], ".formatted(CORE, ENTERPRISE) + members)));
    }

    @Test
    void anExtensionMustBeListed() {
        assertThat(faultOf("{\"schemas\": [\"%s\"], \"userName\": \"b\", \"%s\": {\"department\": \"Sales\"}}"
                        .formatted(CORE, ENTERPRISE)))
                .isEqualTo(invalidSyntax(ENTERPRISE + ": not listed in schemas."));
    }

    @Test
    void aLongNameOfTheCallersIsShortened() {
        String detail =
                fault("\"userName\": \"b\", \"" + "x".repeat(900) + "\": 1").detail();

        assertThat(detail).isEqualTo("x".repeat(64) + "…: no such attribute of User.");
    }

    @Test
    @Requirement("AT-05")
    void textMustBeSound() {
        ComplexValue body = json("{\"schemas\": [\"" + CORE + "\"], \"userName\": \"b\"}")
                .with("title", AttributeValue.text("a\0b"))
                .with("nickName", AttributeValue.text("x\uD800"))
                .with("locale", AttributeValue.text("\uDC00\uD800"))
                .with("displayName", AttributeValue.text("fine \uD83D\uDE00"));

        assertThat(faultOf(body))
                .isEqualTo(invalidValue("nickName: has half of a surrogate pair; title: has a NUL character; "
                        + "locale: has half of a surrogate pair."));
    }

    @Test
    void textMustNotBeTooLong() {
        assertThat(lengthFault("userName", 255)).isEqualTo("userName: longer than 255 characters.");
        assertThat(lengthFault("externalId", 512)).isEqualTo("externalId: longer than 512 characters.");
        assertThat(lengthFault("title", 8192)).isEqualTo("title: longer than 8192 characters.");
        assertThat(fault("\"userName\": \"b\", \"emails\": [{\"value\": \"" + "x".repeat(513) + "\"}]"))
                .isEqualTo(invalidValue("emails[0].value: longer than 512 characters."));
    }

    @Test
    void anAttributeMustNotHaveTooManyValues() {
        String thousand = "{\"value\":\"a\"},".repeat(999) + "{\"value\":\"a\"}";

        assertThat(validate("\"userName\": \"b\", \"emails\": [" + thousand + "]")
                        .has("emails"))
                .isTrue();
        assertThat(fault("\"userName\": \"b\", \"emails\": [" + thousand + ",{}]"))
                .isEqualTo(invalidValue("emails: more than 1000 values."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MA==", "MA", "_-8", "+/8=", "MIIDQzCC"})
    @Requirement({"AT-09", "US-16"})
    void base64IsAcceptedInBothAlphabetsWithAndWithoutPadding(String base64) {
        assertThat(validate("\"userName\": \"b\", \"x509Certificates\": [{\"value\": \"" + base64 + "\"}]")
                        .has("x509Certificates"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"M", "M===", "not base64!", "-/8=", "MA==MA=="})
    @Requirement({"AT-09", "US-16"})
    void whatIsNoBase64IsRefused(String text) {
        assertThat(fault("\"userName\": \"b\", \"x509Certificates\": [{\"value\": \"" + text + "\"}]"))
                .isEqualTo(invalidValue("x509Certificates[0].value: is not base64."));
    }

    /** The fault of a text one longer than the limit; a text of the limit's length has none. */
    private String lengthFault(String attribute, int limit) {
        ComplexValue valid = body("\"userName\": \"b\"");
        AttributeValue longest = AttributeValue.text("x".repeat(limit));
        assertThat(validator.validate(valid.with(attribute, longest)).get(attribute))
                .isEqualTo(longest);
        return faultOf(valid.with(attribute, AttributeValue.text("x".repeat(limit + 1))))
                .detail();
    }

    private ComplexValue validate(String members) {
        return validator.validate(body(members));
    }

    private ScimError fault(String members) {
        return faultOf(body(members));
    }

    private ScimError faultOf(String json) {
        return faultOf(json(json));
    }

    private ScimError faultOf(ComplexValue body) {
        ScimException thrown = catchThrowableOfType(ScimException.class, () -> validator.validate(body));
        assertThat(thrown).as("refusal").isNotNull();
        return thrown.error();
    }

    private static ScimError invalidValue(String detail) {
        return new ScimError(400, ScimType.INVALID_VALUE, detail);
    }

    private static ScimError invalidSyntax(String detail) {
        return new ScimError(400, ScimType.INVALID_SYNTAX, detail);
    }

    private static ComplexValue body(String members) {
        return json("{\"schemas\": [\"%s\", \"%s\"], ".formatted(CORE, ENTERPRISE) + members + "}");
    }

    private static ComplexValue json(String text) {
        return AttributeJson.parseStored(text);
    }
}
