package au.com.visibuild.scim.protocol.filter;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.schema.AttributeDefinition;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * One simple value as its attribute's type compares it: two values of an attribute are identical exactly when their
 * operands are equal. Literals of a filter and values of a resource both become operands by {@link #of}.
 */
public sealed interface Operand {

    /** Text compared without case, in its {@link TextFold#fold folded} form. */
    record FoldedText(String value) implements Operand {}

    /** Text compared as it is, including references. */
    record ExactText(String value) implements Operand {}

    /** A boolean. */
    record Bool(boolean value) implements Operand {}

    /** An integer or decimal, without trailing zeros. */
    record Decimal(BigDecimal value) implements Operand {}

    /** A dateTime, to the microsecond that a database keeps. */
    record Time(Instant value) implements Operand {
        /** As text of fixed width in UTC, which sorts as the times do. */
        public String sortable() {
            return Times.SORTABLE.format(value);
        }
    }

    /** Bytes, as padded standard base64. */
    record Binary(String base64) implements Operand {}

    /**
     * What a value means to an attribute; null when it has no meaning there: it is unassigned, the empty string, or not
     * of the attribute's type.
     */
    static @Nullable Operand of(AttributeDefinition attribute, AttributeValue value) {
        return switch (value) {
            case AttributeValue.Text(var text) -> text.isEmpty() ? null : ofText(attribute, text);
            case AttributeValue.Bool(var bool) ->
                switch (attribute.type()) {
                    case BOOLEAN -> new Bool(bool);
                    case STRING, DECIMAL, INTEGER, DATE_TIME, BINARY, REFERENCE, COMPLEX -> null;
                };
            case AttributeValue.Decimal(var number) ->
                switch (attribute.type()) {
                    case DECIMAL, INTEGER -> new Decimal(number.stripTrailingZeros());
                    case STRING, BOOLEAN, DATE_TIME, BINARY, REFERENCE, COMPLEX -> null;
                };
            case AttributeValue.Multi _, AttributeValue.Complex _, AttributeValue.Unassigned _ -> null;
        };
    }

    /** The same value as JSON holds it; a dateTime as its {@link Time#sortable} text. */
    default AttributeValue toValue() {
        return switch (this) {
            case FoldedText(var text) -> AttributeValue.text(text);
            case ExactText(var text) -> AttributeValue.text(text);
            case Bool(var bool) -> AttributeValue.Bool.of(bool);
            case Decimal(var number) -> new AttributeValue.Decimal(number);
            case Time time -> AttributeValue.text(time.sortable());
            case Binary(var base64) -> AttributeValue.text(base64);
        };
    }

    private static @Nullable Operand ofText(AttributeDefinition attribute, String text) {
        return switch (attribute.type()) {
            case STRING, REFERENCE -> attribute.caseExact() ? new ExactText(text) : new FoldedText(TextFold.fold(text));
            case DATE_TIME -> Times.parse(text);
            case BINARY -> binary(text);
            case BOOLEAN, DECIMAL, INTEGER, COMPLEX -> null;
        };
    }

    private static @Nullable Operand binary(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
            return new Binary(Base64.getEncoder().encodeToString(bytes));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    /** xsd:dateTime, as far as RFC 7643 §2.3.5 uses it: years 1 to 9999, UTC where no offset is given. */
    final class Times {
        private static final DateTimeFormatter READ = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                .optionalStart()
                .appendOffset("+HH:MM", "Z")
                .toFormatter();
        private static final DateTimeFormatter SORTABLE =
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
        private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
        private static final Instant END = Instant.parse("9999-12-31T23:59:59.999999Z");

        private Times() {}

        private static @Nullable Operand parse(String text) {
            Instant own = ownForm(text);
            return own == null ? parseAny(text) : kept(own);
        }

        private static @Nullable Operand parseAny(String text) {
            try {
                Instant instant = switch (READ.parseBest(text, OffsetDateTime::from, LocalDateTime::from)) {
                    case OffsetDateTime offset -> offset.toInstant();
                    case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
                    default -> Instant.MIN;
                };
                return kept(instant);
            } catch (DateTimeParseException _) {
                return null;
            }
        }

        private static @Nullable Operand kept(Instant instant) {
            Instant kept = instant.truncatedTo(ChronoUnit.MICROS);
            return kept.isBefore(FIRST) || kept.isAfter(END) ? null : new Time(kept);
        }

        /**
         * A time as the service itself writes it ({@code 2026-01-31T09:30:00.123456Z}), as {@code meta} has two: read without
         * the general reader, which was a hundredth of a POST. Null for any other form.
         */
        private static @Nullable Instant ownForm(String text) {
            int end = text.length() - 1;
            boolean hasForm = end >= 19
                    && end <= 29
                    && text.charAt(end) == 'Z'
                    && text.charAt(4) == '-'
                    && text.charAt(7) == '-'
                    && text.charAt(10) == 'T'
                    && text.charAt(13) == ':'
                    && text.charAt(16) == ':'
                    && (end == 19 || (end > 20 && text.charAt(19) == '.'));
            if (!hasForm) {
                return null;
            }
            try {
                int nanos = 0;
                if (end > 20) {
                    nanos = digits(text, 20, end);
                    for (int i = end; i < 29; i++) {
                        nanos *= 10;
                    }
                }
                return LocalDateTime.of(
                                digits(text, 0, 4),
                                digits(text, 5, 7),
                                digits(text, 8, 10),
                                digits(text, 11, 13),
                                digits(text, 14, 16),
                                digits(text, 17, 19),
                                nanos)
                        .toInstant(ZoneOffset.UTC);
            } catch (DateTimeException _) {
                return null;
            }
        }

        private static int digits(String text, int from, int end) {
            int number = 0;
            for (int i = from; i < end; i++) {
                char c = text.charAt(i);
                if (c < '0' || c > '9') {
                    throw new DateTimeException("no digit");
                }
                number = number * 10 + c - '0';
            }
            return number;
        }
    }
}
