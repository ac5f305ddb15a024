package au.com.visibuild.scim.protocol.patch;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Bool;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Unassigned;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.schema.ResourceValidator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The elements of one multi-valued attribute, and what holds among them (RFC 7643 §2.4, RFC 7644 §3.5.2). */
final class ElementList {

    private static final String PRIMARY = "primary";

    private ElementList() {}

    /** The elements of a stored value; none when it is unassigned. */
    static List<AttributeValue> of(AttributeValue value) {
        if (value instanceof Multi(var elements)) {
            return elements;
        }
        return value.isUnassigned() ? List.of() : List.of(value);
    }

    /**
     * The stored value of these elements: no two equal ones, at most one primary, nothing at all when there are none.
     * A primary among the elements that the operation has just written takes the mark from all others; the first of
     * several wins.
     *
     * @param written the positions of the elements that the operation made or changed
     */
    static AttributeValue store(List<AttributeValue> elements, Set<Integer> written) {
        int primary = firstPrimary(elements, written);
        Map<AttributeValue, AttributeValue> distinct = new LinkedHashMap<>(elements.size());
        for (int i = 0; i < elements.size(); i++) {
            AttributeValue element = primary >= 0 && i != primary ? withoutPrimary(elements.get(i)) : elements.get(i);
            if (!element.isUnassigned()) {
                distinct.putIfAbsent(identity(element), element);
            }
        }
        return distinct.isEmpty() ? new Unassigned() : new Multi(new ArrayList<>(distinct.values()));
    }

    /**
     * The stored elements with the new ones behind them. One that is there already is left out; if it differs in being
     * primary, the stored one becomes primary instead of standing there twice.
     */
    static AttributeValue append(List<AttributeValue> stored, List<AttributeValue> added) {
        Map<AttributeValue, Integer> places = new HashMap<>();
        List<AttributeValue> all = new ArrayList<>(stored);
        for (int i = 0; i < stored.size(); i++) {
            places.putIfAbsent(unmarked(stored.get(i)), i);
        }
        Set<Integer> written = new HashSet<>();
        for (AttributeValue element : added) {
            Integer place = places.putIfAbsent(unmarked(element), all.size());
            if (place == null) {
                written.add(all.size());
                all.add(element);
            } else if (isPrimary(element) && !isPrimary(all.get(place))) {
                written.add(place);
                all.set(place, element);
            }
        }
        if (written.isEmpty()) {
            return asStored(stored);
        }
        if (all.size() > stored.size() && all.size() > ResourceValidator.MAX_ELEMENTS) {
            throw ScimException.invalidValue(
                    "An attribute may have " + ResourceValidator.MAX_ELEMENTS + " values at most.");
        }
        return store(all, written);
    }

    /** These elements as they are, because an operation that changes none of them leaves all of them alone. */
    static AttributeValue asStored(List<AttributeValue> elements) {
        return elements.isEmpty() ? new Unassigned() : new Multi(elements);
    }

    private static int firstPrimary(List<AttributeValue> elements, Set<Integer> written) {
        for (int i = 0; i < elements.size(); i++) {
            if (written.contains(i) && isPrimary(elements.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isPrimary(AttributeValue element) {
        return element instanceof Complex(var members) && Bool.TRUE.equals(members.get(PRIMARY));
    }

    private static AttributeValue withoutPrimary(AttributeValue element) {
        return isPrimary(element) && element instanceof Complex(var members)
                ? new Complex(members.with(PRIMARY, Bool.FALSE))
                : element;
    }

    /** What makes two elements the same: a missing {@code primary} means false (RFC 7643 §2.4). */
    private static AttributeValue identity(AttributeValue element) {
        return isPrimary(element) ? element : unmarked(element);
    }

    private static AttributeValue unmarked(AttributeValue element) {
        return element instanceof Complex(var members) && members.has(PRIMARY)
                ? new Complex(members.without(PRIMARY))
                : element;
    }
}
