package au.com.visibuild.scim.protocol.filter;

import au.com.visibuild.scim.protocol.attribute.AttributePath;
import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import java.util.List;

/** A filter as it was written, not yet checked against any schema (RFC 7644 §3.4.2.2). Immutable. */
public sealed interface Filter {

    /** All operands hold; at least two when parsed. */
    record And(List<Filter> operands) implements Filter {
        public And {
            operands = List.copyOf(operands);
        }

        /** The conjunction of these. */
        public static And of(Filter... operands) {
            return new And(List.of(operands));
        }
    }

    /** Any operand holds; at least two when parsed. */
    record Or(List<Filter> operands) implements Filter {
        public Or {
            operands = List.copyOf(operands);
        }

        /** The disjunction of these. */
        public static Or of(Filter... operands) {
            return new Or(List.of(operands));
        }
    }

    /** The operand does not hold. */
    record Not(Filter operand) implements Filter {}

    /**
     * An attribute compared with a literal.
     *
     * @param path the attribute; within a value path a bare sub-attribute name
     * @param operator how to compare
     * @param literal a text, boolean, number or {@code null}
     */
    record Compare(AttributePath path, CompareOperator operator, AttributeValue literal) implements Filter {}

    /** {@code pr}: the attribute has a value. */
    record Present(AttributePath path) implements Filter {}

    /** {@code path[filter]}: one and the same element satisfies the filter. */
    record ValuePath(AttributePath path, Filter filter) implements Filter {}
}
