package au.com.visibuild.scim.differential;

import au.com.visibuild.scim.protocol.patch.PatchOperation.Op;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Where others make something else of an operation than we do, and why that is so. */
@SuppressWarnings("ImmutableEnumChecker") // sets of classes and lambdas that hold nothing
enum KnownPatchDifference {
    /** Theirs keep a password as any attribute. RFC 7643 §4.1.1 never returns one; ours is checked and dropped. A choice. */
    PASSWORD(Set.of(UnboundId.class, ScimSdk.class), difference -> difference.names("password")),

    /**
     * Null, {} and [] as a value, or in one, clear or say nothing; theirs refuse some and ignore others. RFC 7643 §2.5
     * makes them the same as no value. Ours is right.
     */
    NO_VALUE(Set.of(UnboundId.class, ScimSdk.class), PatchDifference::hasNull),

    /** The filter in the path is read in another way, for a reason that {@link KnownFilterDifference} has. */
    FILTER((oracle, difference) -> difference.isOfAFilterReadInAnotherWay(oracle)),

    /**
     * UnboundID takes the URN of an extension for an attribute {@code User}. RFC 7644 §3.10 lets a URN name a schema, and
     * Entra ID sends it. Ours goes with that.
     */
    EXTENSION_AS_PATH(Set.of(UnboundId.class), PatchDifference::isAtExtension),

    /** UnboundID adds to a place with a filter only if told so by a switch. RFC 7644 §3.5.2: any op, any path. Ours is right. */
    ADD_AT_FILTER(Set.of(UnboundId.class), difference -> difference.is(Op.ADD) && difference.isFiltered()),

    /** Without a schema one object takes the place of all elements. RFC 7644 §3.5.2.1: it is added. Ours is right. */
    ONE_FOR_MANY(Set.of(UnboundId.class), difference -> difference.is(Op.ADD) && difference.isAtManyValues()),

    /** Theirs write a name as it is sent, or lose its value. RFC 7643 §2.1: names have no case. Ours is right. */
    NAMES_CASE(Set.of(UnboundId.class, ScimSdk.class), PatchDifference::hasNameInOtherCase),

    /**
     * A new primary element takes the mark from the old one (RFC 7644 §3.5.2). UnboundID leaves both; SCIM-SDK removes
     * {@code primary} from the old one where ours makes it false, which RFC 7643 §2.4 holds to be the same; and where an
     * operation marks several, ours keeps the first. Ours is right.
     */
    PRIMARY(Set.of(UnboundId.class, ScimSdk.class), PatchDifference::makesPrimary),

    /**
     * UnboundID merges into the elements a filter picks. RFC 7644 §3.5.2.3: "all matching record values SHALL be
     * replaced". Ours is right.
     */
    REPLACED_ELEMENT(Set.of(UnboundId.class), difference -> difference.is(Op.REPLACE) && difference.isFiltered()),

    /** Ours keeps one of elements that became equal. RFC 7643 §2.4: the same value should not be there twice. Ours is right. */
    EQUAL_ELEMENTS(Set.of(UnboundId.class, ScimSdk.class), PatchDifference::keepsEqualElements),

    /**
     * SCIM-SDK refuses to remove what is not there, by {@code noTarget} (RFC 7644 table 9); §3.5.2.2 has no such error,
     * and identity providers send such removals. Open.
     */
    REMOVE_OF_NOTHING(
            Set.of(ScimSdk.class),
            difference -> difference.is(Op.REMOVE) && difference.isRefused() && difference.changesNothing()),

    /** SCIM-SDK refuses a value beside a remove. RFC 7644 §3.5.2.2 does not speak of one; ours does not look at it. Open. */
    REMOVE_WITH_VALUE(
            Set.of(ScimSdk.class),
            difference -> difference.is(Op.REMOVE) && difference.step().value() != null && difference.isRefused()),

    /** SCIM-SDK's grammar has no {@code $} in names. RFC 7643 §2.4 has {@code $ref}. Ours is right. */
    REF(Set.of(ScimSdk.class), difference -> difference.names("$ref")),

    /** In SCIM-SDK's schema {@code emails.display} is readOnly; RFC 7643 §8.7.1 has readWrite. Ours is right. */
    DISPLAY_OF_EMAILS(Set.of(ScimSdk.class), difference -> difference.names("emails") && difference.names("display")),

    /** SCIM-SDK does not know {@code schemas} as an attribute. RFC 7643 §3 has it. Ours is right. */
    SCHEMAS(Set.of(ScimSdk.class), difference -> difference.names("schemas")),

    /** SCIM-SDK's pattern for userName stops at a line break. RFC 7643 §2.3.1: any Unicode text. Ours is right. */
    LINE_BREAK(
            Set.of(ScimSdk.class),
            difference -> difference.names("userName") && difference.hasText(text -> text.contains("\n")));

    private final BiPredicate<Oracle, PatchDifference> where;

    KnownPatchDifference(Set<Class<? extends Oracle>> whose, Predicate<PatchDifference> where) {
        this((oracle, difference) -> whose.contains(oracle.getClass()) && where.test(difference));
    }

    KnownPatchDifference(BiPredicate<Oracle, PatchDifference> where) {
        this.where = where;
    }

    boolean explains(Oracle oracle, PatchDifference difference) {
        return where.test(oracle, difference);
    }
}
