package au.com.visibuild.scim.protocol.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.protocol.attribute.ComplexValue.Member;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComplexValueTest {

    private static final ComplexValue ANA = ComplexValue.builder()
            .putText("userName", "ana")
            .putText("title", "Foreman")
            .putText("locale", "en")
            .build();

    @Test
    void anObjectStaysAsItIsWhateverItsBuilderDoesLater() {
        ComplexValue.Builder builder = ComplexValue.builder().putText("userName", "ana");
        ComplexValue first = builder.build();
        ComplexValue second = builder.putText("title", "Foreman").build();
        ComplexValue third = builder.remove("userName").build();

        assertThat(names(first)).containsExactly("userName");
        assertThat(names(second)).containsExactly("userName", "title");
        assertThat(names(third)).containsExactly("title");
    }

    @Test
    void anObjectStaysAsItIsWhateverBecomesOfOneMadeFromIt() {
        ComplexValue changed =
                ANA.toBuilder().remove("title").putText("USERNAME", "bo").build();

        assertThat(names(ANA)).containsExactly("userName", "title", "locale");
        assertThat(ANA.text("username")).isEqualTo("ana");
        assertThat(names(changed)).containsExactly("USERNAME", "locale");
    }

    @Test
    void aMapThatChangesNothingAnswersTheObjectItself() {
        assertThat(ANA.map(member -> member)).isSameAs(ANA);
        assertThat(ANA.map(member -> member.with(AttributeValue.text(((AttributeValue.Text) member.value()).value()))))
                .isSameAs(ANA);
    }

    @Test
    void aMapChangesDropsAndRenamesMembersInTheirPlaces() {
        assertThat(names(ANA.map(member -> member.name().equals("userName") ? null : member)))
                .containsExactly("title", "locale");
        assertThat(names(ANA.map(member -> member.name().equals("locale") ? null : member)))
                .containsExactly("userName", "title");
        ComplexValue renamed = ANA.map(
                member -> member.name().equals("title") ? new Member("nickName", AttributeValue.text("Fore")) : member);
        assertThat(names(renamed)).containsExactly("userName", "nickName", "locale");
        assertThat(renamed.text("nickname")).isEqualTo("Fore");
        assertThat(ANA.map(member -> null)).isEqualTo(ComplexValue.EMPTY);
    }

    @Test
    void objectsAreEqualWhateverTheOrderAndTheSpellingOfTheirMembers() {
        ComplexValue same = ComplexValue.builder()
                .putText("LOCALE", "en")
                .putText("title", "Foreman")
                .putText("username", "ana")
                .build();

        assertThat(same).isEqualTo(ANA).hasSameHashCodeAs(ANA);
        assertThat(same.with("title", AttributeValue.text("foreman"))).isNotEqualTo(ANA);
        assertThat(same.without("title")).isNotEqualTo(ANA);
    }

    private static List<String> names(ComplexValue value) {
        return value.members().stream().map(Member::name).toList();
    }
}
