package au.com.visibuild.scim.differential;

import au.com.visibuild.scim.protocol.attribute.AttributePath;
import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.filter.AttributeReader;
import au.com.visibuild.scim.protocol.filter.CompareOperator;
import au.com.visibuild.scim.protocol.filter.Filter;
import au.com.visibuild.scim.protocol.schema.CoreSchemas;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of a filter on one person; for a comparison in brackets the person has one element of the attribute
 * only. Who agrees on all of these must agree on the whole filter.
 *
 * @param filter the comparison, with its brackets if it has any
 * @param attribute what is compared
 * @param comparison the same without brackets
 */
record FilterLeaf(Filter filter, ResolvedAttribute attribute, Filter comparison, ComplexValue person) {

    static List<FilterLeaf> of(Filter filter, ComplexValue person) {
        List<FilterLeaf> leaves = new ArrayList<>();
        collect(filter, person, null, leaves);
        return leaves;
    }

    boolean isInBrackets() {
        return filter instanceof Filter.ValuePath;
    }

    /** The URN as it is written, or null. */
    @Nullable
    String urn() {
        return switch (filter) {
            case Filter.ValuePath(var path, var _) -> path.schema();
            case Filter.Compare(var path, var _, var _) -> path.schema();
            case Filter.Present(var path) -> path.schema();
            case Filter.And _, Filter.Or _, Filter.Not _ -> throw new IllegalStateException("No leaf: " + filter);
        };
    }

    boolean is(CompareOperator operator) {
        return comparison instanceof Filter.Compare compare && compare.operator() == operator;
    }

    boolean isWithNull() {
        return comparison instanceof Filter.Compare compare && compare.literal().isUnassigned();
    }

    /** The literal when it is a text, else an empty one. */
    String literalText() {
        return comparison instanceof Filter.Compare compare
                        && compare.literal() instanceof AttributeValue.Text(var text)
                ? text
                : "";
    }

    List<AttributeValue> elements() {
        return AttributeReader.elements(person, attribute);
    }

    /** Whether there is no value, or an element that has none. */
    boolean isMissingSomewhere() {
        return elements().isEmpty()
                || elements().stream()
                        .anyMatch(element ->
                                AttributeReader.operandsOf(element, attribute).isEmpty());
    }

    /** The texts that are compared: the literal and the person's. */
    Set<String> texts() {
        Set<String> texts = new HashSet<>();
        if (comparison instanceof Filter.Compare compare
                && compare.literal() instanceof AttributeValue.Text(var text)) {
            texts.add(text);
        }
        for (AttributeValue element : elements()) {
            switch (element) {
                case AttributeValue.Text(var text) -> texts.add(text);
                case Complex(var members) ->
                    members.members().stream()
                            .filter(member -> attribute.leaf().isComplex()
                                    || member.name().equals(attribute.leaf().name()))
                            .filter(member -> member.value() instanceof AttributeValue.Text)
                            .forEach(member -> texts.add(((AttributeValue.Text) member.value()).value()));
                default -> {}
            }
        }
        return texts;
    }

    private static void collect(
            Filter filter, ComplexValue person, @Nullable AttributePath brackets, List<FilterLeaf> leaves) {
        switch (filter) {
            case Filter.And(var operands) -> operands.forEach(operand -> collect(operand, person, brackets, leaves));
            case Filter.Or(var operands) -> operands.forEach(operand -> collect(operand, person, brackets, leaves));
            case Filter.Not(var operand) -> collect(operand, person, brackets, leaves);
            case Filter.ValuePath(var path, var inner) ->
                oneElementEach(resolved(path), person).forEach(one -> collect(inner, one, path, leaves));
            case Filter.Present(var path) -> leaves.add(leaf(filter, path, person, brackets));
            case Filter.Compare(var path, var _, var _) -> leaves.add(leaf(filter, path, person, brackets));
        }
    }

    private static FilterLeaf leaf(
            Filter comparison, AttributePath path, ComplexValue person, @Nullable AttributePath brackets) {
        return brackets == null
                ? new FilterLeaf(comparison, resolved(path), comparison, person)
                : new FilterLeaf(
                        new Filter.ValuePath(brackets, comparison), within(brackets, path), comparison, person);
    }

    private static ResolvedAttribute within(AttributePath brackets, AttributePath path) {
        ResolvedAttribute parent = resolved(brackets);
        return parent.attribute().isComplex()
                ? resolved(new AttributePath(brackets.schema(), brackets.name(), path.name()))
                : parent;
    }

    /** The person with each element alone, and once with none. */
    private static List<ComplexValue> oneElementEach(ResolvedAttribute attribute, ComplexValue person) {
        List<ComplexValue> people = new ArrayList<>();
        if (!attribute.attribute().multiValued()) {
            return List.of(person);
        }
        people.add(with(person, attribute, Multi.EMPTY));
        for (AttributeValue element : AttributeReader.elements(person, attribute)) {
            people.add(with(person, attribute, Multi.of(element)));
        }
        return people;
    }

    private static ComplexValue with(ComplexValue person, ResolvedAttribute attribute, Multi elements) {
        String name = attribute.attribute().name();
        if (attribute.extension() == null) {
            return elements.isUnassigned() ? person.without(name) : person.with(name, elements);
        }
        return person.get(attribute.extension().id()) instanceof Complex(var extension)
                ? person.with(attribute.extension().id(), new Complex(extension.with(name, elements)))
                : person;
    }

    private static ResolvedAttribute resolved(AttributePath path) {
        return Objects.requireNonNull(CoreSchemas.USER_TYPE.resolve(path));
    }
}
