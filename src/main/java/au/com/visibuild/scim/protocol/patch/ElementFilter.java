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
 */
record ElementFilter(Filter written, TypedFilter typed) {

    static ElementFilter of(Filter written, ResolvedAttribute attribute) {
        return new ElementFilter(written, FilterTypeCheck.checkWithin(written, attribute));
    }

    boolean matches(AttributeValue element) {
        return FilterEvaluator.matchesElement(typed, element);
    }
}
