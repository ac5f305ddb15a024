package au.com.visibuild.scim.protocol.filter;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The one definition of comparing text without case: two texts are the same when their folded forms are equal. Used for
 * userName keys, login e-mails, filters and sort.
 *
 * <p>In the spirit of PRECIS UsernameCaseMapped (RFC 8265 §3.3): full-width and half-width characters become their
 * ordinary forms, then lower case without a locale, then NFC. Unlike that profile nothing is refused, and a Greek final
 * sigma becomes the ordinary one, so that folding does not depend on what follows (a prefix of a text folds to a prefix).
 */
public final class TextFold {

    private static final int WIDE_FIRST = 0xFF01;
    private static final int WIDE_LAST = 0xFFEE;
    private static final int HALF_HANGUL_FIRST = 0xFFA0;
    private static final int HALF_HANGUL_LAST = 0xFFDC;
    private static final int WIDE_MACRON = 0xFFE3;
    private static final char IDEOGRAPHIC_SPACE = '\u3000';

    private TextFold() {}

    /** The folded form; folding it again changes nothing. */
    public static String fold(String text) {
        if (isPlain(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String lower = ordinaryWidth(text).toLowerCase(Locale.ROOT).replace('ς', 'σ');
        return Normalizer.normalize(lower, Normalizer.Form.NFC);
    }

    /** Orders two texts by code point, which is what SCIM (RFC 7644 §3.4.2.3) and the database's "C" collation do. */
    public static int compare(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                // UTF-16 puts surrogates, which stand for the highest code points, below U+E000 to U+FFFF.
                boolean bySurrogate = Character.isSurrogate(a) != Character.isSurrogate(b);
                return bySurrogate && a >= Character.MIN_SURROGATE && b >= Character.MIN_SURROGATE
                        ? Boolean.compare(Character.isSurrogate(a), Character.isSurrogate(b))
                        : Character.compare(a, b);
            }
        }
        return Integer.compare(one.length(), other.length());
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    private static String ordinaryWidth(String text) {
        StringBuilder mapped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            mapped.append(ordinaryWidth(text.charAt(i)));
        }
        return mapped.toString();
    }

    private static String ordinaryWidth(char c) {
        if (c == IDEOGRAPHIC_SPACE) {
            return " ";
        }
        if (c < WIDE_FIRST || c > WIDE_LAST) {
            return String.valueOf(c);
        }
        if (c >= HALF_HANGUL_FIRST && c <= HALF_HANGUL_LAST) {
            return String.valueOf(hangul(c));
        }
        return c == WIDE_MACRON ? "\u00AF" : Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
    }

    /** NFKC would go on from the ordinary letters to the conjoining ones; their blocks run in parallel with gaps. */
    private static char hangul(char c) {
        if (c == HALF_HANGUL_FIRST) {
            return '\u3164';
        }
        if (c <= '\uFFBE') {
            return (char) (c - '\uFFA1' + '\u3131');
        }
        int row = (c - 0xFFC0) / 8;
        int column = (c - 0xFFC0) % 8 - 2;
        boolean assigned = column >= 0 && !(row == 3 && column > 2);
        return assigned ? (char) ('\u314F' + row * 6 + column) : c;
    }
}
