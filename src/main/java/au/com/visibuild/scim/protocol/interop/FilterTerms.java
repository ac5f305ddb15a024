package au.com.visibuild.scim.protocol.interop;

import au.com.visibuild.scim.protocol.attribute.AttributePath;
import au.com.visibuild.scim.protocol.filter.Filter;
import java.util.List;
import java.util.function.UnaryOperator;

/** Walks a filter down to its terms: comparisons and {@code pr}. */
final class FilterTerms {

    private FilterTerms() {}

    /**
     * The filter with each term changed.
     *
     * @param change outside of brackets
     * @param changeWithin for the brackets behind an attribute
     */
    static Filter map(Filter filter, UnaryOperator<Filter> change, Within changeWithin) {
        return switch (filter) {
            case Filter.And(var operands) -> new Filter.And(all(operands, change, changeWithin));
            case Filter.Or(var operands) -> new Filter.Or(all(operands, change, changeWithin));
            case Filter.Not(var operand) -> new Filter.Not(map(operand, change, changeWithin));
            case Filter.ValuePath(var path, var inner) ->
                new Filter.ValuePath(path, map(inner, changeWithin.brackets(path), changeWithin));
            case Filter.Compare _, Filter.Present _ -> change.apply(filter);
        };
    }

    /** How the terms within an attribute's brackets change. */
    @FunctionalInterface
    interface Within {
        UnaryOperator<Filter> brackets(AttributePath attribute);
    }

    private static List<Filter> all(List<Filter> operands, UnaryOperator<Filter> change, Within changeWithin) {
        return operands.stream()
                .map(operand -> map(operand, change, changeWithin))
                .toList();
    }
}
