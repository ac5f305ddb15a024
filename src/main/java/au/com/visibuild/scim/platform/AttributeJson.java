package au.com.visibuild.scim.platform;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * JSON text to values and back (RFC 8259, RFC 7643 §2.3).
 *
 * <p>Reading takes any bytes: what is not a sound JSON text is refused with {@link ScimException} {@code
 * invalidSyntax}, whose detail names line, column and, where it is known, the place ({@code Operations[0].value}), and
 * never repeats the text. Refused are invalid UTF-8, members that appear twice (names are compared without case),
 * NUL characters and halves of surrogate pairs in names and strings, text after the end, and whatever exceeds the
 * limits: {@link #MAX_DEPTH}, {@link #MAX_MEMBERS}, {@link #MAX_NUMBER_LENGTH}, {@link #MAX_EXPONENT}, {@link
 * #MAX_NAME_LENGTH}. The length of the whole is the caller's to limit. A byte order mark is skipped.
 */
public final class AttributeJson {

    /** Objects and arrays inside each other. */
    public static final int MAX_DEPTH = 32;

    /** Members of all objects and elements of all arrays together. */
    public static final int MAX_MEMBERS = 20_000;

    /** Characters of a number. */
    public static final int MAX_NUMBER_LENGTH = 100;

    /** Powers of ten, either way: {@code 1e1000000000} is short to send and huge to print. */
    public static final int MAX_EXPONENT = 400;

    /** Characters of a member's name. */
    public static final int MAX_NAME_LENGTH = 1_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private AttributeJson() {}

    /** Any JSON value. */
    public static AttributeValue parse(byte[] utf8) {
        CharBuffer text = decode(utf8);
        return AttributeJsonReader.read(text.array(), text.position(), text.remaining(), MAX_MEMBERS);
    }

    /** A JSON object; anything else is refused. */
    public static ComplexValue parseObject(byte[] utf8) {
        return parseObject(utf8, MAX_MEMBERS);
    }

    /** The same with another limit than {@link #MAX_MEMBERS}. */
    public static ComplexValue parseObject(byte[] utf8, int maxMembers) {
        CharBuffer text = decode(utf8);
        return object(AttributeJsonReader.read(text.array(), text.position(), text.remaining(), maxMembers));
    }

    /** A JSON object that the service itself wrote: without limit of members, as a resource may grow by many PATCHes. */
    public static ComplexValue parseStored(String json) {
        char[] text = json.toCharArray();
        return object(AttributeJsonReader.read(text, 0, text.length, Integer.MAX_VALUE));
    }

    /** The object as JSON, members in their order; unassigned values are written as {@code null}. */
    public static String write(ComplexValue object) {
        return AttributeJsonWriter.write(object);
    }

    /** The same as {@link #write}, in UTF-8. */
    public static byte[] writeBytes(ComplexValue object) {
        return write(object).getBytes(StandardCharsets.UTF_8);
    }

    private static ComplexValue object(AttributeValue value) {
        if (value instanceof Complex(var object)) {
            return object;
        }
        throw ScimException.invalidSyntax("The body must be a JSON object.");
    }

    /** Jackson's own reading of UTF-8 lets overlong forms and encoded surrogates pass. */
    private static CharBuffer decode(byte[] utf8) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(utf8.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(utf8), text, true);
        text.flip();
        if (result.isError()) {
            throw ScimException.invalidSyntax("The body is not UTF-8" + positionAfter(text) + ".");
        }
        if (text.hasRemaining() && text.get(0) == BYTE_ORDER_MARK) {
            text.get();
        }
        return text;
    }

    private static String positionAfter(CharBuffer text) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); i++) {
            boolean lineEnds = text.charAt(i) == '\n';
            line += lineEnds ? 1 : 0;
            column = lineEnds ? 1 : column + 1;
        }
        return " at line " + line + ", column " + column;
    }
}
