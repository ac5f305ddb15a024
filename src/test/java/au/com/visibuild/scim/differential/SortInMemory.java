package au.com.visibuild.scim.differential;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Bool;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Text;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.filter.TextFold;
import au.com.visibuild.scim.protocol.schema.AttributeDefinition;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The order that RFC 7644 §3.4.2.3 gives a list: by the primary value, else the first; without case unless the attribute
 * is caseExact; who has no value last when ascending and first when descending. Among equals the id decides.
 *
 * @param attribute of a simple type
 */
record SortInMemory(ResolvedAttribute attribute, boolean ascending) {

    List<UUID> sorted(Map<UUID, ComplexValue> people) {
        Comparator<Map.Entry<UUID, ComplexValue>> byKey =
                Comparator.comparing(person -> key(person.getValue()), Comparator.nullsLast(SortInMemory::compare));
        Comparator<Map.Entry<UUID, ComplexValue>> order =
                byKey.thenComparing(person -> person.getKey().toString());
        return people.entrySet().stream()
                .sorted(ascending ? order : order.reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    private @Nullable Object key(ComplexValue person) {
        ComplexValue home = attribute.extension() == null
                ? person
                : members(person.get(attribute.extension().id()));
        AttributeValue value = home.get(attribute.attribute().name());
        List<Object> keys = new ArrayList<>();
        for (AttributeValue element :
                value instanceof Multi(var many) ? many : value == null ? List.<AttributeValue>of() : List.of(value)) {
            AttributeDefinition sub = attribute.subAttribute();
            Object key = simple(sub == null ? element : members(element).get(sub.name()));
            if (key != null) {
                boolean isPrimary = Bool.TRUE.equals(members(element).get("primary"));
                keys.add(isPrimary ? 0 : keys.size(), key);
            }
        }
        return keys.isEmpty() ? null : keys.getFirst();
    }

    private @Nullable Object simple(@Nullable AttributeValue value) {
        if (value instanceof Bool(var bool)) {
            return bool;
        }
        if (!(value instanceof Text(var text)) || text.isEmpty()) {
            return null;
        }
        AttributeDefinition leaf = attribute.leaf();
        return switch (leaf.type()) {
            case DATE_TIME -> OffsetDateTime.parse(text).toInstant();
            case BINARY ->
                Base64.getEncoder()
                        .encodeToString(Base64.getDecoder()
                                .decode(text.replace('-', '+').replace('_', '/')));
            case STRING, REFERENCE -> leaf.caseExact() ? text : TextFold.fold(text);
            case BOOLEAN, DECIMAL, INTEGER, COMPLEX -> throw new IllegalStateException("No text: " + leaf);
        };
    }

    @SuppressWarnings("unchecked") // the keys of one attribute are of one type
    private static int compare(Object one, Object other) {
        return one instanceof String text
                ? Arrays.compare(codePoints(text), codePoints((String) other))
                : ((Comparable<Object>) one).compareTo(other);
    }

    private static int[] codePoints(String text) {
        return text.codePoints().toArray();
    }

    private static ComplexValue members(@Nullable AttributeValue value) {
        return value instanceof Complex(var members) ? members : ComplexValue.EMPTY;
    }
}
