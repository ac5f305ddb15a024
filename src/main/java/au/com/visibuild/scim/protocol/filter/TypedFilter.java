package au.com.visibuild.scim.protocol.filter;

import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import java.util.List;

/**
 * A filter whose attributes exist and whose literals are of their types; made by {@link FilterTypeCheck}. Comparisons
 * with {@code null} have become {@link Present}, a bare multi-valued complex attribute its {@code value}. Immutable.
 */
public sealed interface TypedFilter {

    /** All operands hold. */
    record And(List<TypedFilter> operands) implements TypedFilter {
        public And {
            operands = List.copyOf(operands);
        }
    }

    /** Any operand holds. */
    record Or(List<TypedFilter> operands) implements TypedFilter {
        public Or {
            operands = List.copyOf(operands);
        }
    }

    /** The operand does not hold. */
    record Not(TypedFilter operand) implements TypedFilter {}

    /**
     * Any value of the attribute compares so; {@code NE} holds also when there is no value at all.
     *
     * @param attribute an attribute of a simple type. Within a value path: the sub-attribute of an element, or the
     *     path's attribute itself when its elements are simple
     */
    record Compare(ResolvedAttribute attribute, CompareOperator operator, Operand operand) implements TypedFilter {}

    /** The attribute has a value; a complex one in any sub-attribute. */
    record Present(ResolvedAttribute attribute) implements TypedFilter {}

    /**
     * One and the same element of the attribute satisfies the filter.
     *
     * @param attribute a multi-valued or complex attribute
     * @param filter has no further value path
     */
    record ValuePath(ResolvedAttribute attribute, TypedFilter filter) implements TypedFilter {}
}
