package au.com.visibuild.scim.protocol.schema;

import org.jspecify.annotations.Nullable;

/** Text that JSON can spell and neither UTF-8 nor PostgreSQL can hold. */
public final class SoundText {

    private static final int QUOTABLE = 64;

    private SoundText() {}

    /** What is wrong with the text, in words: a NUL character or half of a surrogate pair. Null when it is sound. */
    public static @Nullable String fault(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return "has a NUL character";
            }
            if (Character.isSurrogate(c)) {
                boolean pair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
                if (!pair) {
                    return "has half of a surrogate pair";
                }
                i++;
            }
        }
        return null;
    }

    /** A name that a caller chose, made short and printable enough to stand in an error's detail. */
    public static String quotable(String name) {
        StringBuilder text = new StringBuilder();
        name.codePoints().limit(QUOTABLE).forEach(c -> text.appendCodePoint(isPrintable(c) ? c : '?'));
        return name.codePointCount(0, name.length()) > QUOTABLE ? text + "…" : text.toString();
    }

    private static boolean isPrintable(int c) {
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !Character.isISOControl(c) && !surrogate;
    }
}
