package au.com.visibuild.scim.protocol.attribute;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A value in the shape JSON gives it; what it means (a dateTime, a reference, …) is said by its attribute's definition.
 * Immutable.
 */
public sealed interface AttributeValue {

    /** A JSON string. */
    record Text(String value) implements AttributeValue {}

    /** A JSON literal {@code true} or {@code false}. */
    record Bool(boolean value) implements AttributeValue {
        /** {@code true}. */
        public static final Bool TRUE = new Bool(true);
        /** {@code false}. */
        public static final Bool FALSE = new Bool(false);

        /** The instance for {@code value}. */
        public static Bool of(boolean value) {
            return value ? TRUE : FALSE;
        }
    }

    /** A JSON number. Equality is numeric: {@code 1} equals {@code 1.0}. */
    record Decimal(BigDecimal value) implements AttributeValue {
        @Override
        public boolean equals(Object other) {
            return other instanceof Decimal that && value.compareTo(that.value) == 0;
        }

        @Override
        public int hashCode() {
            return value.stripTrailingZeros().hashCode();
        }
    }

    /** A JSON array: the elements of a multi-valued attribute, in order. */
    record Multi(List<AttributeValue> elements) implements AttributeValue {
        /** The empty array, which is the same as absent. */
        public static final Multi EMPTY = new Multi(List.of());

        public Multi {
            elements = List.copyOf(elements);
        }

        /** An array of these elements. */
        public static Multi of(AttributeValue... elements) {
            return new Multi(List.of(elements));
        }

        /** The array of what the function makes of each element; this very one when nothing changes. */
        public Multi map(UnaryOperator<AttributeValue> change) {
            List<AttributeValue> changed = new ArrayList<>(elements.size());
            boolean same = true;
            for (AttributeValue element : elements) {
                AttributeValue now = change.apply(element);
                same &= now.equals(element);
                changed.add(now);
            }
            return same ? this : new Multi(changed);
        }
    }

    /** A JSON object. */
    record Complex(ComplexValue value) implements AttributeValue {}

    /** {@code null}, which RFC 7643 §2.5 makes the same as absent. */
    record Unassigned() implements AttributeValue {}

    /** True for {@code null}, {@code []}, {@code {}} and objects of nothing but such: the state RFC 7643 §2.5 calls unassigned. */
    default boolean isUnassigned() {
        return switch (this) {
            case Unassigned _ -> true;
            case Multi(var elements) -> {
                for (AttributeValue element : elements) {
                    if (!element.isUnassigned()) {
                        yield false;
                    }
                }
                yield true;
            }
            case Complex(var complex) -> complex.isEmpty();
            case Text _, Bool _, Decimal _ -> false;
        };
    }

    /** A string value. */
    static Text text(String value) {
        return new Text(value);
    }
}
