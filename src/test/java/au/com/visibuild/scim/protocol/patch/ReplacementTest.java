package au.com.visibuild.scim.protocol.patch;

import static au.com.visibuild.scim.protocol.patch.Patches.object;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.schema.ResourceValidator;
import au.com.visibuild.scim.requirement.Requirement;
import org.junit.jupiter.api.Test;

class ReplacementTest {

    private static final ComplexValue CURRENT =
            object("{'externalId':'e','userName':'ada','active':false,'title':'Lady','~':{'department':'D'}}");

    @Test
    @Requirement({"PUT-03", "PUT-04"})
    void whatTheBodyLeavesOutIsClearedExceptActive() {
        PatchResult result = Replacement.apply(CURRENT, object("{'userName':'ada','nickName':'A'}"), Patches.USER);

        assertThat(result.attributes()).isEqualTo(object("{'userName':'ada','active':false,'nickName':'A'}"));
        assertThat(result.changed())
                .containsExactlyInAnyOrder("externalId", "title", "nickName", Patches.ENTERPRISE + ":department");
    }

    @Test
    @Requirement("PUT-03")
    void activeInTheBodyIsTaken() {
        PatchResult result = Replacement.apply(
                CURRENT,
                object("{'externalId':'e','userName':'ada','active':true,'title':'Lady','~':{'department':'D'}}"),
                Patches.USER);

        assertThat(result.changed()).containsExactly("active");
    }

    @Test
    @Requirement("ET-05")
    void theSameAgainIsNoChange() {
        PatchResult result = Replacement.apply(
                CURRENT,
                object("{'~':{'department':'D'},'externalId':'e','title':'Lady','userName':'ada'}"),
                Patches.USER);

        assertThat(result.attributes()).isSameAs(CURRENT);
        assertThat(result.changed()).isEmpty();
    }

    /** RFC 7644 §3.5.1: the body has an id, no nickName, and an empty array for roles. */
    @Test
    @Requirement({"PUT-03", "PUT-04", "PUT-05", "PUT-07"})
    void theExampleOfTheRfcReplaces() {
        ComplexValue before = object(
                "{'externalId':'old','userName':'bjensen','nickName':'Babs','roles':[{'value':'r'}],"
                        + "'name':{'familyName':'Jensen','honorificPrefix':'Ms.'},'emails':[{'value':'old@example.com'}]}");
        ComplexValue body = object("{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],"
                + "'id':'2819c223-7f76-453a-919d-413861904646','userName':'bjensen','externalId':'bjensen',"
                + "'name':{'formatted':'Ms. Barbara J Jensen III','familyName':'Jensen','givenName':'Barbara',"
                + "'middleName':'Jane'},'roles':[],"
                + "'emails':[{'value':'bjensen@example.com'},{'value':'babs@jensen.org'}]}");

        PatchResult result =
                Replacement.apply(before, new ResourceValidator(Patches.USER).validate(body), Patches.USER);

        assertThat(result.attributes())
                .isEqualTo(object("{'externalId':'bjensen','userName':'bjensen',"
                        + "'name':{'formatted':'Ms. Barbara J Jensen III','familyName':'Jensen',"
                        + "'givenName':'Barbara','middleName':'Jane'},"
                        + "'emails':[{'value':'bjensen@example.com'},{'value':'babs@jensen.org'}]}"));
    }

    @Test
    @Requirement({"AT-19", "PUT-05"})
    void nullAndTheEmptyArrayAreAsGoodAsNothing() {
        ComplexValue body = object("{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User','~'],'userName':'ada',"
                + "'externalId':null,'title':null,'emails':[],'~':{'department':null}}");

        PatchResult result =
                Replacement.apply(CURRENT, new ResourceValidator(Patches.USER).validate(body), Patches.USER);

        assertThat(result.attributes()).isEqualTo(object("{'userName':'ada','active':false}"));
    }
}
