package au.com.visibuild.scim.differential;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Texts on which two ways of comparing, folding, ordering or quoting come apart. */
final class Texts {

    private static final List<String> PIECES = List.of(
            "a",
            "b",
            "A",
            "B",
            "work",
            "Work",
            "10",
            "9",
            " ",
            "%",
            "_",
            "\\",
            "'",
            "\"",
            "''",
            "\n",
            "$1",
            "?",
            "{}",
            "ß",
            "SS",
            "ẞ",
            "i",
            "I",
            "İ",
            "ı",
            "Σ",
            "σ",
            "ς",
            "é",
            "e\u0301",
            "É",
            "Å",
            "\u212B",
            "K",
            "\u212A",
            "ﬁ",
            "Ａ",
            "ａ",
            "ｶ",
            "ｶﾞ",
            "\u3000",
            "\u00A0",
            "\u0301",
            "\uFFEE",
            "\uE000",
            "\uFFFD",
            "\uD83D\uDE00",
            "\uDBFF\uDFFF",
            "\u0001",
            "true",
            "null",
            "]",
            ") or (");

    private Texts() {}

    /** Any of them, also the empty one, and joins of a few. */
    static Arbitrary<String> any() {
        Arbitrary<String> piece = Arbitraries.of(PIECES);
        return Arbitraries.frequencyOf(
                Tuple.of(12, piece),
                Tuple.of(6, piece.list().ofMinSize(2).ofMaxSize(3).map(pieces -> String.join("", pieces))),
                Tuple.of(1, Arbitraries.just("")));
    }

    /** Texts close to these: themselves, in other case, parts of them. */
    static Arbitrary<String> near(List<String> texts) {
        return Combinators.combine(
                        Arbitraries.of(texts),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(0, 8))
                .as(Texts::near);
    }

    private static String near(String text, int way, int cut) {
        int at = text.isEmpty() ? 0 : text.offsetByCodePoints(0, cut % (text.codePointCount(0, text.length()) + 1));
        return switch (way) {
            case 0 -> text.toUpperCase(Locale.ROOT);
            case 1 -> text.toLowerCase(Locale.ROOT);
            case 2 -> text.substring(0, at);
            case 3 -> text.substring(at);
            case 4 -> text + "a";
            default -> text;
        };
    }
}
