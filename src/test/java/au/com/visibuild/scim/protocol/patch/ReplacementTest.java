package au.com.visibuild.scim.protocol.patch;

import static au.com.visibuild.scim.protocol.patch.Patches.object;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.protocol.attribute.ComplexValue;
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
}
