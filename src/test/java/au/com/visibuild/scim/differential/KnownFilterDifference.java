package au.com.visibuild.scim.differential;

import static au.com.visibuild.scim.protocol.schema.AttributeType.BINARY;
import static au.com.visibuild.scim.protocol.schema.AttributeType.BOOLEAN;
import static au.com.visibuild.scim.protocol.schema.AttributeType.DATE_TIME;
import static au.com.visibuild.scim.protocol.schema.AttributeType.REFERENCE;

import au.com.visibuild.scim.protocol.filter.CompareOperator;
import au.com.visibuild.scim.protocol.filter.Filter;
import au.com.visibuild.scim.protocol.schema.CommonAttributes;
import java.util.Set;
import java.util.function.Predicate;

/** Where others read one comparison in another way than we do, and why that is so. */
@SuppressWarnings("ImmutableEnumChecker") // sets of classes and lambdas that hold nothing
enum KnownFilterDifference {
    /** SCIM-SDK's grammar has no {@code $} in names, and its User no {@code schemas}: RFC 7643 §2.1, §4.3. Ours is right. */
    NAMES(
            Set.of(ScimSdk.class),
            leaf -> leaf.attribute().leaf().name().startsWith("$")
                    || leaf.attribute().attribute().equals(CommonAttributes.SCHEMAS)),

    /**
     * Both let the empty string be a value, or refuse it as a literal. RFC 7644 §3.4.2.2 gives {@code pr} to a "non-empty
     * or non-null value" only, so it is none; as a literal it is a JSON string like any other. Ours is right.
     */
    EMPTY_TEXT(Set.of(UnboundId.class, ScimSdk.class), leaf -> leaf.texts().contains("")),

    /**
     * Both change letters to one case by Java's tables and compare UTF-16 units. RFC 7643 §2.3.1 leaves open what is the
     * same without case; ours follows RFC 8265 §3.3 (width, NFC) and orders by code point, as the database can. Open.
     */
    BEYOND_ASCII(
            Set.of(UnboundId.class, ScimSdk.class),
            leaf -> leaf.texts().stream().anyMatch(text -> !text.chars().allMatch(c -> c < 128))),

    /**
     * Both compare base64 as text. RFC 7643 §2.3.6 means the bytes, which may be written in either alphabet of RFC 4648
     * and with or without padding. Ours is right.
     */
    BINARY_AS_TEXT(
            Set.of(UnboundId.class, ScimSdk.class),
            leaf -> leaf.attribute().leaf().type() == BINARY),

    /** UnboundID's evaluator is given no schema and never minds case. RFC 7643 §2.2 has caseExact. Ours is right. */
    NO_CASE_EXACT(Set.of(UnboundId.class), leaf -> leaf.attribute().leaf().caseExact()),

    /**
     * SCIM-SDK has RFC 7643 §8.7.1's schema, in which references mind no case; §2.3.7 says that they do. The text wins
     * over the schema's example, so ours is right.
     */
    REFERENCES_WITHOUT_CASE(
            Set.of(ScimSdk.class), leaf -> leaf.attribute().leaf().type() == REFERENCE),

    /**
     * {@code emails co "x"} looks into the objects themselves. RFC 7644 §3.4.2.2's own examples mean their
     * {@code value}. Ours is right.
     */
    NO_DEFAULT_VALUE(
            Set.of(UnboundId.class, ScimSdk.class),
            leaf -> leaf.attribute().leaf().isComplex()
                    && leaf.attribute().leaf().multiValued()),

    /** UnboundID takes the text "null" for null. RFC 7644 §3.4.2.2 takes literals from JSON. Ours is right. */
    TEXT_NULL(
            Set.of(UnboundId.class),
            leaf -> leaf.isWithNull() && leaf.texts().stream().anyMatch("null"::equalsIgnoreCase)),

    /**
     * UnboundID's {@code ne} on many values means that none is equal. RFC 7644 §3.4.2.2: "if any value matches" decides
     * for a multi-valued attribute, whatever the operator. Ours is the letter.
     */
    NE_OF_MANY(
            Set.of(UnboundId.class),
            leaf -> leaf.is(CompareOperator.NE) && leaf.attribute().attribute().multiValued()),

    /** UnboundID wants an offset. RFC 7643 §2.3.5 takes xsd:dateTime, where it is optional. Ours is right. */
    TIME_WITHOUT_OFFSET(
            Set.of(UnboundId.class),
            leaf -> leaf.attribute().leaf().type() == DATE_TIME
                    && leaf.texts().stream().anyMatch(text -> !text.matches(".*(Z|[+-]..:..)"))),

    /** Theirs compare times to the millisecond. RFC 7643 §2.3.5 has any fraction; ours keeps microseconds. Ours is right. */
    MILLISECONDS(
            Set.of(UnboundId.class, ScimSdk.class),
            leaf -> leaf.attribute().leaf().type() == DATE_TIME
                    && leaf.texts().stream().anyMatch(text -> text.matches(".*\\.[0-9]{4,}.*"))),

    /**
     * SCIM-SDK lets brackets hold for a person without any element. RFC 7644 §3.4.2.2, "a valuePath": one element must
     * satisfy what stands in them. Ours is right.
     */
    BRACKETS_OF_NONE(
            Set.of(ScimSdk.class),
            leaf -> leaf.isInBrackets() && leaf.elements().isEmpty()),

    /** UnboundID knows no schema, and so no {@code primary} that is false where it is missing (RFC 7643 §2.4). Ours is right. */
    MISSING_PRIMARY(
            Set.of(UnboundId.class),
            leaf -> leaf.attribute().leaf().name().equals("primary") && leaf.isMissingSomewhere()),

    /**
     * SCIM-SDK takes every missing boolean for false, also {@code active}, where there is no element, and for {@code pr}.
     * RFC 7643 §2.4 says so of the {@code primary} of an element only. Ours is right.
     */
    MISSING_BOOLEAN(
            Set.of(ScimSdk.class),
            leaf -> leaf.attribute().leaf().type() == BOOLEAN
                    && leaf.isMissingSomewhere()
                    && (leaf.elements().isEmpty() || leaf.isWithNull() || leaf.comparison() instanceof Filter.Present)),

    /** SCIM-SDK does not know an extension's URN in other case. RFC 8141 §3.1: "urn" and what follows have none. Open. */
    EXTENSIONS_CASE(
            Set.of(ScimSdk.class), leaf -> leaf.urn() != null && !leaf.urn().startsWith("urn:")),

    /**
     * To SCIM-SDK an element without the sub-attribute differs from every literal; to us it has nothing to compare while
     * other elements have. RFC 7644 §3.4.2.2 speaks of "any value". Open.
     */
    NE_OF_MISSING(
            Set.of(ScimSdk.class),
            leaf -> leaf.is(CompareOperator.NE)
                    && leaf.attribute().attribute().multiValued()
                    && leaf.isMissingSomewhere()),

    /** SCIM-SDK does not read the escapes of JSON strings (RFC 7644 §3.4.2.2, "compValue"). Ours is right. */
    ESCAPES(Set.of(ScimSdk.class), leaf -> leaf.literalText().chars().anyMatch(c -> c == '"' || c == '\\' || c < ' ')),

    /** SCIM-SDK finds that nothing is less than anything. RFC 7644 §3.4.2.2 compares values; none is there. Ours is right. */
    NOTHING_IS_LESS(
            Set.of(ScimSdk.class),
            leaf -> (leaf.is(CompareOperator.LT) || leaf.is(CompareOperator.LE)) && leaf.isMissingSomewhere()),

    /**
     * SCIM-SDK compares null with objects and times in its own way. RFC 7643 §2.5: null is the same as having no value.
     * Ours is right.
     */
    NULL(Set.of(ScimSdk.class), FilterLeaf::isWithNull);

    private final Set<Class<? extends Oracle>> whose;
    private final Predicate<FilterLeaf> where;

    KnownFilterDifference(Set<Class<? extends Oracle>> whose, Predicate<FilterLeaf> where) {
        this.whose = whose;
        this.where = where;
    }

    boolean isOf(Oracle oracle) {
        return whose.contains(oracle.getClass());
    }

    boolean explains(Oracle oracle, FilterLeaf leaf) {
        return isOf(oracle) && where.test(leaf);
    }
}
