package au.com.visibuild.scim.protocol.patch;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import org.jspecify.annotations.Nullable;

/** What one op does at each kind of target. */
@FunctionalInterface
interface Rulebook {

    /**
     * The resource after the operation.
     *
     * @param resource the resource in its stored form
     * @param target what the path points at
     * @param value the operation's value; null when it has none
     */
    ComplexValue apply(ComplexValue resource, PatchTarget target, @Nullable AttributeValue value);
}
