package au.com.visibuild.scim.protocol.patch;

import static au.com.visibuild.scim.protocol.patch.Patches.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.error.ScimType;
import au.com.visibuild.scim.protocol.schema.AttributeDefinition;
import au.com.visibuild.scim.protocol.schema.AttributeType;
import au.com.visibuild.scim.protocol.schema.Mutability;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import au.com.visibuild.scim.protocol.schema.Returned;
import au.com.visibuild.scim.protocol.schema.Schema;
import au.com.visibuild.scim.protocol.schema.Uniqueness;
import au.com.visibuild.scim.requirement.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is immutable, on a schema made for it: User has no such attribute. */
class ImmutableAttributeTest {

    private static final AttributeDefinition SERIAL = immutable("serial", AttributeType.STRING);
    private static final AttributeDefinition PARTS = new AttributeDefinition(
            "parts",
            AttributeType.COMPLEX,
            true,
            "Parts.",
            false,
            false,
            Mutability.READ_WRITE,
            Returned.DEFAULT,
            Uniqueness.NONE,
            List.of(),
            List.of(),
            List.of(immutable("value", AttributeType.STRING), note()));
    private static final ResourceSchema DEVICE = new ResourceSchema(
            "Device",
            "/Devices",
            new Schema("urn:example:Device", "Device", "A device.", List.of(SERIAL, PARTS)),
            List.of());

    @Test
    @Requirement({"AT-21", "PATCH-08"})
    void aFirstValueIsLegalAndTheSameAgainToo() {
        assertThat(patch("{}", "{'op':'add','path':'serial','value':'1'}").changed())
                .containsExactly("serial");
        assertThat(patch("{'serial':'1'}", "{'op':'replace','path':'serial','value':'1'}")
                        .changed())
                .isEmpty();
    }

    @Test
    @Requirement({"AT-21", "PATCH-07"})
    void anotherValueOrNoneIsRefused() {
        assertMutability("{'serial':'1'}", "{'op':'replace','path':'serial','value':'2'}");
        assertMutability("{'serial':'1'}", "{'op':'remove','path':'serial'}");
    }

    @Test
    @Requirement("AT-21")
    void subAttributesOfAnElementAreHeldButElementsComeAndGo() {
        String parts = "{'parts':[{'value':'p','note':'n'}]}";

        assertMutability(parts, "{'op':'replace','path':'parts[value eq \\'p\\'].value','value':'q'}");
        assertMutability(parts, "{'op':'remove','path':'parts[value eq \\'p\\'].value'}");
        assertMutability(parts, "{'op':'replace','path':'parts[value eq \\'p\\']','value':{'value':'q'}}");
        assertThat(patch(parts, "{'op':'replace','path':'parts[value eq \\'p\\'].note','value':'m'}")
                        .changed())
                .containsExactly("parts");
        assertThat(patch(parts, "{'op':'remove','path':'parts[value eq \\'p\\']'}")
                        .attributes())
                .isEqualTo(object("{}"));
    }

    @Test
    @Requirement({"AT-21", "PUT-06"})
    void aPutKeepsItOrMustMatch() {
        PatchResult kept = Replacement.apply(object("{'serial':'1'}"), object("{}"), DEVICE);
        ScimException refusal = catchThrowableOfType(
                ScimException.class,
                () -> Replacement.apply(object("{'serial':'1'}"), object("{'serial':'2'}"), DEVICE));

        assertThat(kept.changed()).isEmpty();
        assertThat(refusal.error().scimType()).isEqualTo(ScimType.MUTABILITY);
    }

    @Test
    @Requirement({"AT-21", "PUT-06"})
    void aPutMayGiveItsFirstValue() {
        PatchResult given = Replacement.apply(object("{}"), object("{'serial':'1'}"), DEVICE);
        PatchResult again = Replacement.apply(given.attributes(), object("{'serial':'1'}"), DEVICE);

        assertThat(given.changed()).containsExactly("serial");
        assertThat(again.changed()).isEmpty();
    }

    private static PatchResult patch(String before, String operation) {
        return PatchEngine.strict(DEVICE).apply(object(before), PatchRequest.parse(Patches.message(operation)));
    }

    private static void assertMutability(String before, String operation) {
        ScimException refusal = catchThrowableOfType(ScimException.class, () -> patch(before, operation));
        assertThat(refusal).isNotNull();
        assertThat(refusal.error().scimType()).isEqualTo(ScimType.MUTABILITY);
    }

    private static AttributeDefinition immutable(String name, AttributeType type) {
        return new AttributeDefinition(
                name,
                type,
                false,
                "Never changes.",
                false,
                false,
                Mutability.IMMUTABLE,
                Returned.DEFAULT,
                Uniqueness.NONE,
                List.of(),
                List.of(),
                List.of());
    }

    private static AttributeDefinition note() {
        return new AttributeDefinition(
                "note",
                AttributeType.STRING,
                false,
                "A note.",
                false,
                false,
                Mutability.READ_WRITE,
                Returned.DEFAULT,
                Uniqueness.NONE,
                List.of(),
                List.of(),
                List.of());
    }
}
