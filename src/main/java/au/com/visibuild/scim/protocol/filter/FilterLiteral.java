package au.com.visibuild.scim.protocol.filter;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The literals that stand without quotes: JSON's {@code true}, {@code false}, {@code null} and numbers. */
final class FilterLiteral {

    /** Bounded in length and exponent, so that no number is expensive to compare or to write out. */
    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9][0-9]{0,39})(\\.[0-9]{1,40})?([eE][+-]?[0-9]{1,2})?");

    private static final Pattern ANY_NUMBER = Pattern.compile("-?+[0-9]++(\\.[0-9]++)?+([eE][+-]?+[0-9]++)?+");

    private FilterLiteral() {}

    /** Whether a bare word without its quotes may have been meant as text: not what is quoted otherwise, nor a number. */
    static boolean mayBeText(String word) {
        return Character.isLetterOrDigit(word.codePointAt(0))
                && !ANY_NUMBER.matcher(word).matches();
    }

    /** The value of a bare word, or null when it is no literal of JSON or a number out of bounds. */
    static @Nullable AttributeValue of(String word) {
        return switch (word) {
            case "true" -> AttributeValue.Bool.TRUE;
            case "false" -> AttributeValue.Bool.FALSE;
            case "null" -> new AttributeValue.Unassigned();
            default -> NUMBER.matcher(word).matches() ? new AttributeValue.Decimal(new BigDecimal(word)) : null;
        };
    }
}
