package au.com.visibuild.scim.protocol.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.visibuild.scim.platform.AttributeJson;
import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Bool;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Unassigned;
import org.junit.jupiter.api.Test;

/** Single values, as PATCH sends them. */
class ValidatedValueTest {

    private static final String MANAGER = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager";

    private final ResourceValidator validator = new ResourceValidator(CoreSchemas.USER_TYPE);

    @Test
    void anElementAndAWholeArrayAreBothAcceptedForAMultiValuedAttribute() {
        AttributeValue element = object("{\"TYPE\":\"work\",\"value\":\"a\"}");

        assertThat(validate("emails", element)).isEqualTo(object("{\"value\":\"a\",\"type\":\"work\"}"));
        assertThat(validate("emails", Multi.of(element, new Unassigned())))
                .isEqualTo(Multi.of(object("{\"value\":\"a\",\"type\":\"work\"}")));
    }

    @Test
    void aSubAttributeOfAMultiValuedAttributeIsCheckedByItself() {
        assertThat(validate("emails.primary", Bool.TRUE)).isEqualTo(Bool.TRUE);
        assertThatThrownBy(() -> validate("emails.primary", AttributeValue.text("True")))
                .hasMessage("emails.primary: expected a boolean (true or false), got a string.");
    }

    @Test
    void faultsInsideAnElementNameTheirPlace() {
        assertThatThrownBy(() -> validate("emails", object("{\"value\":1,\"colour\":\"red\"}")))
                .hasMessage("emails.colour: no such sub-attribute of emails; "
                        + "emails.value: expected a string, got a number.");
        assertThatThrownBy(() -> validate("emails", Multi.of(object("{\"value\":1}"))))
                .hasMessage("emails[0].value: expected a string, got a number.");
    }

    @Test
    void anExtensionAttributeIsNamedWithItsUrn() {
        assertThat(validate(MANAGER, object("{\"value\":\"42\",\"displayName\":\"Boss\"}")))
                .isEqualTo(object("{\"value\":\"42\"}"));
        assertThatThrownBy(() -> validate(MANAGER, AttributeValue.text("42")))
                .hasMessage(MANAGER + ": expected an object, got a string.");
    }

    @Test
    void aRequiredAttributeCannotBeCleared() {
        assertThatThrownBy(() -> validate("userName", new Unassigned())).hasMessage("userName: required.");
        assertThatThrownBy(() -> validate("userName", AttributeValue.text(" ")))
                .hasMessage("userName: must not be empty.");
        assertThat(validate("title", new Unassigned())).isEqualTo(new Unassigned());
        assertThat(validate("emails", Multi.EMPTY)).isEqualTo(new Unassigned());
    }

    @Test
    void aPasswordIsCheckedAndNotHandedBack() {
        assertThat(validate("password", AttributeValue.text("t1meMa$heen"))).isEqualTo(new Unassigned());
        assertThatThrownBy(() -> validate("password", Bool.TRUE))
                .hasMessage("password: expected a string, got a boolean.");
    }

    private AttributeValue validate(String path, AttributeValue value) {
        return validator.validateValue(CoreSchemasTest.resolved(path), value);
    }

    private static Complex object(String json) {
        return new Complex(AttributeJson.parseStored(json));
    }
}
