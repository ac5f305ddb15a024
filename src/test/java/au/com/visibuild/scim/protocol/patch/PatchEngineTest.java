package au.com.visibuild.scim.protocol.patch;

import static au.com.visibuild.scim.protocol.patch.Patches.assertPatched;
import static au.com.visibuild.scim.protocol.patch.Patches.assertRefused;
import static au.com.visibuild.scim.protocol.patch.Patches.object;
import static au.com.visibuild.scim.protocol.patch.Patches.patch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.error.ScimType;
import au.com.visibuild.scim.requirement.Requirement;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What all operations have in common (RFC 7644 §3.5.2). */
class PatchEngineTest {

    private static final String ADA = "{'userName':'ada','title':'Lady','emails':[{'value':'a@x'},{'value':'b@x'}]}";

    @Test
    @Requirement("PATCH-09")
    void eachOperationWorksOnWhatTheLastOneLeft() {
        assertPatched(
                "{'userName':'ada'}",
                "{'userName':'ada','emails':[{'value':'c@x','type':'home'}]}",
                "{'op':'add','path':'emails','value':{'value':'a@x','type':'work'}}",
                "{'op':'replace','path':'emails[type eq \\'work\\'].value','value':'c@x'}",
                "{'op':'replace','path':'emails[value eq \\'c@x\\'].type','value':'home'}");
    }

    @Test
    @Requirement("PATCH-10")
    void oneFailureLeavesTheResourceAsItWas() {
        ComplexValue before = object(ADA);

        assertRefused(
                ScimType.NO_TARGET,
                ADA,
                "{'op':'replace','path':'title','value':'LOST'}",
                "{'op':'remove','path':'emails'}",
                "{'op':'remove'}");

        assertThat(before).isEqualTo(object(ADA));
    }

    @Test
    @Requirement("ET-05")
    void aNoOpGivesBackTheVerySameAttributes() {
        ComplexValue before = object(ADA);
        PatchRequest request = PatchRequest.parse(Patches.message(
                "{'op':'replace','path':'title','value':'other'}",
                "{'op':'replace','path':'title','value':'Lady'}",
                "{'op':'replace','path':'emails','value':[{'value':'b@x'},{'value':'a@x'}]}"));

        PatchResult result = PatchEngine.strict(Patches.USER).apply(before, request);

        assertThat(result.attributes()).isSameAs(before);
        assertThat(result.changedAnything()).isFalse();
    }

    @Test
    void anotherOrderOfElementsAloneIsKeptAsItWasBesideARealChange() {
        PatchResult result =
                patch(ADA, "{'op':'replace','value':{'emails':[{'value':'b@x'},{'value':'a@x'}],'title':'Countess'}}");

        assertThat(result.changed()).containsExactly("title");
        assertThat(result.attributes().get("emails")).isEqualTo(object(ADA).get("emails"));
    }

    @Test
    void anotherSpellingOfAValueIsAChange() {
        assertThat(patch(ADA, "{'op':'replace','path':'userName','value':'ADA'}")
                        .changed())
                .containsExactly("userName");
    }

    @Test
    @Requirement({"AT-21", "CM-07", "EN-02", "PATCH-07", "US-15"})
    void whatIsReadOnlyIsAnErrorAndNotIgnored() {
        for (String member : new String[] {"'id':'1'", "'meta':{'created':'x'}", "'groups':[{'value':'g'}]"}) {
            assertRefused(ScimType.MUTABILITY, ADA, "{'op':'replace','value':{" + member + "}}");
        }
        assertRefused(ScimType.MUTABILITY, ADA, "{'op':'add','path':'id','value':'1'}");
        assertRefused(ScimType.MUTABILITY, ADA, "{'op':'add','path':'~:manager.displayName','value':'Boss'}");
        assertRefused(ScimType.MUTABILITY, ADA, "{'op':'add','path':'~:manager','value':{'displayName':'Boss'}}");
        assertRefused(ScimType.MUTABILITY, ADA, "{'op':'add','path':'groups','value':[{'value':'g'}]}");
    }

    @Test
    void schemasMayBeWrittenButFollowFromTheExtensions() {
        assertThat(patch(ADA, "{'op':'add','path':'schemas','value':['~']}").changed())
                .isEmpty();
        assertThat(patch(ADA, "{'op':'replace','value':{'schemas':['~']}}").changed())
                .isEmpty();
        assertRefused(ScimType.INVALID_VALUE, ADA, "{'op':'add','path':'schemas','value':['urn:other']}");
        assertRefused(ScimType.INVALID_VALUE, ADA, "{'op':'replace','path':'schemas','value':[]}");
    }

    @Test
    @Requirement({"US-07", "US-08"})
    void aPasswordIsCheckedDroppedAndNoChange() {
        for (String op : new String[] {
            "{'op':'replace','value':{'password':'secret'}}",
            "{'op':'add','path':'password','value':'secret'}",
            "{'op':'remove','path':'password'}"
        }) {
            PatchResult result = patch(ADA, op);

            assertThat(result.changed()).isEmpty();
            assertThat(result.attributes().has("password")).isFalse();
        }
        assertRefused(ScimType.INVALID_VALUE, ADA, "{'op':'add','path':'password','value':5}");
    }

    @Test
    @Requirement("PATCH-05")
    void aPathThatIsMalformedOrNamesNothingIsInvalid() {
        for (String path : new String[] {
            "",
            " ",
            "emails[type eq \\'a\\']x",
            "/title",
            "title.",
            "shoeSize",
            "name.shoe",
            "title.value",
            "urn:x:y",
            "urn:x",
            "emails[type eq \\'a\\'].shoe",
            "name[givenName eq \\'x\\']",
            "emails.value.x",
            "urn:ietf:params:scim:schemas:core:2.0:User"
        }) {
            assertRefused(ScimType.INVALID_PATH, ADA, "{'op':'replace','path':'" + path + "','value':'x'}");
        }
        assertRefused(ScimType.INVALID_PATH, ADA, "{'op':'replace','value':{'shoeSize':'x'}}");
        assertRefused(ScimType.INVALID_PATH, ADA, "{'op':'replace','value':{'name.givenName':'x'}}");
        assertRefused(ScimType.INVALID_PATH, ADA, "{'op':'add','path':'~','value':{'shoeSize':'x'}}");
    }

    @Test
    @Requirement("PATCH-05")
    void aFilterThatIsMalformedOrDoesNotFitIsInvalid() {
        for (String filter :
                new String[] {"", "0", "type", "type eq", "type xx \\'a\\'", "shoe eq \\'a\\'", "primary eq \\'True\\'"
                }) {
            assertRefused(ScimType.INVALID_FILTER, ADA, "{'op':'remove','path':'emails[" + filter + "]'}");
        }
    }

    @Test
    void anAttributeHoldsAThousandValuesAtMost() {
        StringBuilder many = new StringBuilder("{'value':'v0'}");
        for (int i = 1; i < 1000; i++) {
            many.append(",{'value':'v").append(i).append("'}");
        }
        assertRefused(
                ScimType.INVALID_VALUE,
                ADA,
                "{'op':'add','path':'roles','value':[" + many + "]}",
                "{'op':'add','path':'roles','value':{'value':'one more'}}");
    }

    @Test
    void aRequestThatTakesTooMuchWorkIsRefused() {
        StringBuilder elements = new StringBuilder("{'value':'v0'}");
        for (int i = 1; i < 1000; i++) {
            elements.append(",{'value':'v").append(i).append("'}");
        }
        String[] operations = new String[1000];
        Arrays.fill(
                operations,
                "{'op':'replace','path':'roles[" + "type pr or ".repeat(50) + "value pr].display','value':'x'}");

        ScimException refusal =
                catchThrowableOfType(ScimException.class, () -> patch("{'roles':[" + elements + "]}", operations));

        assertThat(refusal.error().status()).isEqualTo(413);
    }

    @Test
    void equalElementsAreLeftAloneByWhatChangesNone() {
        String twins = "{'userName':'ada','emails':[{'value':'a@x'},{'value':'a@x'}]}";

        assertThat(patch(twins, "{'op':'remove','path':'emails[value eq \\'b@x\\']'}")
                        .changed())
                .isEmpty();
        assertThat(patch(twins, "{'op':'remove','path':'emails[value eq \\'b@x\\'].value'}")
                        .changed())
                .isEmpty();
        assertThat(patch(twins, "{'op':'add','path':'emails','value':[{'value':'a@x'}]}")
                        .changed())
                .isEmpty();
        assertThat(patch(twins, "{'op':'replace','path':'emails[value pr].value','value':'a@x'}")
                        .changed())
                .isEmpty();
    }
}
