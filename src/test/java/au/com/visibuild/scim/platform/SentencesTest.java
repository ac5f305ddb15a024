package au.com.visibuild.scim.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SentencesTest {

    private static final Sentences SENTENCES = new Sentences("history");

    @Test
    void whatStandsInBracesIsFilledIn() {
        assertThat(SENTENCES.tell("also", Map.of("first", "one", "second", "two")))
                .isEqualTo("one, two");
    }

    @Test
    void whatIsFilledInIsNotReadAgain() {
        assertThat(SENTENCES.tell("also", Map.of("first", "{second} {", "second", "}")))
                .isEqualTo("{second} {, }");
    }

    @Test
    void whatIsNotKnownIsADash() {
        assertThat(SENTENCES.tell("also", Map.of("first", "one"))).isEqualTo("one, –");
    }

    @Test
    void aKeyThatThereIsNotIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SENTENCES.tell("nobody"))
                .withMessageContaining("history_en.properties has no nobody");
    }

    @Test
    void aFileThatThereIsNotIsNamed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Sentences("nothing"))
                .withMessageContaining("/messages/nothing_en.properties");
    }
}
