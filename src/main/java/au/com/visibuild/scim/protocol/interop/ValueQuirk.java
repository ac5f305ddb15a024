package au.com.visibuild.scim.protocol.interop;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;

/** A quirk of one attribute's value, wherever that stands: in a body, or in a PATCH operation with or without a path. */
interface ValueQuirk {

    /** The rule by which the value is read so. */
    Tolerance tolerance();

    /**
     * The value as the schema wants it, or as it is.
     *
     * @param attribute an attribute, or a sub-attribute when a path ends there
     * @param value the whole value; for a multi-valued attribute all elements that were sent
     */
    AttributeValue rewrite(ResolvedAttribute attribute, AttributeValue value);
}
