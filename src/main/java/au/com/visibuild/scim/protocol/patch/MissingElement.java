package au.com.visibuild.scim.protocol.patch;

import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.filter.Filter;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import org.jspecify.annotations.Nullable;

/**
 * What an add or a replace does whose value path matches no element. It is asked while the operations run, because an
 * element made by one operation is there for the next.
 */
@FunctionalInterface
public interface MissingElement {

    /** The RFC's answer: there is nothing to operate on, {@code noTarget} (RFC 7644 §3.5.2.3). */
    MissingElement NO_TARGET = (_, _) -> null;

    /**
     * The element to make, before the operation's own value is put into it; null to fail with {@code noTarget}.
     *
     * @param attribute the multi-valued complex attribute
     * @param filter the filter that no element matches, already checked against the attribute
     */
    @Nullable
    ComplexValue describedBy(ResolvedAttribute attribute, Filter filter);
}
