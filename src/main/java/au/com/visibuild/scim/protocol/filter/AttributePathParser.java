package au.com.visibuild.scim.protocol.filter;

import au.com.visibuild.scim.protocol.attribute.AttributePath;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import org.jspecify.annotations.Nullable;

/**
 * Reads attribute names in SCIM's notation (RFC 7644 §3.10): {@code name}, {@code name.sub}, either with a schema's URN
 * and a colon before it.
 *
 * <p>A URN has dots and colons of its own ({@code …:core:2.0:User}), so the text is cut at its last colon and only what
 * follows is cut at a dot. Whether {@code …:2.0:User} is a whole URN or an attribute {@code User} of {@code …:2.0} the
 * text alone does not tell: without a schema it is read as the latter, with one a URN that the resource type knows is
 * the path of that schema, whose name is empty.
 */
public final class AttributePathParser {

    private static final int MAX_LENGTH = 1024;

    private AttributePathParser() {}

    /** The path. Malformed: 400 {@code invalidPath}. */
    public static AttributePath parse(String text) {
        return orInvalid(parseOrNull(text), text);
    }

    /** The path, where a URN that the schema knows may stand alone. Malformed: 400 {@code invalidPath}. */
    public static AttributePath parse(String text, ResourceSchema schema) {
        return orInvalid(parseOrNull(text, schema), text);
    }

    /** The path, or null when it is malformed. */
    public static @Nullable AttributePath parseOrNull(String text) {
        int colon = text.lastIndexOf(':');
        int dot = text.indexOf('.', colon + 1);
        String schema = colon < 0 ? null : text.substring(0, colon);
        String name = text.substring(colon + 1, dot < 0 ? text.length() : dot);
        String sub = dot < 0 ? null : text.substring(dot + 1);
        boolean valid = text.length() <= MAX_LENGTH
                && (schema == null || isUrn(schema))
                && isName(name)
                && (sub == null || isName(sub));
        return valid ? new AttributePath(schema, name, sub) : null;
    }

    /** The path, where a URN that the schema knows may stand alone, or null when it is malformed. */
    public static @Nullable AttributePath parseOrNull(String text, ResourceSchema schema) {
        return schema.knows(text) ? new AttributePath(text, "", null) : parseOrNull(text);
    }

    /** RFC 7643 §2.1's ATTRNAME, and {@code $ref}, which its grammar forgets. */
    static boolean isName(String name) {
        if (name.isEmpty() || !(isLetter(name.charAt(0)) || name.charAt(0) == '$')) {
            return false;
        }
        return name.chars().allMatch(c -> isLetter(c) || isDigit(c) || c == '-' || c == '_' || c == '$');
    }

    private static boolean isUrn(String text) {
        return !text.isEmpty()
                && isLetter(text.charAt(0))
                && text.chars().allMatch(c -> c > ' ' && c < 127 && "\"()[]<>\\^`{|}".indexOf(c) < 0);
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static AttributePath orInvalid(@Nullable AttributePath path, String text) {
        if (path == null) {
            throw ScimException.invalidPath("'" + shortened(text) + "' is not the name of an attribute.");
        }
        return path;
    }

    /** A text as an error message may show it: short, and without anything that is not plain text. */
    static String shortened(String text) {
        int shown = 80;
        String cut = text.length() <= shown ? text : text.substring(0, shown) + "...";
        return cut.replaceAll("[^ -~]", "?");
    }
}
