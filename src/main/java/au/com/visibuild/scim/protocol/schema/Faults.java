package au.com.visibuild.scim.protocol.schema;

import au.com.visibuild.scim.protocol.error.ScimException;
import java.util.ArrayList;
import java.util.List;

/**
 * The faults of one body, collected so that a client's developer sees all of them at once. Details name places and
 * kinds, never values: a value may be a secret.
 */
final class Faults {

    /** How many faults a detail spells out; the others are counted. */
    static final int NAMED = 20;

    private final List<String> named = new ArrayList<>();
    private int count;
    private boolean structural;

    /** The body is not built as its schema says. */
    void structure(String place, String fault) {
        structural = true;
        add(place, fault);
    }

    /** A value is missing or not of its attribute's type. */
    void value(String place, String fault) {
        add(place, fault);
    }

    private void add(String place, String fault) {
        count++;
        if (named.size() < NAMED) {
            named.add(place + ": " + fault);
        }
    }

    /** A wrong structure outweighs wrong values: whoever mends it will look at the whole body anyway. */
    void throwIfAny() {
        if (count == 0) {
            return;
        }
        String more = count > named.size() ? "; and " + (count - named.size()) + " more" : "";
        String detail = String.join("; ", named) + more + ".";
        throw structural ? ScimException.invalidSyntax(detail) : ScimException.invalidValue(detail);
    }
}
