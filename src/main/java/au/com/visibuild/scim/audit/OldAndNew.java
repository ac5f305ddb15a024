package au.com.visibuild.scim.audit;

import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import org.jspecify.annotations.Nullable;

/** The form in which a row of the log says what changed: per attribute the {@code old} and the {@code new} value. */
public final class OldAndNew {

    /** The member with the value before. */
    public static final String OLD = "old";

    /** The member with the value after. */
    public static final String NEW = "new";

    private OldAndNew() {}

    /** One changed text; null where there was or is none. */
    public static ComplexValue of(String attribute, @Nullable String before, @Nullable String after) {
        return ComplexValue.EMPTY.with(
                attribute,
                new Complex(ComplexValue.builder()
                        .putText(OLD, before)
                        .putText(NEW, after)
                        .build()));
    }

    /** The changes of both. */
    public static ComplexValue both(ComplexValue some, ComplexValue others) {
        ComplexValue.Builder all = some.toBuilder();
        others.members().forEach(change -> all.put(change.name(), change.value()));
        return all.build();
    }
}
