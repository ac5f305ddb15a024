package au.com.visibuild.scim.example;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Just enough JSON that the example needs no library: objects are maps, arrays are lists, numbers are doubles. */
final class Json {

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** The value a text stands for. */
    static Object value(String text) {
        return new Json(text).value();
    }

    /** The object a text stands for; an empty one, if it is none. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> object(String text) {
        return value(text) instanceof Map<?, ?> object ? (Map<String, Object>) object : Map.of();
    }

    /** A member that is a text; empty when it is not. */
    static String text(Map<?, ?> object, String member) {
        return object.get(member) instanceof String found ? found : "";
    }

    /** A member that is an object; an empty one when it is not. */
    static Map<?, ?> member(Map<?, ?> object, String member) {
        return object.get(member) instanceof Map<?, ?> found ? found : Map.of();
    }

    /** A text as JSON writes it. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted.append(c < ' ' || c == '"' || c == '\\' ? "\\u%04x".formatted((int) c) : String.valueOf(c));
        }
        return quoted.append('"').toString();
    }

    private Object value() {
        char first = peek();
        return switch (first) {
            case '{' -> members();
            case '[' -> elements();
            case '"' -> string();
            default -> literal();
        };
    }

    private Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        expect('{');
        while (peek() != '}') {
            String name = string();
            expect(':');
            members.put(name, value());
            if (peek() == ',') {
                expect(',');
            }
        }
        expect('}');
        return members;
    }

    private List<Object> elements() {
        List<Object> elements = new ArrayList<>();
        expect('[');
        while (peek() != ']') {
            elements.add(value());
            if (peek() == ',') {
                expect(',');
            }
        }
        expect(']');
        return elements;
    }

    private String string() {
        expect('"');
        StringBuilder string = new StringBuilder();
        for (char c = text.charAt(at++); c != '"'; c = text.charAt(at++)) {
            string.append(c == '\\' ? escaped() : c);
        }
        return string.toString();
    }

    private char escaped() {
        char c = text.charAt(at++);
        if (c == 'u') {
            at += 4;
            return (char) Integer.parseInt(text.substring(at - 4, at), 16);
        }
        int known = "bfnrt".indexOf(c);
        return known < 0 ? c : "\b\f\n\r\t".charAt(known);
    }

    private Object literal() {
        int start = at;
        while (at < text.length() && "+-.eEtrufalsn0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String word = text.substring(start, at);
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            case "null" -> null;
            default -> Double.valueOf(word);
        };
    }

    private char peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : ' ';
    }

    private void expect(char c) {
        if (peek() != c) {
            throw new IllegalArgumentException("no JSON at " + at);
        }
        at++;
    }
}
