package au.com.visibuild.scim.protocol.patch;

import static au.com.visibuild.scim.protocol.patch.Patches.assertPatched;
import static au.com.visibuild.scim.protocol.patch.Patches.assertRefused;
import static au.com.visibuild.scim.protocol.patch.Patches.patch;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.protocol.error.ScimType;
import au.com.visibuild.scim.requirement.Requirement;
import org.junit.jupiter.api.Test;

/** {@code add} (RFC 7644 §3.5.2.1). */
class AddOperationTest {

    private static final String ADA = "{'userName':'ada','emails':[{'value':'a@x','type':'work'}]}";

    @Test
    @Requirement("PATCH-ADD-01")
    void withoutAValueItIsRefused() {
        assertRefused(ScimType.INVALID_VALUE, ADA, "{'op':'add','path':'title'}");
        assertRefused(ScimType.INVALID_VALUE, ADA, "{'op':'add'}");
    }

    @Test
    @Requirement({"PATCH-06", "PATCH-ADD-02", "PATCH-ADD-07"})
    void withoutAPathTheValueIsMergedIntoTheResource() {
        assertPatched(
                ADA,
                "{'userName':'ada','nickName':'Lady','emails':[{'value':'a@x','type':'work'},{'value':'b@x','type':'home'}]}",
                "{'op':'add','value':{'emails':[{'value':'b@x','type':'home'}],'nickName':'Lady'}}");
    }

    @Test
    @Requirement("PATCH-ADD-03")
    void aComplexAttributeKeepsWhatTheValueDoesNotName() {
        assertPatched(
                "{'userName':'ada','name':{'givenName':'Ada','familyName':'King'}}",
                "{'userName':'ada','name':{'givenName':'Ada','familyName':'Lovelace','honorificPrefix':'Lady'}}",
                "{'op':'add','path':'name','value':{'familyName':'Lovelace','honorificPrefix':'Lady'}}");
    }

    @Test
    @Requirement("PATCH-ADD-04")
    void aMultiValuedAttributeGrowsByAnArrayAndByASingleObject() {
        assertPatched(
                ADA,
                "{'userName':'ada','emails':[{'value':'a@x','type':'work'},{'value':'b@x'},{'value':'c@x'}]}",
                "{'op':'add','path':'emails','value':[{'value':'b@x'}]}",
                "{'op':'add','path':'emails','value':{'value':'c@x'}}");
    }

    @Test
    @Requirement({"AT-01", "PATCH-ADD-05"})
    void aSingleValuedAttributeIsSetOrReplaced() {
        assertPatched(
                "{'userName':'ada'}",
                "{'userName':'ada','title':'Countess'}",
                "{'op':'add','path':'title','value':'Countess'}");
        assertPatched(
                "{'userName':'ada','title':'Lady'}",
                "{'userName':'ada','title':'Countess'}",
                "{'op':'add','path':'TITLE','value':'Countess'}");
    }

    @Test
    @Requirement({"ET-05", "PATCH-ADD-06"})
    void aValueThatIsThereAlreadyChangesNothing() {
        PatchResult result = patch(
                ADA,
                "{'op':'add','path':'emails','value':[{'type':'work','value':'a@x'}]}",
                "{'op':'add','path':'emails','value':[{'type':'work','value':'a@x','primary':false}]}",
                "{'op':'add','path':'userName','value':'ada'}");

        assertThat(result.changed()).isEmpty();
        assertThat(result.attributes()).isEqualTo(Patches.object(ADA));
    }

    @Test
    @Requirement("PATCH-12")
    void anExtensionComesInByItsUrnInPathAndValue() {
        assertPatched(
                "{'userName':'ada'}",
                "{'userName':'ada','~':{'department':'Engines','costCenter':'7'}}",
                "{'op':'add','path':'~:department','value':'Engines'}",
                "{'op':'add','value':{'~':{'costCenter':'7'}}}");
        assertPatched(
                "{'userName':'ada'}",
                "{'userName':'ada','~':{'division':'1'}}",
                "{'op':'add','path':'~','value':{'division':'1'}}");
    }

    @Test
    void aValuePathMergesIntoTheElementsThatMatch() {
        assertPatched(
                ADA,
                "{'userName':'ada','emails':[{'value':'a@x','type':'work','display':'Ada'}]}",
                "{'op':'add','path':'emails[type eq \\'work\\']','value':{'display':'Ada'}}");
    }

    @Test
    void aValuePathThatMatchesNothingHasNoTarget() {
        assertRefused(ScimType.NO_TARGET, ADA, "{'op':'add','path':'emails[type eq \\'home\\'].value','value':'b@x'}");
    }

    @Test
    void aSubAttributeOfAllElementsIsSetWithoutBrackets() {
        assertPatched(
                ADA,
                "{'userName':'ada','emails':[{'value':'a@x','type':'work','display':'Ada'}]}",
                "{'op':'add','path':'emails.display','value':'Ada'}");
        assertRefused(ScimType.NO_TARGET, ADA, "{'op':'add','path':'roles.display','value':'Ada'}");
    }

    @Test
    void anArrayThatIsEmptyAddsNothing() {
        assertThat(patch(ADA, "{'op':'add','path':'emails','value':[]}").changed())
                .isEmpty();
    }
}
