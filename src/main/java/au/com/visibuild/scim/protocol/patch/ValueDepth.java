package au.com.visibuild.scim.protocol.patch;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Bool;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Decimal;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Text;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Unassigned;
import au.com.visibuild.scim.protocol.error.ScimException;

/**
 * How deep a value is nested. Values are compared and walked by recursion, so a client's nesting must be bounded
 * before anything else looks at it; SCIM itself needs four levels.
 */
public final class ValueDepth {

    /** The deepest nesting that is looked at. */
    public static final int LIMIT = 16;

    private ValueDepth() {}

    /**
     * Refuses values that are nested deeper than {@link #LIMIT}.
     *
     * @throws ScimException {@code invalidSyntax}
     */
    public static void requireShallow(AttributeValue value) {
        require(value, LIMIT);
    }

    private static void require(AttributeValue value, int levelsLeft) {
        if (levelsLeft == 0) {
            throw ScimException.invalidSyntax("The body is nested deeper than " + LIMIT + " levels.");
        }
        switch (value) {
            case Multi(var elements) -> elements.forEach(element -> require(element, levelsLeft - 1));
            case Complex(var members) -> members.members().forEach(member -> require(member.value(), levelsLeft - 1));
            case Text _, Bool _, Decimal _, Unassigned _ -> {}
        }
    }
}
