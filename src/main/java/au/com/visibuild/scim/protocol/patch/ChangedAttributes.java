package au.com.visibuild.scim.protocol.patch;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.schema.AttributeDefinition;
import au.com.visibuild.scim.protocol.schema.CommonAttributes;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import au.com.visibuild.scim.protocol.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which attributes differ between two states of a resource. The order of elements says nothing (RFC 7643 §2.4), so the
 * same elements in another order are no change, and the resource keeps the order it had.
 */
final class ChangedAttributes {

    private ChangedAttributes() {}

    static PatchResult between(ComplexValue before, ComplexValue after, ResourceSchema schema, boolean created) {
        Set<String> changed = new LinkedHashSet<>();
        ComplexValue settled = after;
        for (ResolvedAttribute attribute : attributes(schema)) {
            AttributeValue was = StoredAttributes.get(before, attribute);
            AttributeValue is = StoredAttributes.get(after, attribute);
            if (was.equals(is)) {
                continue;
            }
            if (sameElements(was, is)) {
                settled = StoredAttributes.set(settled, attribute, was);
            } else {
                changed.add(attribute.path());
            }
        }
        return new PatchResult(changed.isEmpty() ? before : settled, changed, created);
    }

    static List<ResolvedAttribute> attributes(ResourceSchema schema) {
        List<ResolvedAttribute> all = new ArrayList<>();
        all.add(new ResolvedAttribute(null, CommonAttributes.EXTERNAL_ID, null));
        addAll(all, null, schema.core());
        schema.extensions().forEach(extension -> addAll(all, extension, extension));
        return all;
    }

    private static void addAll(List<ResolvedAttribute> all, @Nullable Schema extension, Schema schema) {
        for (AttributeDefinition attribute : schema.attributes()) {
            all.add(new ResolvedAttribute(extension, attribute, null));
        }
    }

    private static boolean sameElements(AttributeValue was, AttributeValue is) {
        return was instanceof Multi(var some)
                && is instanceof Multi(var others)
                && some.size() == others.size()
                && counted(some).equals(counted(others));
    }

    private static Map<AttributeValue, Integer> counted(List<AttributeValue> elements) {
        Map<AttributeValue, Integer> counts = new HashMap<>();
        elements.forEach(element -> counts.merge(element, 1, Integer::sum));
        return counts;
    }
}
