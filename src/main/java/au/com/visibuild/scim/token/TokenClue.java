package au.com.visibuild.scim.token;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a refused request tells of the token that was meant: its public key id, in which form it came, how long it was,
 * and the digest of what remains when the form is put right. It holds no part of the secret.
 */
public final class TokenClue {

    private static final int KEY_ID = 8;
    private static final int LONGEST = 4_096;

    /** How a token came. */
    public enum Form {
        /** As it should. */
        PLAIN,
        /** Under another scheme. */
        NOT_BEARER,
        /** Without any scheme. */
        NO_SCHEME,
        /** In one of several headers. */
        SEVERAL_HEADERS,
        /** After the word Bearer twice. */
        DOUBLED_BEARER,
        /** In quotation marks. */
        QUOTED,
        /** With blanks. */
        BLANKS
    }

    private final String keyId;
    private final Form form;
    private final String scheme;
    private final int length;
    private final byte @Nullable [] digest;

    private TokenClue(String keyId, Form form, String scheme, int length, byte @Nullable [] digest) {
        this.keyId = keyId;
        this.form = form;
        this.scheme = scheme;
        this.length = length;
        this.digest = digest;
    }

    /** The clue in these {@code Authorization} headers, or null when they name no key id. */
    public static @Nullable TokenClue in(List<String> headers) {
        for (String header : headers) {
            TokenClue clue = header.length() > LONGEST ? null : in(header, headers.size() > 1);
            if (clue != null) {
                return clue;
            }
        }
        return null;
    }

    private static @Nullable TokenClue in(String header, boolean oneOfSeveral) {
        String text = header.strip();
        int blank = text.indexOf(' ');
        String scheme = blank < 0 ? "" : text.substring(0, blank);
        String rest = blank < 0 ? text : text.substring(blank + 1).strip();
        if (scheme.equalsIgnoreCase("basic")) {
            rest = decoded(rest);
            int begin = rest.indexOf(TokenSecret.PREFIX);
            rest = begin < 0 ? rest : rest.substring(begin);
        } else if (scheme.contains(TokenSecret.PREFIX)) {
            scheme = "";
            rest = text;
        }
        Form form =
                scheme.isEmpty() ? Form.NO_SCHEME : scheme.equalsIgnoreCase("bearer") ? Form.PLAIN : Form.NOT_BEARER;
        while (rest.regionMatches(true, 0, "Bearer", 0, 6)) {
            form = form == Form.PLAIN ? Form.DOUBLED_BEARER : form;
            rest = rest.substring(6).strip();
        }
        String unquoted = withoutQuotes(rest);
        form = form == Form.PLAIN && !unquoted.equals(rest) ? Form.QUOTED : form;
        String whole = withoutBlanks(unquoted);
        form = form == Form.PLAIN && !whole.equals(unquoted) ? Form.BLANKS : form;
        int at = whole.indexOf(TokenSecret.PREFIX);
        String keyId = at < 0 ? null : keyId(whole, at + TokenSecret.PREFIX.length());
        if (keyId == null) {
            return null;
        }
        TokenSecret secret = TokenSecret.parse(whole);
        form = form == Form.PLAIN && oneOfSeveral ? Form.SEVERAL_HEADERS : form;
        return new TokenClue(keyId, form, shown(scheme), whole.length() - at, secret == null ? null : secret.digest());
    }

    private static @Nullable String keyId(String text, int from) {
        if (text.length() < from + KEY_ID) {
            return null;
        }
        String keyId = text.substring(from, from + KEY_ID);
        return keyId.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c)) ? keyId : null;
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String withoutQuotes(String text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && isQuote(text.charAt(begin))) {
            begin++;
        }
        while (end > begin && isQuote(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(begin, end);
    }

    private static boolean isQuote(char c) {
        return "\"'`<>“”„‘’«»".indexOf(c) >= 0;
    }

    private static String withoutBlanks(String text) {
        String visible = text.replace("%20", "").replace("+", "");
        StringBuilder kept = new StringBuilder(visible.length());
        visible.chars()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != 0x200B && c != 0xFEFF)
                .forEach(c -> kept.append((char) c));
        return kept.toString();
    }

    /** A scheme is a word; what is none could be anything, a secret too. */
    private static String shown(String scheme) {
        return scheme.length() <= 20 && scheme.matches("[A-Za-z][A-Za-z-]*") && !isToken(scheme) ? scheme : "";
    }

    private static boolean isToken(String scheme) {
        return scheme.toLowerCase(Locale.ROOT).startsWith("vbscim");
    }

    /** The token's public part. */
    public String keyId() {
        return keyId;
    }

    /** How it came. */
    public Form form() {
        return form;
    }

    /** The word before it, or an empty text. */
    public String scheme() {
        return scheme;
    }

    /** How many characters it had, put right. */
    public int length() {
        return length;
    }

    /** How many characters a token has. */
    public static int wholeLength() {
        return TokenSecret.LENGTH;
    }

    /** Whether what came is that token. */
    boolean matches(byte[] known) {
        return digest != null && Arrays.equals(digest, known);
    }

    @Override
    public String toString() {
        return "[clue]";
    }
}
