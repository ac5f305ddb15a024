package au.com.visibuild.scim.differential;

import au.com.visibuild.scim.differential.PatchStep.Place;
import au.com.visibuild.scim.protocol.attribute.AttributePath;
import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Unassigned;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimType;
import au.com.visibuild.scim.protocol.filter.AttributeReader;
import au.com.visibuild.scim.protocol.filter.CompareOperator;
import au.com.visibuild.scim.protocol.filter.Filter;
import au.com.visibuild.scim.protocol.patch.PatchOperation.Op;
import au.com.visibuild.scim.protocol.schema.AttributeDefinition;
import au.com.visibuild.scim.protocol.schema.CommonAttributes;
import au.com.visibuild.scim.protocol.schema.Mutability;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import au.com.visibuild.scim.protocol.schema.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Random resources and random PATCH requests on them: all ops at all kinds of target, valid and not. */
final class Patches {

    private static final int MOST_STEPS = 6;
    private static final double ATTRIBUTE_IS_THERE = 0.35;

    private static final List<AttributeValue> JUNK = List.of(
            AttributeValue.text("junk"),
            AttributeValue.text(""),
            AttributeValue.Bool.TRUE,
            new AttributeValue.Decimal(BigDecimal.ONE),
            Multi.EMPTY,
            Multi.of(AttributeValue.text("junk")),
            new Complex(ComplexValue.EMPTY),
            new Complex(ComplexValue.EMPTY.with("unknown", AttributeValue.text("junk"))),
            new Complex(ComplexValue.EMPTY.with("value", new AttributeValue.Decimal(BigDecimal.ONE))),
            new Unassigned());

    private static final List<Place> BROKEN = List.of(
            broken("", ScimType.INVALID_PATH),
            broken("nope", ScimType.INVALID_PATH),
            broken("externalId.value", ScimType.INVALID_PATH),
            broken("meta[created pr]", ScimType.INVALID_PATH),
            broken("urn:example:nothing:attribute", ScimType.INVALID_PATH),
            broken("schemas[value eq \"x\"", ScimType.INVALID_PATH),
            broken("schemas[value]", ScimType.INVALID_FILTER),
            broken("schemas[nope eq \"x\"]", ScimType.INVALID_FILTER),
            broken("schemas.value[value pr]", ScimType.INVALID_PATH));

    private final ResourceSchema type;
    private final ComplexValue before;

    private Patches(ResourceSchema type, ComplexValue before) {
        this.type = type;
        this.before = before;
    }

    static Arbitrary<PatchCase> of(ResourceSchema type) {
        return People.stored(type, ATTRIBUTE_IS_THERE)
                .flatMap(before -> new Patches(type, before)
                        .step()
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(MOST_STEPS)
                        .map(steps -> new PatchCase(before, steps)));
    }

    private Arbitrary<PatchStep> step() {
        Arbitrary<Op> op = Arbitraries.of(Op.values());
        return op.flatMap(chosen -> place().flatMap(place -> value(chosen, place)
                .optional(chosen == Op.REMOVE ? 0.2 : 0.97)
                .map(value -> new PatchStep(chosen, place, value.orElse(null)))));
    }

    private Arbitrary<Place> place() {
        List<Tuple.Tuple2<Integer, ResolvedAttribute>> attributes = attributes().stream()
                .map(attribute -> Tuple.of(weight(attribute), attribute))
                .toList();
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.just(new Place.Everything())),
                Tuple.of(2, Arbitraries.of(type.extensions()).map(Place.Extension::new)),
                Tuple.of(40, Arbitraries.frequency(attributes).flatMap(this::place)),
                Tuple.of(1, Arbitraries.of(BROKEN)));
    }

    /** Most operations should meet something that is there and may be changed, or else every request is refused. */
    private int weight(ResolvedAttribute attribute) {
        boolean readOnly = attribute.attribute().mutability() == Mutability.READ_ONLY
                || attribute.leaf().mutability() == Mutability.READ_ONLY;
        if (readOnly || attribute.attribute().equals(CommonAttributes.SCHEMAS)) {
            return 1;
        }
        boolean stored = !AttributeReader.elements(before, attribute).isEmpty();
        if (attribute.leaf().required() || (attribute.attribute().multiValued() && attribute.subAttribute() != null)) {
            return stored ? 12 : 1;
        }
        return stored ? 36 : 12;
    }

    private Arbitrary<Place> place(ResolvedAttribute attribute) {
        Arbitrary<Integer> spelling = Arbitraries.integers().between(0, 63);
        Arbitrary<Place> plain = spelling.map(how -> new Place.Attribute(attribute, null, how));
        if (!attribute.attribute().multiValued() || attribute.attribute().equals(CommonAttributes.SCHEMAS)) {
            return plain;
        }
        List<Filter> matching = matching(attribute);
        Arbitrary<Filter> any = Filters.within(attribute, List.of(before));
        Arbitrary<Filter> filters = matching.isEmpty()
                ? any
                : Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.of(matching)), Tuple.of(1, any));
        return Arbitraries.frequencyOf(
                Tuple.of(matching.isEmpty() ? 8 : 1, plain),
                Tuple.of(
                        2,
                        Combinators.combine(filters, spelling)
                                .as((filter, how) -> new Place.Attribute(attribute, filter, how))));
    }

    /** Filters each of which some stored element satisfies, and some that most do. */
    private List<Filter> matching(ResolvedAttribute attribute) {
        List<Filter> filters = new ArrayList<>();
        for (AttributeValue element : AttributeReader.elements(before, attribute)) {
            if (element instanceof Complex(var members)) {
                members.members().forEach(member -> {
                    AttributePath path = AttributePath.of(member.name());
                    filters.add(new Filter.Compare(path, CompareOperator.EQ, member.value()));
                    filters.add(new Filter.Present(path));
                });
            } else {
                filters.add(new Filter.Compare(AttributePath.of("value"), CompareOperator.EQ, element));
            }
        }
        return filters;
    }

    private Arbitrary<AttributeValue> value(Op op, Place place) {
        Arbitrary<AttributeValue> fitting = switch (place) {
            case Place.Everything _ -> members(topLevel(null));
            case Place.Extension(var extension) -> members(topLevel(extension));
            case Place.Attribute(var attribute, var filter, var _) -> fitting(op, attribute, filter != null);
            case Place.Broken _ -> Arbitraries.of(JUNK);
        };
        return Arbitraries.frequencyOf(Tuple.of(15, fitting), Tuple.of(1, Arbitraries.of(JUNK)));
    }

    private Arbitrary<AttributeValue> fitting(Op op, ResolvedAttribute attribute, boolean ofElement) {
        if (attribute.attribute().equals(CommonAttributes.SCHEMAS)) {
            return Arbitraries.of(type.core().id(), type.extensions().getFirst().id())
                    .map(urn -> Multi.of(AttributeValue.text(urn)));
        }
        AttributeDefinition leaf = attribute.leaf();
        boolean one = attribute.subAttribute() != null || ofElement || (leaf.multiValued() && op == Op.ADD);
        Arbitrary<AttributeValue> random = varied(
                leaf,
                Arbitraries.frequencyOf(
                        Tuple.of(6, one ? People.element(leaf) : People.value(leaf)), Tuple.of(1, People.value(leaf))));
        List<AttributeValue> stored = AttributeReader.elements(before, attribute);
        if (stored.isEmpty() || attribute.subAttribute() != null) {
            return random;
        }
        Arbitrary<AttributeValue> known = Arbitraries.of(stored);
        return Arbitraries.frequencyOf(
                Tuple.of(2, random),
                Tuple.of(1, known.map(element -> one || !leaf.multiValued() ? element : Multi.of(element))));
    }

    /** The values, some with one member that is unknown, null, of another type or in other case. */
    private static Arbitrary<AttributeValue> varied(AttributeDefinition leaf, Arbitrary<AttributeValue> values) {
        if (!leaf.isComplex()) {
            return values;
        }
        return Combinators.combine(
                        values,
                        Arbitraries.of(leaf.subAttributes()),
                        Arbitraries.integers().between(0, 24))
                .as((value, sub, way) -> varied(value, sub.name(), way));
    }

    private static AttributeValue varied(AttributeValue value, String sub, int way) {
        return switch (value) {
            case Multi(var elements)
            when !elements.isEmpty() -> {
                List<AttributeValue> changed = new ArrayList<>(elements);
                changed.set(0, varied(elements.getFirst(), sub, way));
                yield new Multi(changed);
            }
            case Complex(var object) ->
                new Complex(
                        switch (way) {
                            case 1 -> object.with("unknown", AttributeValue.text("junk"));
                            case 2 -> object.with(sub, new Unassigned());
                            case 3 -> object.with(sub, Multi.EMPTY);
                            case 4 -> object.without(sub).with(sub.toUpperCase(Locale.ROOT), AttributeValue.text("a"));
                            default -> object;
                        });
            default -> value;
        };
    }

    private Arbitrary<AttributeValue> members(List<ResolvedAttribute> attributes) {
        Arbitrary<ComplexValue.Member> member = Arbitraries.frequency(attributes.stream()
                        .map(attribute -> Tuple.of(weight(attribute), attribute))
                        .toList())
                .flatMap(attribute -> Arbitraries.frequencyOf(
                                Tuple.of(12, fitting(Op.REPLACE, attribute, false)), Tuple.of(1, Arbitraries.of(JUNK)))
                        .map(value ->
                                new ComplexValue.Member(attribute.attribute().name(), value)));
        Arbitrary<ComplexValue.Member> unknown =
                Arbitraries.of(JUNK).map(value -> new ComplexValue.Member("unknown", value));
        return Arbitraries.frequencyOf(Tuple.of(20, member), Tuple.of(1, unknown))
                .list()
                .ofMaxSize(3)
                .map(members -> {
                    ComplexValue.Builder object = ComplexValue.builder();
                    members.forEach(chosen -> object.put(chosen.name(), chosen.value()));
                    return new Complex(object.build());
                });
    }

    private List<ResolvedAttribute> attributes() {
        List<ResolvedAttribute> all = new ArrayList<>(topLevel(null));
        type.extensions().forEach(extension -> all.addAll(topLevel(extension)));
        for (ResolvedAttribute attribute : List.copyOf(all)) {
            attribute
                    .attribute()
                    .subAttributes()
                    .forEach(sub -> all.add(new ResolvedAttribute(attribute.extension(), attribute.attribute(), sub)));
        }
        return all;
    }

    private List<ResolvedAttribute> topLevel(@Nullable Schema extension) {
        List<ResolvedAttribute> all = new ArrayList<>();
        if (extension == null) {
            List.of(CommonAttributes.SCHEMAS, CommonAttributes.ID, CommonAttributes.EXTERNAL_ID, CommonAttributes.META)
                    .forEach(common -> all.add(new ResolvedAttribute(null, common, null)));
        }
        Objects.requireNonNullElse(extension, type.core())
                .attributes()
                .forEach(attribute -> all.add(new ResolvedAttribute(extension, attribute, null)));
        return all;
    }

    private static Place broken(String path, ScimType refusal) {
        return new Place.Broken(path, refusal);
    }
}
