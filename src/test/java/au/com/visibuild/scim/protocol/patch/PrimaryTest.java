package au.com.visibuild.scim.protocol.patch;

import static au.com.visibuild.scim.protocol.patch.Patches.assertPatched;
import static au.com.visibuild.scim.protocol.patch.Patches.assertRefused;

import au.com.visibuild.scim.protocol.error.ScimType;
import au.com.visibuild.scim.requirement.Requirement;
import org.junit.jupiter.api.Test;

/** One primary at most, and the newest takes it. */
class PrimaryTest {

    private static final String BEFORE = "{'emails':[{'value':'a@x','primary':true},{'value':'b@x','type':'home'}]}";

    @Test
    @Requirement("PATCH-11")
    void anAppendedPrimaryTakesTheMark() {
        assertPatched(
                BEFORE,
                "{'emails':[{'value':'a@x','primary':false},{'value':'b@x','type':'home'},{'value':'c@x','primary':true}]}",
                "{'op':'add','path':'emails','value':[{'value':'c@x','primary':true}]}");
    }

    @Test
    @Requirement("PATCH-11")
    void aReplacedSubAttributeTakesTheMark() {
        assertPatched(
                BEFORE,
                "{'emails':[{'value':'a@x','primary':false},{'value':'b@x','type':'home','primary':true}]}",
                "{'op':'replace','path':'emails[type eq \\'home\\'].primary','value':true}");
    }

    @Test
    @Requirement("PATCH-11")
    void aReplacedElementTakesTheMark() {
        assertPatched(
                BEFORE,
                "{'emails':[{'value':'a@x','primary':false},{'value':'d@x','primary':true}]}",
                "{'op':'replace','path':'emails[type eq \\'home\\']','value':{'value':'d@x','primary':true}}");
    }

    @Test
    @Requirement({"AT-17", "PATCH-11"})
    void aStoredElementBecomesPrimaryInsteadOfStandingThereTwice() {
        assertPatched(
                BEFORE,
                "{'emails':[{'value':'a@x','primary':false},{'value':'b@x','type':'home','primary':true}]}",
                "{'op':'add','path':'emails','value':{'value':'b@x','type':'home','primary':true}}");
    }

    @Test
    @Requirement("PATCH-11")
    void otherChangesLeaveTheMarkWhereItIs() {
        assertPatched(
                BEFORE,
                "{'emails':[{'value':'a@x','primary':true},{'value':'b@x','type':'other'},{'value':'c@x'}]}",
                "{'op':'add','path':'emails','value':{'value':'c@x'}}",
                "{'op':'replace','path':'emails[type eq \\'home\\'].type','value':'other'}");
    }

    @Test
    void ofSeveralMatchesTheFirstBecomesPrimary() {
        assertPatched(
                "{'roles':[{'value':'a'},{'value':'b'}]}",
                "{'roles':[{'value':'a','primary':true},{'value':'b','primary':false}]}",
                "{'op':'replace','path':'roles.primary','value':true}");
    }

    @Test
    @Requirement("AT-14")
    void twoPrimariesInOneValueAreRefused() {
        assertRefused(
                ScimType.INVALID_VALUE,
                BEFORE,
                "{'op':'replace','path':'emails','value':[{'value':'a','primary':true},{'value':'b','primary':true}]}");
    }
}
