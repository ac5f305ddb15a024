package au.com.visibuild.scim.differential;

import au.com.visibuild.scim.protocol.attribute.AttributePath;
import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Unassigned;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.filter.AttributeReader;
import au.com.visibuild.scim.protocol.filter.CompareOperator;
import au.com.visibuild.scim.protocol.filter.Filter;
import au.com.visibuild.scim.protocol.schema.AttributeDefinition;
import au.com.visibuild.scim.protocol.schema.AttributeType;
import au.com.visibuild.scim.protocol.schema.CommonAttributes;
import au.com.visibuild.scim.protocol.schema.CoreSchemas;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import au.com.visibuild.scim.protocol.schema.Returned;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * Random filters over the whole grammar of RFC 7644 §3.4.2.2, most of them of the right types, whose literals are mostly
 * values that some of the given people have.
 */
final class Filters {

    private static final int DEPTH = 2;
    private static final List<String> TIMES = List.of(
            "2026-01-31T09:30:00Z",
            "2026-01-31T19:30:00+10:00",
            "2026-01-31T09:30:00",
            "2026-01-31T09:30:00.000001Z",
            "2026-01-31T09:30:00.0000009Z",
            "2026-01-30T23:30:00.5-10:00",
            "0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999999Z");

    private final List<ComplexValue> people;

    private Filters(List<ComplexValue> people) {
        this.people = people;
    }

    /** Filters for these people, who are in their full representation. */
    static Arbitrary<SpelledFilter> about(List<ComplexValue> people) {
        Filters filters = new Filters(people);
        return Combinators.combine(filters.ofResources(), Arbitraries.integers().between(0, 63))
                .as(SpelledFilter::new);
    }

    /** What may stand between the brackets behind the attribute. */
    static Arbitrary<Filter> within(ResolvedAttribute attribute, List<ComplexValue> people) {
        return new Filters(people).ofElements(attribute.parent(), 1);
    }

    /** Every attribute and sub-attribute that may be filtered by. */
    static List<ResolvedAttribute> attributes() {
        List<ResolvedAttribute> all = new ArrayList<>();
        for (AttributeDefinition common : List.of(
                CommonAttributes.ID, CommonAttributes.EXTERNAL_ID, CommonAttributes.META, CommonAttributes.SCHEMAS)) {
            addWithSubs(all, new ResolvedAttribute(null, common, null));
        }
        CoreSchemas.USER.attributes().forEach(core -> addWithSubs(all, new ResolvedAttribute(null, core, null)));
        CoreSchemas.USER_TYPE
                .extensions()
                .forEach(extension -> extension
                        .attributes()
                        .forEach(attribute -> addWithSubs(all, new ResolvedAttribute(extension, attribute, null))));
        return all;
    }

    /** Whether the value is made when a person is shown, and stands in no row. */
    static boolean isShownOnly(ResolvedAttribute attribute) {
        String path = attribute.path();
        return path.equals("meta.location") || path.endsWith(":manager.$ref") || path.endsWith(":manager.displayName");
    }

    private static void addWithSubs(List<ResolvedAttribute> all, ResolvedAttribute attribute) {
        if (attribute.attribute().returned() == Returned.NEVER) {
            return;
        }
        all.add(attribute);
        for (AttributeDefinition sub : attribute.attribute().subAttributes()) {
            all.add(new ResolvedAttribute(attribute.extension(), attribute.attribute(), sub));
        }
    }

    private Arbitrary<Filter> ofResources() {
        List<ResolvedAttribute> all = attributes();
        List<ResolvedAttribute> withElements = all.stream()
                .filter(attribute -> attribute.subAttribute() == null
                        && (attribute.attribute().isComplex()
                                || attribute.attribute().multiValued()))
                .toList();
        Arbitrary<Filter> comparison =
                Arbitraries.of(all).flatMap(attribute -> comparison(attribute, spellings(attribute)));
        Arbitrary<Filter> valuePath = Arbitraries.of(withElements)
                .flatMap(attribute -> Combinators.combine(spellings(attribute), ofElements(attribute, DEPTH))
                        .as(Filter.ValuePath::new));
        return nested(Arbitraries.frequencyOf(Tuple.of(3, comparison), Tuple.of(2, valuePath)), DEPTH);
    }

    private Arbitrary<Filter> ofElements(ResolvedAttribute parent, int depth) {
        List<ResolvedAttribute> subs = new ArrayList<>();
        parent.attribute()
                .subAttributes()
                .forEach(sub -> subs.add(new ResolvedAttribute(parent.extension(), parent.attribute(), sub)));
        if (subs.isEmpty()) {
            return nested(comparison(parent, Arbitraries.of(AttributePath.of("value"))), depth);
        }
        Arbitrary<Filter> comparison = Arbitraries.of(subs)
                .flatMap(sub -> comparison(
                        sub,
                        Arbitraries.of(true, false)
                                .map(asIs -> AttributePath.of(cased(sub.leaf().name(), asIs)))));
        return nested(comparison, depth);
    }

    private static Arbitrary<Filter> nested(Arbitrary<? extends Filter> leaf, int depth) {
        Arbitrary<Filter> one = leaf.map(filter -> filter);
        if (depth == 0) {
            return one;
        }
        Arbitrary<Filter> inner = nested(leaf, depth - 1);
        Arbitrary<List<Filter>> some = inner.list().ofMinSize(2).ofMaxSize(3);
        return Arbitraries.frequencyOf(
                Tuple.of(5, one),
                Tuple.of(2, some.map(Filter.And::new)),
                Tuple.of(2, some.map(Filter.Or::new)),
                Tuple.of(2, inner.map(Filter.Not::new)));
    }

    private Arbitrary<Filter> comparison(ResolvedAttribute attribute, Arbitrary<AttributePath> path) {
        Arbitrary<CompareOperator> ofItsType =
                Arbitraries.of(CompareOperator.values()).filter(operator -> fits(attribute.leaf(), operator));
        Arbitrary<AttributeValue> nothing = Arbitraries.just(new Unassigned());
        return Arbitraries.frequencyOf(
                Tuple.of(20, compare(path, ofItsType, literals(attribute))),
                Tuple.of(3, path.map(Filter.Present::new)),
                Tuple.of(2, compare(path, Arbitraries.of(CompareOperator.EQ, CompareOperator.NE), nothing)),
                Tuple.of(1, compare(path, Arbitraries.of(CompareOperator.values()), anyLiteral())));
    }

    private static Arbitrary<Filter> compare(
            Arbitrary<AttributePath> path, Arbitrary<CompareOperator> operator, Arbitrary<AttributeValue> literal) {
        return Combinators.combine(path, operator, literal).as(Filter.Compare::new);
    }

    private static boolean fits(AttributeDefinition leaf, CompareOperator operator) {
        return switch (leaf.type()) {
            case STRING, REFERENCE, COMPLEX -> true;
            case DECIMAL, INTEGER, DATE_TIME -> !operator.isTextual();
            case BOOLEAN, BINARY -> operator == CompareOperator.EQ || operator == CompareOperator.NE;
        };
    }

    private Arbitrary<AttributeValue> literals(ResolvedAttribute named) {
        AttributeDefinition value = named.leaf().isComplex() ? named.leaf().subAttribute("value") : named.leaf();
        if (value == null) {
            return anyLiteral();
        }
        if (value.type() == AttributeType.BOOLEAN) {
            return Arbitraries.of(AttributeValue.Bool.TRUE, AttributeValue.Bool.FALSE);
        }
        if (value.type() == AttributeType.INTEGER || value.type() == AttributeType.DECIMAL) {
            return Arbitraries.integers()
                    .between(-2, 2)
                    .map(number -> new AttributeValue.Decimal(new BigDecimal(number)));
        }
        ResolvedAttribute attribute =
                named.leaf().isComplex() ? new ResolvedAttribute(named.extension(), named.attribute(), value) : named;
        List<String> theirs = texts(attribute);
        boolean isTime = value.type() == AttributeType.DATE_TIME;
        Arbitrary<String> others = isTime ? Arbitraries.of(TIMES) : Texts.any();
        Arbitrary<String> chosen = theirs.isEmpty()
                ? others
                : Arbitraries.frequencyOf(
                        Tuple.of(4, isTime ? Arbitraries.of(theirs) : Texts.near(theirs)), Tuple.of(1, others));
        return chosen.map(AttributeValue::text);
    }

    /** The texts that people have there. */
    private List<String> texts(ResolvedAttribute attribute) {
        Set<String> texts = new LinkedHashSet<>();
        for (ComplexValue person : people) {
            for (AttributeValue element : AttributeReader.elements(person, attribute)) {
                AttributeValue value = element instanceof AttributeValue.Complex(var members)
                        ? members.get(attribute.leaf().name())
                        : element;
                if (value instanceof AttributeValue.Text(var text)) {
                    texts.add(text);
                }
            }
        }
        return List.copyOf(texts);
    }

    private static Arbitrary<AttributeValue> anyLiteral() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Texts.any().map(AttributeValue::text)),
                Tuple.of(1, Arbitraries.of(AttributeValue.Bool.TRUE, AttributeValue.Bool.FALSE)),
                Tuple.of(1, Arbitraries.just(new Unassigned())),
                Tuple.of(
                        1,
                        Arbitraries.of("0", "-1.50", "1E+3", "12345678901234567890")
                                .map(number -> new AttributeValue.Decimal(new BigDecimal(number)))));
    }

    /** The path as the schema spells it, in other case, with its URN. */
    private static Arbitrary<AttributePath> spellings(ResolvedAttribute attribute) {
        String urn = attribute.extension() == null
                ? attribute
                                .attribute()
                                .equals(CoreSchemas.USER.attribute(
                                        attribute.attribute().name()))
                        ? CoreSchemas.USER.id()
                        : null
                : attribute.extension().id();
        boolean needed = attribute.extension() != null;
        return Combinators.combine(Arbitraries.of(true, false), Arbitraries.of(true, false))
                .as((asIs, short_) -> path(attribute, needed || !short_ ? urn : null, asIs));
    }

    private static AttributePath path(ResolvedAttribute attribute, @Nullable String urn, boolean asIs) {
        AttributeDefinition sub = attribute.subAttribute();
        return new AttributePath(
                urn == null ? null : cased(urn, asIs),
                cased(attribute.attribute().name(), asIs),
                sub == null ? null : cased(sub.name(), asIs));
    }

    private static String cased(String name, boolean asIs) {
        return asIs ? name : name.toUpperCase(Locale.ROOT);
    }
}
