package au.com.visibuild.scim.protocol.interop;

import static au.com.visibuild.scim.protocol.interop.Dialects.assertBodyNeeds;
import static au.com.visibuild.scim.protocol.interop.Dialects.created;
import static au.com.visibuild.scim.protocol.patch.Patches.object;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimType;
import au.com.visibuild.scim.requirement.Requirement;
import org.junit.jupiter.api.Test;

/** Each tolerance in the body of a POST or PUT: granted, and taken away. */
class BodyToleranceTest {

    private static final String CORE = "'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'userName':'ada'";
    private static final String BOTH = "'schemas':['urn:ietf:params:scim:schemas:core:2.0:User','~'],'userName':'ada'";

    @Test
    void t2BooleansAsText() {
        assertBodyNeeds(
                Tolerance.T2,
                ScimType.INVALID_VALUE,
                "{" + CORE + ",'active':'True'}",
                "{'userName':'ada','active':true}");
    }

    @Test
    void t6ManagerInEveryForm() {
        String stored = "{'userName':'ada','~':{'manager':{'value':'m'}}}";
        assertBodyNeeds(Tolerance.T6, ScimType.INVALID_VALUE, "{" + BOTH + ",'~':{'manager':'m'}}", stored);
        assertBodyNeeds(Tolerance.T6, ScimType.INVALID_VALUE, "{" + BOTH + ",'~':{'manager':[{'value':'m'}]}}", stored);
        assertThat(created(Dialect.standard(), object("{" + CORE + ",'manager':'m'}")))
                .isEqualTo(object(stored));
        assertThat(created(Dialect.standard(), object("{" + CORE + ",'manager':''}")))
                .isEqualTo(object("{'userName':'ada'}"));
    }

    @Test
    void t7AndT8RolesAsTextAndSingleValues() {
        assertBodyNeeds(
                Tolerance.T7,
                ScimType.INVALID_VALUE,
                "{" + CORE + ",'roles':'a,b'}",
                "{'userName':'ada','roles':[{'value':'a,b'}]}");
        assertBodyNeeds(
                Tolerance.T8,
                ScimType.INVALID_VALUE,
                "{" + CORE + ",'emails':{'value':'a@x'}}",
                "{'userName':'ada','emails':[{'value':'a@x'}]}");
    }

    @Test
    void t9EmptyTextIsNoValue() {
        String body = "{" + CORE + ",'title':'','emails':null,'roles':'','name':{'givenName':'','familyName':'L'}}";

        ComplexValue stored = created(Dialect.standard(), object(body));

        assertThat(stored).isEqualTo(object("{'userName':'ada','name':{'familyName':'L'}}"));
        assertThat(created(Dialect.standard().without(Tolerance.T9), object("{" + CORE + ",'title':''}")))
                .isEqualTo(object("{'userName':'ada','title':''}"));
    }

    @Test
    @Requirement("CR-07")
    void t9LeavesWhatIsRequiredToTheValidator() {
        Dialects.assertRefused(
                ScimType.INVALID_VALUE,
                () -> created(
                        Dialect.standard(), object("{" + CORE.replace("'userName':'ada'", "'userName':''") + "}")));
    }

    @Test
    @Requirement("CR-10")
    void t10WhatIsUnknownIsLeftOut() {
        assertBodyNeeds(
                Tolerance.T10,
                ScimType.INVALID_SYNTAX,
                "{" + BOTH
                        + ",'shoe':1,'name':{'shoe':1,'givenName':'A'},'~':{'shoe':1},'urn:x':{'a':1},'name.givenName':'B'}",
                "{'userName':'ada','name':{'givenName':'A'}}");
        assertBodyNeeds(
                Tolerance.T10,
                ScimType.INVALID_SYNTAX,
                "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User','urn:x'],'userName':'ada'}",
                "{'userName':'ada'}");
    }

    @Test
    void t10OldUrnsOfOneLoginAreTheOfficialOnes() {
        assertBodyNeeds(
                Tolerance.T10,
                ScimType.INVALID_SYNTAX,
                "{'schemas':['urn:scim:schemas:core:2.0','urn:scim:schemas:extension:enterprise:2.0'],'userName':'ada',"
                        + "'urn:scim:schemas:extension:enterprise:2.0':{'department':'D'}}",
                "{'userName':'ada','~':{'department':'D'}}");
    }

    @Test
    void t11AnExtensionNeedsNoDeclaration() {
        assertBodyNeeds(
                Tolerance.T11,
                ScimType.INVALID_SYNTAX,
                "{" + CORE + ",'~':{'department':'D'}}",
                "{'userName':'ada','~':{'department':'D'}}");
    }

    @Test
    void t18TheFirstOfTwoPrimariesWins() {
        assertBodyNeeds(
                Tolerance.T18,
                ScimType.INVALID_VALUE,
                "{" + CORE + ",'emails':[{'value':'a','primary':true},{'value':'b','primary':true}]}",
                "{'userName':'ada','emails':[{'value':'a','primary':true},{'value':'b','primary':false}]}");
    }

    @Test
    void aBodyThatKeepsToTheRfcIsReadWithoutAnyTolerance() {
        assertThat(Dialect.standard()
                        .resourceBody(
                                object(
                                        "{" + BOTH
                                                + ",'id':'1','active':true,'emails':[{'value':'a','primary':true}],'~':{'manager':{'value':'m'}}}"),
                                Dialects.USER)
                        .acted())
                .isEmpty();
    }

    @Test
    void theStrictDialectHasNoneAndTheStandardOneHasAll() {
        for (Tolerance tolerance : Tolerance.values()) {
            assertThat(Dialect.strict().grants(tolerance)).isFalse();
            assertThat(Dialect.standard().grants(tolerance)).isTrue();
            assertThat(Dialect.standard().without(tolerance).grants(tolerance)).isFalse();
        }
        assertThat(Dialect.strict().without(Tolerance.T4).grants(Tolerance.T1)).isFalse();
    }
}
