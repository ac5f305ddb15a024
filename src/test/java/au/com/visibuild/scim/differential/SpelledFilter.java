package au.com.visibuild.scim.differential;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.filter.Filter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A filter and one of the many ways to write it down.
 *
 * @param spelling chooses upper-case keywords (bit 0), more blanks than needed (1), parentheses that change nothing (2),
 *     escapes in strings (3), {@code not(} without its blank (4)
 */
record SpelledFilter(Filter filter, int spelling) {

    /** Anything beyond ASCII is escaped. */
    static final int ESCAPES = 1 << 3;

    String text() {
        return written(filter);
    }

    @Override
    public String toString() {
        return text();
    }

    private String written(Filter part) {
        return switch (part) {
            case Filter.And(var operands) -> joined(operands, "and");
            case Filter.Or(var operands) -> joined(operands, "or");
            case Filter.Not(var operand) -> keyword("not") + (has(4) ? "" : " ") + "(" + written(operand) + ")";
            case Filter.Present(var path) -> path + blank() + keyword("pr");
            case Filter.Compare(var path, var operator, var literal) ->
                path + blank() + keyword(operator.keyword()) + blank() + literal(literal);
            case Filter.ValuePath(var path, var inner) -> path + "[" + written(inner) + "]";
        };
    }

    private String joined(List<Filter> operands, String keyword) {
        return operands.stream()
                .map(operand -> operand instanceof Filter.And || operand instanceof Filter.Or || has(2)
                        ? "(" + written(operand) + ")"
                        : written(operand))
                .collect(Collectors.joining(blank() + keyword(keyword) + blank()));
    }

    private String literal(AttributeValue literal) {
        return switch (literal) {
            case AttributeValue.Text(var text) -> string(text);
            case AttributeValue.Bool(var bool) -> String.valueOf(bool);
            case AttributeValue.Decimal(var number) -> number.toString();
            case AttributeValue.Unassigned _ -> "null";
            case AttributeValue.Multi _, AttributeValue.Complex _ -> throw new IllegalStateException("No literal");
        };
    }

    private String string(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || (c > '~' && has(3))) {
                json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }

    private String keyword(String keyword) {
        return has(0) ? keyword.toUpperCase(Locale.ROOT) : keyword;
    }

    private String blank() {
        return has(1) ? "  " : " ";
    }

    private boolean has(int bit) {
        return (spelling >> bit & 1) == 1;
    }
}
