package au.com.visibuild.scim.protocol.interop;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Bool;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Decimal;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Text;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Unassigned;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.filter.Filter;
import java.util.List;
import java.util.stream.Collectors;

/** A filter as text that the parser reads back as the same filter. */
final class FilterText {

    private FilterText() {}

    static String of(Filter filter) {
        return switch (filter) {
            case Filter.And(var operands) -> joined(operands, " and ");
            case Filter.Or(var operands) -> joined(operands, " or ");
            case Filter.Not(var operand) -> "not (" + of(operand) + ")";
            case Filter.Present(var path) -> path + " pr";
            case Filter.Compare(var path, var operator, var literal) ->
                path + " " + operator.keyword() + " " + literal(literal);
            case Filter.ValuePath(var path, var inner) -> path + "[" + of(inner) + "]";
        };
    }

    private static String joined(List<Filter> operands, String operator) {
        return operands.stream()
                .map(operand -> operand instanceof Filter.And || operand instanceof Filter.Or
                        ? "(" + of(operand) + ")"
                        : of(operand))
                .collect(Collectors.joining(operator));
    }

    private static String literal(AttributeValue literal) {
        return switch (literal) {
            case Text(var text) -> quoted(text);
            case Bool(var value) -> Boolean.toString(value);
            case Decimal(var number) -> number.toString();
            case Unassigned _ -> "null";
            case Multi _, Complex _ ->
                throw ScimException.invalidValue("An array or object stands where a simple value is compared.");
        };
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
