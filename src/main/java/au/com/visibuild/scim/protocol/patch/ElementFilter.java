package au.com.visibuild.scim.protocol.patch;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.filter.Filter;
import au.com.visibuild.scim.protocol.filter.FilterEvaluator;
import au.com.visibuild.scim.protocol.filter.FilterTypeCheck;
import au.com.visibuild.scim.protocol.filter.TypedFilter;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;

/**
 * The filter of a value path, which picks elements of one multi-valued attribute.
 *
 * @param written as the path has it
 * @param typed the same, checked against the attribute
 * @param terms how many comparisons it takes to look at one element
 */
record ElementFilter(Filter written, TypedFilter typed, int terms) {

    static ElementFilter of(Filter written, ResolvedAttribute attribute) {
        return new ElementFilter(written, FilterTypeCheck.checkWithin(written, attribute), terms(written));
    }

    private static int terms(Filter filter) {
        return switch (filter) {
            case Filter.And(var operands) ->
                operands.stream().mapToInt(ElementFilter::terms).sum();
            case Filter.Or(var operands) ->
                operands.stream().mapToInt(ElementFilter::terms).sum();
            case Filter.Not(var operand) -> terms(operand);
            case Filter.ValuePath path -> terms(path.filter());
            case Filter.Compare _, Filter.Present _ -> 1;
        };
    }

    boolean matches(AttributeValue element) {
        return FilterEvaluator.matchesElement(typed, element);
    }
}
