package au.com.visibuild.scim.protocol.interop;

import static au.com.visibuild.scim.protocol.interop.Dialects.assertPatchNeeds;
import static au.com.visibuild.scim.protocol.interop.Dialects.assertPatched;
import static au.com.visibuild.scim.protocol.interop.Dialects.assertRefused;
import static au.com.visibuild.scim.protocol.interop.Dialects.patched;
import static au.com.visibuild.scim.protocol.patch.Patches.message;
import static au.com.visibuild.scim.protocol.patch.Patches.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.error.ScimType;
import au.com.visibuild.scim.protocol.patch.PatchResult;
import au.com.visibuild.scim.requirement.Requirement;
import org.junit.jupiter.api.Test;

/** Each tolerance in PATCH: granted, and taken away. */
class PatchToleranceTest {

    private static final String ADA = "{'userName':'ada'}";
    private static final String MAILS = "{'emails':[{'value':'a@x','type':'work'},{'value':'b@x','type':'home'}]}";

    @Test
    void t1OpsInAnyCase() {
        assertPatchNeeds(
                Tolerance.T1,
                ScimType.INVALID_SYNTAX,
                ADA,
                "{'userName':'b'}",
                "{'op':'REPLACE','path':'userName','value':'b'}");
    }

    @Test
    void t2BooleansAsText() {
        assertPatchNeeds(
                Tolerance.T2,
                ScimType.INVALID_VALUE,
                ADA,
                "{'userName':'ada','active':false}",
                "{'op':'replace','path':'active','value':'False'}");
        assertPatchNeeds(
                Tolerance.T2,
                ScimType.INVALID_VALUE,
                ADA,
                "{'userName':'ada','active':true,'emails':[{'value':'x','primary':true}]}",
                "{'op':'replace','value':{'active':'true','emails':[{'value':'x','primary':'TRUE'}]}}");
        assertPatchNeeds(
                Tolerance.T2,
                ScimType.INVALID_FILTER,
                ADA,
                "{'userName':'ada','roles':[{'primary':true,'value':'Admin'}]}",
                "{'op':'add','path':'roles[primary eq \\'True\\'].value','value':'Admin'}");
    }

    @Test
    void t3PathsAsKeys() {
        assertPatchNeeds(
                Tolerance.T3,
                ScimType.INVALID_PATH,
                MAILS,
                "{'title':'T','name':{'givenName':'A'},'~':{'department':'D'},"
                        + "'emails':[{'value':'c@x','type':'work'},{'value':'b@x','type':'home'}]}",
                "{'op':'replace','value':{'title':'T','name.givenName':'A','~:department':'D',"
                        + "'emails[type eq \\'work\\'].value':'c@x'}}");
        assertPatched(
                ADA, "{'userName':'ada','~':{'department':'D'}}", "{'op':'add','path':'~.department','value':'D'}");
        assertPatched(
                ADA,
                "{'userName':'ada','title':'T'}",
                "{'op':'add','value':{'urn:ietf:params:scim:schemas:core:2.0:User':{'title':'T'}}}");
    }

    @Test
    void t4TheMissingElementIsMadeOnceHoweverManyOperationsNameIt() {
        String[] operations = {
            "{'op':'replace','path':'addresses[type eq \\'work\\'].formatted','value':'Floor 3'}",
            "{'op':'add','path':'addresses[type eq \\'work\\'].country','value':'AU'}"
        };
        assertPatched("{}", "{'addresses':[{'type':'work','formatted':'Floor 3','country':'AU'}]}", operations);
        assertThat(patched(Dialect.standard(), object("{}"), message(operations))
                        .createdMissingElement())
                .isTrue();
        assertRefused(
                ScimType.NO_TARGET,
                () -> patched(Dialect.standard().without(Tolerance.T4), object("{}"), message(operations)));
    }

    @Test
    void t4AnElementIsMadeOnlyFromEquals() {
        assertPatched(
                "{}",
                "{'emails':[{'type':'work','display':'D','value':'x'}]}",
                "{'op':'replace','path':'emails[type eq \\'work\\' and display eq \\'D\\'].value','value':'x'}");
        assertPatched(
                "{}",
                "{'emails':[{'type':'work','value':'x'}]}",
                "{'op':'add','path':'emails[type eq \\'work\\']','value':{'value':'x'}}");
        for (String filter : new String[] {
            "type eq \\'a\\' or type eq \\'b\\'",
            "type sw \\'a\\'",
            "not (type eq \\'a\\')",
            "type eq null",
            "type pr",
            "type eq \\'a\\' and type eq \\'b\\'"
        }) {
            assertRefused(
                    ScimType.NO_TARGET,
                    () -> patched(
                            Dialect.standard(),
                            object("{}"),
                            message("{'op':'replace','path':'emails[" + filter + "].value','value':'x'}")));
        }
    }

    @Test
    void t5RemoveWithAValueTakesOnlyWhatEqualsIt() {
        String home = "{'emails':[{'value':'b@x','type':'home'}]}";
        for (String value :
                new String[] {"[{'value':'A@x','$ref':null}]", "{'value':'a@x','type':'work'}", "'a@x'", "['a@x','z@x']"
                }) {
            assertPatched(MAILS, home, "{'op':'remove','path':'emails','value':" + value + "}");
        }
        for (String value : new String[] {"'c@x'", "[]", "''", "[{'value':'a@x','type':'home'}]", "[{'foo':1}]"}) {
            assertPatched(MAILS, MAILS, "{'op':'remove','path':'emails','value':" + value + "}");
        }
        assertThat(patched(
                                Dialect.standard().without(Tolerance.T5),
                                object(MAILS),
                                message("{'op':'remove','path':'emails','value':'a@x'}"))
                        .attributes()
                        .has("emails"))
                .isFalse();
    }

    @Test
    void t5RemoveOfASubAttributeAndOfASingleValue() {
        String path = "{'op':'remove','path':'emails[type eq \\'work\\'].value','value':";
        assertPatched(MAILS, "{'emails':[{'type':'work'},{'value':'b@x','type':'home'}]}", path + "'a@x'}");
        assertPatched(MAILS, "{'emails':[{'type':'work'},{'value':'b@x','type':'home'}]}", path + "''}");
        assertPatched(MAILS, MAILS, path + "'other@x'}");
        assertPatched("{'title':'T'}", "{}", "{'op':'remove','path':'title','value':'old'}");
        assertPatched(
                "{'~':{'manager':{'value':'1'}}}", "{}", "{'op':'remove','path':'manager','value':[{'value':'1'}]}");
    }

    @Test
    void t6ManagerInEveryForm() {
        String before = "{'~':{'manager':{'value':'old','$ref':'../Users/old'}}}";
        for (String operation : new String[] {
            "'path':'~:manager','value':'m1'",
            "'path':'manager','value':'m1'",
            "'value':{'manager':'m1'}",
            "'value':{'~':{'manager':'m1'}}",
            "'value':{'~:manager':'m1'}"
        }) {
            assertPatched(before, "{'~':{'manager':{'value':'m1'}}}", "{'op':'add'," + operation + "}");
        }
        assertPatchNeeds(
                Tolerance.T6,
                ScimType.INVALID_VALUE,
                before,
                "{'~':{'manager':{'value':'m1','$ref':'../Users/m1'}}}",
                "{'op':'replace','path':'~:manager','value':[{'$ref':'../Users/m1','value':'m1'}]}");
        for (String empty : new String[] {"''", "[]", "null", "{'value':''}"}) {
            assertPatched(before, "{}", "{'op':'replace','path':'manager','value':" + empty + "}");
        }
        assertPatched("{}", "{'~':{'manager':{'value':'m1'}}}", "{'op':'add','path':'manager.value','value':'m1'}");
    }

    @Test
    void t6DoesNotHideAMalformedFilterNorAFilterThatAsksForAnotherWrite() {
        String before = "{'userName':'ada','~':{'manager':{'value':'m'}}}";
        for (String operation : new String[] {
            "'op':'remove','path':'manager[value eq'",
            "'op':'remove','path':'manager[value]'",
            "'op':'remove','path':'~:manager[value]'",
            "'op':'remove','path':'manager[value eq \\'m\\'].value'",
            "'op':'replace','path':'manager[value eq \\'m\\']','value':'n'"
        }) {
            ScimException refusal = catchThrowableOfType(
                    ScimException.class,
                    () -> patched(Dialect.standard(), object(before), message("{" + operation + "}")));
            assertThat(refusal).as(operation).isNotNull();
            assertThat(refusal.error().scimType()).as(operation).isIn(ScimType.INVALID_PATH, ScimType.INVALID_FILTER);
        }
    }

    @Test
    void t27DoesNotChooseAmongTwo() {
        for (String two : new String[] {"['a','b']", "[{'value':'a'},{'value':'b'}]"}) {
            assertRefused(
                    ScimType.INVALID_VALUE,
                    () -> patched(
                            Dialect.standard(),
                            object(ADA),
                            message("{'op':'replace','path':'title','value':" + two + "}")));
        }
        assertPatched(ADA, "{'userName':'ada','emails':[{'value':'a'}]}", "{'op':'add','path':'emails','value':['a']}");
    }

    @Test
    void t7AndT8RolesAsTextAndSingleValues() {
        String role = "{'roles':[{'value':'Admin'}]}";
        assertPatchNeeds(
                Tolerance.T7, ScimType.INVALID_VALUE, "{}", role, "{'op':'add','path':'roles','value':'Admin'}");
        assertPatchNeeds(Tolerance.T7, ScimType.INVALID_VALUE, "{}", role, "{'op':'add','value':{'roles':['Admin']}}");
        assertPatched(
                "{}",
                "{'roles':[{'value':'{\\'id\\':1}'}]}",
                "{'op':'add','path':'roles','value':[{'value':'{\\'id\\':1}'}]}");
        assertPatchNeeds(
                Tolerance.T8,
                ScimType.INVALID_VALUE,
                MAILS,
                "{'emails':[{'value':'c@x'}]}",
                "{'op':'replace','path':'emails','value':{'value':'c@x'}}");
        assertPatchNeeds(
                Tolerance.T8,
                ScimType.INVALID_VALUE,
                MAILS,
                "{'emails':[{'value':'c@x'}]}",
                "{'op':'replace','value':{'emails':'c@x'}}");
    }

    @Test
    void t9EmptyValuesClear() {
        String before = "{'userName':'ada','title':'T','active':true}";
        for (String empty : new String[] {"null", "''", "[]"}) {
            for (String op : new String[] {"add", "replace"}) {
                assertPatched(
                        before,
                        "{'userName':'ada','active':true}",
                        "{'op':'" + op + "','path':'title','value':" + empty + "}");
            }
        }
        assertPatched(before, ADA, "{'op':'replace','value':{'title':'','active':''}}");
        assertPatched(MAILS, MAILS, "{'op':'add','path':'emails','value':''}");
        assertPatched(MAILS, "{}", "{'op':'replace','path':'emails','value':''}");
        assertRefused(
                ScimType.INVALID_VALUE,
                () -> patched(
                        Dialect.standard(), object(before), message("{'op':'replace','path':'userName','value':''}")));
        assertPatchNeeds(
                Tolerance.T9,
                ScimType.INVALID_VALUE,
                before,
                "{'userName':'ada','title':'T'}",
                "{'op':'replace','path':'active','value':''}");
    }

    @Test
    void t10WhatIsUnknownIsLeftOut() {
        assertPatchNeeds(Tolerance.T10, ScimType.INVALID_PATH, ADA, ADA, "{'op':'add','path':'shoeSize','value':'9'}");
        assertPatchNeeds(
                Tolerance.T10, ScimType.INVALID_PATH, ADA, ADA, "{'op':'add','path':'urn:x:User:tag','value':'9'}");
        assertPatchNeeds(
                Tolerance.T10,
                ScimType.INVALID_PATH,
                ADA,
                "{'userName':'b'}",
                "{'op':'add','value':{'shoeSize':'9','userName':'b'}}");
        assertPatchNeeds(
                Tolerance.T10,
                ScimType.INVALID_SYNTAX,
                ADA,
                "{'userName':'ada','name':{'givenName':'A'}}",
                "{'op':'add','path':'name','value':{'givenName':'A','shoe':1}}");
        assertPatchNeeds(
                Tolerance.T10, ScimType.INVALID_VALUE, ADA, ADA, "{'op':'add','path':'schemas','value':['urn:x','~']}");
        assertPatchNeeds(
                Tolerance.T10,
                ScimType.INVALID_PATH,
                ADA,
                "{'userName':'ada','~':{'department':'D'}}",
                "{'op':'add','path':'urn:scim:schemas:extension:enterprise:2.0:department','value':'D'}");
    }

    @Test
    void t10DoesNotHideAMalformedPath() {
        for (String path : new String[] {"emails[type eq", "emails[type eq \\'a\\'", "title..x", "[x]"}) {
            PatchResult none = null;
            try {
                none = patched(
                        Dialect.standard(), object(ADA), message("{'op':'replace','path':'" + path + "','value':'x'}"));
            } catch (ScimException refusal) {
                assertThat(refusal.error().status()).isEqualTo(400);
            }
            assertThat(none).as(path).isNull();
        }
    }

    @Test
    void t12ReadOnlyMembersWithoutAPathAreIgnored() {
        assertPatchNeeds(
                Tolerance.T12,
                ScimType.MUTABILITY,
                ADA,
                "{'userName':'b'}",
                "{'op':'replace','value':{'id':'1','meta':{'created':'x'},'groups':[{'value':'g'}],'userName':'b'}}");
        assertPatched(ADA, ADA, "{'op':'replace','value':{'id':'1'}}");
        assertPatched(
                ADA,
                "{'userName':'ada','~':{'manager':{'value':'m'}}}",
                "{'op':'add','path':'~:manager','value':{'value':'m','displayName':'Boss'}}");
        for (String path : new String[] {"id", "groups", "meta.created", "~:manager.displayName"}) {
            assertRefused(
                    ScimType.MUTABILITY,
                    () -> patched(
                            Dialect.standard(),
                            object(ADA),
                            message("{'op':'replace','path':'" + path + "','value':[{'value':'x'}]}")));
        }
    }

    @Test
    void t18TheFirstOfTwoPrimariesWins() {
        assertPatchNeeds(
                Tolerance.T18,
                ScimType.INVALID_VALUE,
                "{'emails':[{'value':'z','primary':true}]}",
                "{'emails':[{'value':'z','primary':false},{'value':'a','primary':true},{'value':'b','primary':false}]}",
                "{'op':'add','path':'emails','value':[{'value':'a','primary':true},{'value':'b','primary':'True'}]}");
    }

    @Test
    void t22AWordWithoutQuotesInAPath() {
        assertPatchNeeds(
                Tolerance.T22,
                ScimType.INVALID_FILTER,
                MAILS,
                "{'emails':[{'value':'b@x','type':'home'}]}",
                "{'op':'remove','path':'emails[type eq work]'}");
    }

    @Test
    void aRequestThatKeepsToTheRfcIsReadWithoutAnyTolerance() {
        assertThat(Dialect.standard()
                        .patchBody(
                                message(
                                        "{'op':'replace','path':'emails[type eq \\'work\\'].value','value':'x'}",
                                        "{'op':'remove','path':'title'}",
                                        "{'op':'add','value':{'active':true,'~':{'manager':{'value':'1'}}}}"),
                                Dialects.USER)
                        .acted())
                .isEmpty();
    }

    @Test
    @Requirement("PATCH-03")
    void t20EmptyOperationsAreNotTolerated() {
        assertRefused(ScimType.INVALID_SYNTAX, () -> Dialect.standard().patchBody(message(), Dialects.USER));
    }
}
