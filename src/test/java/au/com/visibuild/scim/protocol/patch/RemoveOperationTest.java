package au.com.visibuild.scim.protocol.patch;

import static au.com.visibuild.scim.protocol.patch.Patches.assertPatched;
import static au.com.visibuild.scim.protocol.patch.Patches.assertRefused;
import static au.com.visibuild.scim.protocol.patch.Patches.patch;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.protocol.error.ScimType;
import au.com.visibuild.scim.requirement.Requirement;
import org.junit.jupiter.api.Test;

/** {@code remove} (RFC 7644 §3.5.2.2). */
class RemoveOperationTest {

    private static final String ADA = "{'userName':'ada','active':true,'title':'Lady','name':{'givenName':'Ada'},"
            + "'emails':[{'value':'a@x','type':'work'},{'value':'b@x','type':'home'}],'~':{'department':'D','costCenter':'7'}}";

    @Test
    @Requirement({"PATCH-06", "PATCH-REM-01"})
    void withoutAPathItHasNoTarget() {
        assertRefused(ScimType.NO_TARGET, ADA, "{'op':'remove'}");
        assertRefused(ScimType.NO_TARGET, ADA, "{'op':'remove','value':{'title':'Lady'}}");
    }

    @Test
    @Requirement("PATCH-REM-02")
    void theAttributeBecomesUnassigned() {
        PatchResult result = patch(
                ADA,
                "{'op':'remove','path':'title'}",
                "{'op':'remove','path':'emails'}",
                "{'op':'remove','path':'name.givenName'}",
                "{'op':'remove','path':'~:department'}");

        assertThat(result.attributes())
                .isEqualTo(Patches.object("{'userName':'ada','active':true,'~':{'costCenter':'7'}}"));
        assertThat(result.changed())
                .containsExactlyInAnyOrder("title", "emails", "name", Patches.ENTERPRISE + ":department");
    }

    @Test
    @Requirement({"AT-19", "PATCH-REM-03"})
    void matchingElementsGoAndAnEmptyListIsUnassigned() {
        assertPatched(
                "{'userName':'ada','emails':[{'value':'a@x','type':'work'},{'value':'b@x','type':'home'}]}",
                "{'userName':'ada','emails':[{'value':'b@x','type':'home'}]}",
                "{'op':'remove','path':'emails[type eq \\'work\\' and value ew \\'x\\']'}");
        assertPatched(
                "{'userName':'ada','emails':[{'value':'a@x','type':'work'}]}",
                "{'userName':'ada'}",
                "{'op':'remove','path':'emails[type eq \\'work\\']'}");
    }

    @Test
    @Requirement("PATCH-REM-03")
    void aSubAttributeOfMatchingElementsGoes() {
        assertPatched(
                "{'userName':'ada','emails':[{'value':'a@x','type':'work'},{'value':'b@x','type':'home'}]}",
                "{'userName':'ada','emails':[{'value':'a@x'},{'value':'b@x','type':'home'}]}",
                "{'op':'remove','path':'emails[type eq \\'work\\'].type'}");
        assertPatched(
                "{'userName':'ada','emails':[{'value':'a@x'}]}",
                "{'userName':'ada'}",
                "{'op':'remove','path':'emails.value'}");
    }

    @Test
    @Requirement("PATCH-REM-04")
    void whatIsRequiredOrReadOnlyCannotGo() {
        assertRefused(ScimType.MUTABILITY, ADA, "{'op':'remove','path':'userName'}");
        assertRefused(ScimType.MUTABILITY, ADA, "{'op':'remove','path':'schemas'}");
        assertRefused(ScimType.MUTABILITY, ADA, "{'op':'remove','path':'id'}");
        assertRefused(ScimType.MUTABILITY, ADA, "{'op':'remove','path':'meta.created'}");
        assertRefused(ScimType.MUTABILITY, ADA, "{'op':'remove','path':'groups'}");
        assertRefused(ScimType.MUTABILITY, ADA, "{'op':'remove','path':'~:manager.displayName'}");
    }

    @Test
    @Requirement("PATCH-REM-05")
    void whatIsNotThereGoesWithoutAnError() {
        PatchResult result = patch(
                ADA,
                "{'op':'remove','path':'nickName'}",
                "{'op':'remove','path':'roles[value eq \\'x\\']'}",
                "{'op':'remove','path':'emails[type eq \\'other\\'].value'}",
                "{'op':'remove','path':'~:manager'}");

        assertThat(result.changed()).isEmpty();
    }

    @Test
    void activeCanBeRemovedAndIsReported() {
        assertThat(patch(ADA, "{'op':'remove','path':'active'}").changed()).containsExactly("active");
    }

    @Test
    void aWholeExtensionGoesByItsUrn() {
        PatchResult result = patch(ADA, "{'op':'remove','path':'~'}");

        assertThat(result.attributes().has(Patches.ENTERPRISE)).isFalse();
        assertThat(result.changed())
                .containsExactlyInAnyOrder(Patches.ENTERPRISE + ":department", Patches.ENTERPRISE + ":costCenter");
    }

    @Test
    @Requirement("PATCH-REM-06")
    void aValueBesideThePathMeansNothingToTheRfc() {
        assertThat(patch(ADA, "{'op':'remove','path':'emails','value':[{'value':'a@x'}]}")
                        .attributes()
                        .has("emails"))
                .isFalse();
    }
}
