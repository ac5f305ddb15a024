package au.com.visibuild.scim.protocol.filter;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.schema.AttributeDefinition;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import au.com.visibuild.scim.protocol.schema.Returned;
import java.util.List;
import java.util.function.Function;

/**
 * Whether a value satisfies a filter: the meaning of filters, which the SQL compiler must match (RFC 7644 §3.4.2.2).
 *
 * <ul>
 *   <li>A comparison holds when any value of the attribute compares so. {@code ne} holds also when there is none.
 *   <li>The empty string, {@code null} and values that are not of the attribute's type are no values.
 *   <li>Texts are ordered by code point, after folding where the attribute is not caseExact.
 * </ul>
 */
public final class FilterEvaluator {

    /** Where a filter finds the elements of an attribute: in a resource, or the one element that it is about. */
    private final Function<ResolvedAttribute, List<AttributeValue>> elements;

    private FilterEvaluator(Function<ResolvedAttribute, List<AttributeValue>> elements) {
        this.elements = elements;
    }

    /** Whether the resource, in its full representation, satisfies a filter checked against its type. */
    public static boolean matches(TypedFilter filter, ComplexValue resource) {
        return new FilterEvaluator(attribute -> AttributeReader.elements(resource, attribute)).holds(filter);
    }

    /** Whether one element satisfies a filter that was checked within its attribute. */
    public static boolean matchesElement(TypedFilter filter, AttributeValue element) {
        return new FilterEvaluator(_ -> List.of(element)).holds(filter);
    }

    private boolean holds(TypedFilter filter) {
        return switch (filter) {
            case TypedFilter.And(var operands) -> operands.stream().allMatch(this::holds);
            case TypedFilter.Or(var operands) -> operands.stream().anyMatch(this::holds);
            case TypedFilter.Not(var operand) -> !holds(operand);
            case TypedFilter.Present(var attribute) -> isPresent(attribute);
            case TypedFilter.Compare(var attribute, var operator, var operand) -> {
                List<Operand> values = operands(attribute);
                yield (values.isEmpty() && operator == CompareOperator.NE)
                        || values.stream().anyMatch(value -> compares(value, operator, operand));
            }
            case TypedFilter.ValuePath(var attribute, var inner) ->
                elements.apply(attribute).stream()
                        .filter(element -> hasValue(element, attribute))
                        .anyMatch(element -> matchesElement(inner, element));
        };
    }

    private List<Operand> operands(ResolvedAttribute attribute) {
        return elements.apply(attribute).stream()
                .flatMap(element -> AttributeReader.operandsOf(element, attribute).stream())
                .toList();
    }

    private boolean isPresent(ResolvedAttribute attribute) {
        return elements.apply(attribute).stream().anyMatch(element -> hasValue(element, attribute));
    }

    private static boolean hasValue(AttributeValue element, ResolvedAttribute attribute) {
        if (!attribute.leaf().isComplex()) {
            return !AttributeReader.operandsOf(element, attribute).isEmpty();
        }
        for (AttributeDefinition sub : attribute.leaf().subAttributes()) {
            ResolvedAttribute path = new ResolvedAttribute(attribute.extension(), attribute.attribute(), sub);
            if (sub.returned() != Returned.NEVER
                    && !AttributeReader.operandsOf(element, path).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static boolean compares(Operand value, CompareOperator operator, Operand operand) {
        return switch (operator) {
            case EQ -> value.equals(operand);
            case NE -> !value.equals(operand);
            case CO -> text(value).contains(text(operand));
            case SW -> text(value).startsWith(text(operand));
            case EW -> text(value).endsWith(text(operand));
            case GT -> order(value, operand) > 0;
            case GE -> order(value, operand) >= 0;
            case LT -> order(value, operand) < 0;
            case LE -> order(value, operand) <= 0;
        };
    }

    private static int order(Operand one, Operand other) {
        return switch (one) {
            case Operand.Decimal(var number)
            when other instanceof Operand.Decimal(var bound) -> number.compareTo(bound);
            case Operand.Time(var time) when other instanceof Operand.Time(var bound) -> time.compareTo(bound);
            case Operand.FoldedText _,
                    Operand.ExactText _,
                    Operand.Bool _,
                    Operand.Decimal _,
                    Operand.Time _,
                    Operand.Binary _ -> TextFold.compare(text(one), text(other));
        };
    }

    private static String text(Operand operand) {
        return switch (operand) {
            case Operand.FoldedText(var text) -> text;
            case Operand.ExactText(var text) -> text;
            case Operand.Bool _, Operand.Decimal _, Operand.Time _, Operand.Binary _ ->
                throw new IllegalStateException("The type check lets only text be compared as text: " + operand);
        };
    }
}
