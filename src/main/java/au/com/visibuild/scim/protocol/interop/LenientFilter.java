package au.com.visibuild.scim.protocol.interop;

import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.filter.Filter;
import au.com.visibuild.scim.protocol.filter.FilterParser;
import au.com.visibuild.scim.protocol.filter.Leniency;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Reads filters with the parser's leniencies that a set of tolerances grants. */
final class LenientFilter {

    private static final Map<Tolerance, Leniency> LENIENCIES =
            Map.of(Tolerance.T22, Leniency.UNQUOTED_WORD, Tolerance.T23, Leniency.SUB_ATTRIBUTE_AFTER_VALUE_PATH);

    private LenientFilter() {}

    /** The filter, and the tolerances without which it could not be read. */
    static Reading<Filter> parse(String text, Set<Tolerance> granted) {
        if (reads(text, Set.of())) {
            return new Reading<>(FilterParser.parse(text), Set.of());
        }
        Filter filter = FilterParser.parse(text, leniencies(granted));
        Set<Tolerance> needed = EnumSet.noneOf(Tolerance.class);
        for (Tolerance tolerance : LENIENCIES.keySet()) {
            Set<Tolerance> others = EnumSet.copyOf(LENIENCIES.keySet());
            others.retainAll(granted);
            if (others.remove(tolerance) && !reads(text, leniencies(others))) {
                needed.add(tolerance);
            }
        }
        return new Reading<>(filter, needed);
    }

    private static Set<Leniency> leniencies(Set<Tolerance> granted) {
        Set<Leniency> leniencies = EnumSet.noneOf(Leniency.class);
        LENIENCIES.forEach((tolerance, leniency) -> {
            if (granted.contains(tolerance)) {
                leniencies.add(leniency);
            }
        });
        return leniencies;
    }

    private static boolean reads(String text, Set<Leniency> leniencies) {
        try {
            FilterParser.parse(text, leniencies);
            return true;
        } catch (ScimException _) {
            return false;
        }
    }
}
