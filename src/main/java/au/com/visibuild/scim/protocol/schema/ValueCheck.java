package au.com.visibuild.scim.protocol.schema;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Bool;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Decimal;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Text;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Unassigned;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Whether one simple value is of its attribute's type (RFC 7643 §2.3). */
final class ValueCheck {

    private ValueCheck() {}

    /**
     * What is wrong with the value, in words, or null. Says nothing about canonical values (they may be extended) and
     * nothing about what a reference points at.
     *
     * @param path the attribute's path without element indexes
     */
    static @Nullable String fault(AttributeDefinition attribute, String path, AttributeValue value) {
        return switch (attribute.type()) {
            case STRING, REFERENCE ->
                value instanceof Text(var text) ? textFault(attribute, path, text) : expected("a string", value);
            case BOOLEAN -> value instanceof Bool ? null : expected("a boolean (true or false)", value);
            case DECIMAL -> value instanceof Decimal ? null : expected("a number", value);
            case INTEGER -> integerFault(value);
            case DATE_TIME ->
                value instanceof Text(var text)
                        ? DateTimes.isValid(text) ? null : "expected a date with a time, such as 2026-01-31T09:30:00Z"
                        : expected("a dateTime string", value);
            case BINARY ->
                value instanceof Text(var text)
                        ? binaryFault(attribute, path, text)
                        : expected("a base64 string", value);
            case COMPLEX -> value instanceof Complex ? null : expected("an object", value);
        };
    }

    /** "expected …, got …". */
    static String expected(String wanted, AttributeValue value) {
        String got = switch (value) {
            case Text _ -> "a string";
            case Bool _ -> "a boolean";
            case Decimal _ -> "a number";
            case Multi _ -> "an array";
            case Complex _ -> "an object";
            case Unassigned _ -> "null";
        };
        return "expected " + wanted + ", got " + got;
    }

    private static @Nullable String integerFault(AttributeValue value) {
        if (!(value instanceof Decimal(var number))) {
            return expected("an integer", value);
        }
        // RFC 7643 §2.3.4: neither fraction nor exponent, which is what any other scale than 0 came from.
        return number.scale() == 0 ? null : "expected an integer without fraction or exponent";
    }

    private static @Nullable String textFault(AttributeDefinition attribute, String path, String text) {
        int limit = TextLimits.of(path, attribute.type());
        if (text.length() > limit) {
            return "longer than " + limit + " characters";
        }
        if (attribute.required() && text.isBlank()) {
            return "must not be empty";
        }
        return SoundText.fault(text);
    }

    private static @Nullable String binaryFault(AttributeDefinition attribute, String path, String text) {
        String fault = textFault(attribute, path, text);
        if (fault != null) {
            return fault;
        }
        boolean url = text.indexOf('-') >= 0 || text.indexOf('_') >= 0;
        try {
            (url ? Base64.getUrlDecoder() : Base64.getDecoder()).decode(text);
            return null;
        } catch (IllegalArgumentException _) {
            return "is not base64";
        }
    }
}
