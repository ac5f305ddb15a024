package au.com.visibuild.scim.protocol.filter;

/**
 * One piece of a filter's text.
 *
 * @param kind what it is
 * @param text a word as written, or a string with its escapes resolved
 * @param position where it starts, counted from 1
 */
record FilterToken(Kind kind, String text, int position) {

    enum Kind {
        OPEN,
        CLOSE,
        OPEN_BRACKET,
        CLOSE_BRACKET,
        /** A name, keyword, number or anything else without blanks and brackets. */
        WORD,
        STRING,
        END
    }

    private static final int SHOWN = 40;

    boolean isWord(String keyword) {
        return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
    }

    /** How an error message shows it. */
    String shown() {
        String cut = text.length() <= SHOWN ? text : text.substring(0, text.offsetByCodePoints(0, SHOWN / 2)) + "…";
        return switch (kind) {
            case END -> "the end";
            case STRING -> "a string";
            case OPEN, CLOSE, OPEN_BRACKET, CLOSE_BRACKET, WORD -> "'" + cut + "'";
        };
    }
}
