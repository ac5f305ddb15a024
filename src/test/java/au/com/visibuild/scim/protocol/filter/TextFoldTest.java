package au.com.visibuild.scim.protocol.filter;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.requirement.Requirement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFoldTest {

    private static final int LAST_LETTERS = 0x20000;

    @ParameterizedTest
    @CsvSource({
        "BJensen@Example.COM, bjensen@example.com",
        "ÄÖÜ, äöü",
        "A\u0308, ä",
        "ＢＪｅｎｓｅｎ＠example．com, bjensen@example.com",
        "ﾀﾞﾅｶ, ダナカ",
        "\uFFA1\uFFC2\uFFDC, \u3131\u314F\u3163",
        "ΟΔΟΣ, οδοσ",
        "οδος, οδοσ",
        "\u212A, k",
        "ß, ß",
        "a\u3000b, a b"
    })
    @Requirement({"I18N-01", "I18N-02"})
    void widthCaseAndCompositionDoNotMatter(String text, String folded) {
        assertThat(TextFold.fold(text)).isEqualTo(folded);
    }

    @Test
    @Requirement({"I18N-01", "I18N-02"})
    void theLocaleOfTheMachineDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("tr"));
            assertThat(TextFold.fold("TITLE")).isEqualTo("title");
            assertThat(TextFold.fold("TITLÉ")).isEqualTo("titlé");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void foldingTwiceIsFoldingOnceForEveryCharacter() {
        List<Integer> different = new ArrayList<>();
        for (int c = 1; c < LAST_LETTERS; c++) {
            boolean letter = Character.isDefined(c) && !Character.isIdeographic(c);
            String once = letter ? TextFold.fold("x" + Character.toString(c)) : "";
            if (!once.equals(TextFold.fold(once))) {
                different.add(c);
            }
        }
        assertThat(different).isEmpty();
    }

    @Test
    @Requirement("SO-04")
    void textIsOrderedByCodePointAsItsUtf8BytesAre() {
        List<String> texts = List.of("", "a", "ab", "b", "\uD7FF", "\uE000", "\uFFFD", "😀", "😀a", "\uFFFDa", "é");
        for (String one : texts) {
            for (String other : texts) {
                int bytes = Arrays.compareUnsigned(
                        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
                assertThat(Integer.signum(TextFold.compare(one, other)))
                        .as("%s <> %s", one, other)
                        .isEqualTo(Integer.signum(bytes));
            }
        }
    }
}
