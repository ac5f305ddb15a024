package au.com.visibuild.scim.protocol.query;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import java.util.ArrayList;
import java.util.List;

/** Collects parameters and names their placeholders. */
final class SqlParameters {

    private final int first;
    private final List<Object> values = new ArrayList<>();

    SqlParameters(int first) {
        this.first = first;
    }

    /** The placeholder for a value whose type the expression around it tells. */
    String bind(Object value) {
        values.add(value);
        return "$" + (first + values.size() - 1);
    }

    /** The placeholder for a string, where the expression around it does not tell the type. */
    String text(String value) {
        return bind(value) + "::text";
    }

    /** The placeholder for a JSON value. Bound as text: a driver would make a JSON string of a String bound as jsonb. */
    String json(AttributeValue value) {
        return bind(JsonText.of(value)) + "::text::jsonb";
    }

    List<Object> values() {
        return values;
    }
}
