package au.com.visibuild.scim.protocol.interop;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Unassigned;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.filter.CompareOperator;
import au.com.visibuild.scim.protocol.filter.Filter;
import au.com.visibuild.scim.protocol.patch.MissingElement;
import au.com.visibuild.scim.protocol.schema.AttributeDefinition;
import au.com.visibuild.scim.protocol.schema.Mutability;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code emails[type eq "work"]} where there is none: makes {@code {"type": "work"}} (T4). */
final class ElementFromFilter implements MissingElement {

    @Override
    public @Nullable ComplexValue describedBy(ResolvedAttribute attribute, Filter filter) {
        List<Filter> conditions = filter instanceof Filter.And(var operands) ? operands : List.of(filter);
        ComplexValue element = ComplexValue.EMPTY;
        for (Filter condition : conditions) {
            if (!(condition instanceof Filter.Compare(var path, CompareOperator operator, var literal))
                    || operator != CompareOperator.EQ
                    || literal instanceof Unassigned) {
                return null;
            }
            AttributeDefinition sub = attribute.attribute().subAttribute(path.name());
            if (sub == null || sub.mutability() == Mutability.READ_ONLY) {
                return null;
            }
            AttributeValue other = element.get(sub.name());
            if (other != null && !other.equals(literal)) {
                return null;
            }
            element = element.with(sub.name(), literal);
        }
        return element;
    }
}
