package au.com.visibuild.scim.differential;

import au.com.visibuild.scim.differential.PatchStep.Place;
import au.com.visibuild.scim.platform.AttributeJson;
import au.com.visibuild.scim.protocol.attribute.AttributePath;
import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Bool;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Text;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Unassigned;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.filter.Filter;
import au.com.visibuild.scim.protocol.patch.PatchOperation.Op;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One operation that we accept and of which others make something else.
 *
 * @param theirs what they make of it; null when they refuse
 */
record PatchDifference(
        ComplexValue before,
        PatchStep step,
        ObjectNode ours,
        @Nullable ObjectNode theirs) {

    boolean is(Op op) {
        return step.op() == op;
    }

    boolean isRefused() {
        return theirs == null;
    }

    boolean changesNothing() {
        return ours.equals(PatchJson.node(before));
    }

    boolean isAtExtension() {
        return step.place() instanceof Place.Extension;
    }

    /** The attribute that the path names, or null. */
    @Nullable
    ResolvedAttribute attribute() {
        return step.place() instanceof Place.Attribute place ? place.attribute() : null;
    }

    boolean isAtManyValues() {
        ResolvedAttribute attribute = attribute();
        return attribute != null && attribute.attribute().multiValued();
    }

    boolean isFiltered() {
        return step.place() instanceof Place.Attribute place && place.filter() != null;
    }

    boolean names(String name) {
        ResolvedAttribute attribute = attribute();
        return (attribute != null
                        && (attribute.attribute().name().equals(name)
                                || attribute.leaf().name().equals(name)))
                || hasValue(value -> value instanceof Complex(var members) && members.has(name));
    }

    boolean hasText(Predicate<String> test) {
        return hasValue(value -> value instanceof Text(var text) && test.test(text));
    }

    boolean hasNull() {
        return hasValue(value -> value instanceof Unassigned || (!(value instanceof Text) && value.isUnassigned()));
    }

    /** Whether the operation makes an element the primary one. */
    boolean makesPrimary() {
        ResolvedAttribute attribute = attribute();
        boolean ofMark = attribute != null && attribute.leaf().name().equals("primary");
        return ofMark
                || hasValue(value -> value instanceof Complex(var members) && Bool.TRUE.equals(members.get("primary")));
    }

    /** Whether a name in the value is spelt in other case than its schema has it. */
    boolean hasNameInOtherCase() {
        return hasValue(value -> value instanceof Complex(var members)
                && members.members().stream()
                        .anyMatch(member -> member.name().equals(member.name().toUpperCase(java.util.Locale.ROOT))));
    }

    /** Whether any reason lets the library read the path's filter in another way. */
    boolean isOfAFilterReadInAnotherWay(Oracle oracle) {
        if (!(step.place() instanceof Place.Attribute(var attribute, var filter, var _)) || filter == null) {
            return false;
        }
        Filter whole = new Filter.ValuePath(
                new AttributePath(null, attribute.attribute().name(), null), filter);
        return FilterLeaf.of(whole, before).stream()
                .anyMatch(leaf -> List.of(KnownFilterDifference.values()).stream()
                        .anyMatch(difference -> difference.explains(oracle, leaf)));
    }

    /** Whether they keep elements that are equal but for the mark, of which we keep one. */
    boolean keepsEqualElements() {
        return theirs != null
                && theirs.valueStream().anyMatch(value -> {
                    List<JsonNode> elements = new ArrayList<>();
                    if (value.isArray()) {
                        value.forEach(element -> elements.add(
                                element instanceof ObjectNode object
                                        ? object.deepCopy().without("primary")
                                        : element));
                    }
                    return new HashSet<>(elements).size() < elements.size();
                });
    }

    private boolean hasValue(Predicate<AttributeValue> test) {
        return step.value() != null && hasValue(step.value(), test);
    }

    private static boolean hasValue(AttributeValue value, Predicate<AttributeValue> test) {
        return test.test(value)
                || switch (value) {
                    case Multi(var elements) -> elements.stream().anyMatch(element -> hasValue(element, test));
                    case Complex(var members) ->
                        members.members().stream().anyMatch(member -> hasValue(member.value(), test));
                    default -> false;
                };
    }

    @Override
    public String toString() {
        return "of " + AttributeJson.write(before) + "\nours   " + ours + "\ntheirs " + theirs;
    }
}
