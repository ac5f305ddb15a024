package au.com.visibuild.scim.protocol.patch;

import static au.com.visibuild.scim.protocol.patch.Patches.assertPatched;
import static au.com.visibuild.scim.protocol.patch.Patches.assertRefused;
import static au.com.visibuild.scim.protocol.patch.Patches.patch;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.protocol.error.ScimType;
import au.com.visibuild.scim.requirement.Requirement;
import org.junit.jupiter.api.Test;

/** {@code replace} (RFC 7644 §3.5.2.3). */
class ReplaceOperationTest {

    private static final String ADA = "{'userName':'ada','title':'Lady','name':{'givenName':'Ada','familyName':'King'},"
            + "'addresses':[{'type':'work','locality':'London'},{'type':'work','locality':'Ockham'},{'type':'home','locality':'Bath'}]}";

    @Test
    @Requirement({"PATCH-06", "PATCH-REP-01"})
    void withoutAPathTheNamedAttributesAreReplacedAndNoOthers() {
        PatchResult result = patch(ADA, "{'op':'replace','value':{'title':'Countess','nickName':'A'}}");

        assertThat(result.changed()).containsExactlyInAnyOrder("title", "nickName");
        assertThat(result.attributes().text("title")).isEqualTo("Countess");
        assertThat(result.attributes().get("name"))
                .isEqualTo(Patches.object(ADA).get("name"));
    }

    @Test
    @Requirement("PATCH-REP-01")
    void withoutAPathTheValueMustBeAnObject() {
        assertRefused(ScimType.INVALID_VALUE, ADA, "{'op':'replace','value':'x'}");
        assertRefused(ScimType.INVALID_VALUE, ADA, "{'op':'replace','value':[{'title':'x'}]}");
        assertRefused(ScimType.INVALID_VALUE, ADA, "{'op':'replace'}");
    }

    @Test
    @Requirement("PATCH-REP-02")
    void allValuesOfAMultiValuedAttributeMakeRoom() {
        assertPatched(
                "{'userName':'ada','emails':[{'value':'a@x'},{'value':'b@x'}]}",
                "{'userName':'ada','emails':[{'value':'c@x','type':'work'}]}",
                "{'op':'replace','path':'emails','value':[{'value':'c@x','type':'work'}]}");
        assertRefused(ScimType.INVALID_VALUE, ADA, "{'op':'replace','path':'emails','value':{'value':'c@x'}}");
    }

    @Test
    @Requirement("PATCH-REP-03")
    void anAttributeWithoutAValueIsAdded() {
        assertPatched(
                "{'userName':'ada'}",
                "{'userName':'ada','title':'Lady'}",
                "{'op':'replace','path':'title','value':'Lady'}");
        assertPatched(
                "{'userName':'ada'}",
                "{'userName':'ada','name':{'givenName':'Ada'}}",
                "{'op':'replace','path':'name.givenName','value':'Ada'}");
    }

    @Test
    @Requirement("PATCH-REP-04")
    void aComplexAttributeIsMerged() {
        assertThat(patch(ADA, "{'op':'replace','path':'name','value':{'givenName':'Augusta'}}")
                        .attributes()
                        .get("name"))
                .isEqualTo(Patches.object("{'n':{'givenName':'Augusta','familyName':'King'}}")
                        .get("n"));
    }

    @Test
    @Requirement("PATCH-REP-05")
    void everyElementThatAValuePathMatchesIsReplacedAsAWhole() {
        assertPatched(
                ADA,
                "{'userName':'ada','title':'Lady','name':{'givenName':'Ada','familyName':'King'},"
                        + "'addresses':[{'type':'work','country':'GB'},{'type':'home','locality':'Bath'}]}",
                "{'op':'replace','path':'addresses[type eq \\'work\\']','value':{'type':'work','country':'GB'}}");
    }

    @Test
    @Requirement("PATCH-REP-06")
    void aSubAttributeOfEveryMatchIsReplaced() {
        assertPatched(
                ADA,
                "{'userName':'ada','title':'Lady','name':{'givenName':'Ada','familyName':'King'},"
                        + "'addresses':[{'type':'work','locality':'Paris'},{'type':'work','locality':'Paris','region':'R'},{'type':'home','locality':'Bath'}]}",
                "{'op':'replace','path':'addresses[locality eq \\'Ockham\\'].region','value':'R'}",
                "{'op':'replace','path':'addresses[type eq \\'work\\'].locality','value':'Paris'}");
    }

    @Test
    @Requirement("PATCH-REP-07")
    void aValuePathThatMatchesNothingHasNoTarget() {
        assertRefused(
                ScimType.NO_TARGET,
                ADA,
                "{'op':'replace','path':'addresses[type eq \\'other\\'].locality','value':'x'}");
        assertRefused(
                ScimType.NO_TARGET,
                ADA,
                "{'op':'replace','path':'addresses[type eq \\'other\\']','value':{'locality':'x'}}");
    }

    @Test
    @Requirement("AT-19")
    void nullAndTheEmptyArrayClear() {
        PatchResult result = patch(
                ADA,
                "{'op':'replace','path':'title','value':null}",
                "{'op':'replace','value':{'addresses':[],'name':{'givenName':null}}}");

        assertThat(result.attributes()).isEqualTo(Patches.object("{'userName':'ada','name':{'familyName':'King'}}"));
        assertRefused(ScimType.INVALID_VALUE, ADA, "{'op':'replace','path':'userName','value':null}");
    }

    @Test
    void anElementIsNotReplacedByNothing() {
        assertRefused(
                ScimType.INVALID_VALUE, ADA, "{'op':'replace','path':'addresses[type eq \\'home\\']','value':{}}");
        assertRefused(
                ScimType.INVALID_VALUE, ADA, "{'op':'replace','path':'addresses[type eq \\'home\\']','value':[]}");
    }

    @Test
    @Requirement({"AT-06", "PATCH-07"})
    void aValueOfTheWrongTypeIsRefused() {
        assertRefused(ScimType.INVALID_VALUE, ADA, "{'op':'replace','path':'active','value':'True'}");
        assertRefused(ScimType.INVALID_VALUE, ADA, "{'op':'replace','path':'title','value':{'a':1}}");
        assertRefused(ScimType.INVALID_VALUE, ADA, "{'op':'replace','path':'name','value':'Ada'}");
        assertRefused(ScimType.INVALID_SYNTAX, ADA, "{'op':'replace','path':'name','value':{'shoe':'Ada'}}");
    }

    @Test
    void anObjectOfNothingIsNoArrayAndClearsNothing() {
        String ada = "{'userName':'ada','emails':[{'value':'a@x'}]}";

        assertRefused(ScimType.INVALID_VALUE, ada, "{'op':'replace','path':'emails','value':{}}");
        assertRefused(ScimType.INVALID_VALUE, ada, "{'op':'replace','value':{'emails':{'display':null}}}");
        assertPatched(ada, "{'userName':'ada'}", "{'op':'replace','path':'emails','value':[]}");
    }

    @Test
    void whatIsReadOnlyIsRefusedAsSuchWhateverTheValue() {
        assertRefused(ScimType.MUTABILITY, "{'userName':'ada'}", "{'op':'replace','path':'groups','value':'x'}");
        assertRefused(ScimType.MUTABILITY, "{'userName':'ada'}", "{'op':'replace','path':'groups','value':[1]}");
    }
}
