package au.com.visibuild.scim.protocol.interop;

import au.com.visibuild.scim.protocol.filter.Filter;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;

/** {@code employeeNumber eq "1"}: the enterprise extension's {@code employeeNumber}. */
final class BareNamesInFilter implements Quirk<Filter> {

    @Override
    public Tolerance tolerance() {
        return Tolerance.T26;
    }

    @Override
    public Filter rewrite(Filter filter, ResourceSchema schema) {
        return BareNames.qualified(filter, schema);
    }
}
