package au.com.visibuild.scim.protocol.filter;

import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.filter.FilterToken.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts a filter's text into tokens, in one pass; strings follow JSON (RFC 8259 §7). */
final class FilterLexer {

    private static final int HEX_DIGITS = 4;
    private static final int HEX = 16;

    private final String text;
    private int at;

    private FilterLexer(String text, int start) {
        this.text = text;
        this.at = start;
    }

    /** The tokens from {@code start} on, an {@code END} last. */
    static List<FilterToken> tokens(String text, int start) {
        if (text.length() > FilterParser.MAX_LENGTH) {
            throw ScimException.invalidFilter(
                    "The filter is longer than " + FilterParser.MAX_LENGTH + " characters; ask for less at once.");
        }
        return new FilterLexer(text, start).all();
    }

    private List<FilterToken> all() {
        List<FilterToken> tokens = new ArrayList<>();
        while (true) {
            while (at < text.length() && isBlank(text.charAt(at))) {
                at++;
            }
            if (at == text.length()) {
                tokens.add(new FilterToken(Kind.END, "", at + 1));
                return tokens;
            }
            tokens.add(token());
        }
    }

    private FilterToken token() {
        int start = at;
        return switch (text.charAt(at)) {
            case '(' -> bracket(Kind.OPEN);
            case ')' -> bracket(Kind.CLOSE);
            case '[' -> bracket(Kind.OPEN_BRACKET);
            case ']' -> bracket(Kind.CLOSE_BRACKET);
            case '"' -> new FilterToken(Kind.STRING, wellFormed(string(), start), start + 1);
            default -> new FilterToken(Kind.WORD, wellFormed(word(), start), start + 1);
        };
    }

    private FilterToken bracket(Kind kind) {
        at++;
        return new FilterToken(kind, text.substring(at - 1, at), at);
    }

    private String word() {
        int start = at;
        while (at < text.length() && !isBlank(text.charAt(at)) && "()[]\"".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private String string() {
        int start = at;
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c < ' ') {
                throw invalid(at, "a control character in a string must be escaped");
            }
            value.append(c == '\\' ? escaped() : c);
        }
        if (at == text.length()) {
            throw invalid(start + 1, "the string that starts here has no closing quote");
        }
        at++;
        return value.toString();
    }

    private char escaped() {
        if (at == text.length()) {
            throw invalid(at, "the escape is cut off");
        }
        char c = text.charAt(at++);
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default ->
                throw invalid(at - 1, "a string knows the escapes \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX only");
        };
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < HEX_DIGITS; i++) {
            int digit = at < text.length() && text.charAt(at) < 128 ? Character.digit(text.charAt(at), HEX) : -1;
            if (digit < 0) {
                throw invalid(at, "\\u needs four hexadecimal digits");
            }
            code = code * HEX + digit;
            at++;
        }
        return (char) code;
    }

    /** NUL and half surrogate pairs are no text that a database could hold, so nothing could ever equal them. */
    private static String wellFormed(String value, int start) {
        for (int i = 0; i < value.length(); ) {
            int c = value.codePointAt(i);
            if (c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
                throw invalid(start + 1, "the text that starts here has a character that is not valid Unicode text");
            }
            i += Character.charCount(c);
        }
        return value;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private static ScimException invalid(int position, String what) {
        return ScimException.invalidFilter("The filter is not understood at position " + position + ": " + what + ".");
    }
}
