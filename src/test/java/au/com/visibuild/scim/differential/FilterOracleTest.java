package au.com.visibuild.scim.differential;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.BesideTheService;
import au.com.visibuild.scim.platform.AttributeJson;
import au.com.visibuild.scim.protocol.attribute.AttributePath;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.filter.Filter;
import au.com.visibuild.scim.protocol.filter.FilterEvaluator;
import au.com.visibuild.scim.protocol.filter.FilterTypeCheck;
import au.com.visibuild.scim.protocol.filter.TypedFilter;
import au.com.visibuild.scim.protocol.resource.Meta;
import au.com.visibuild.scim.protocol.resource.ResourceVersion;
import au.com.visibuild.scim.protocol.resource.ScimResource;
import au.com.visibuild.scim.protocol.schema.CoreSchemas;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Filters mean to us what they mean to others. Each class of difference has a name and a reason; a difference without one
 * fails. Filters that our types refuse are left out: neither library checks types as we do.
 */
@BesideTheService
class FilterOracleTest {

    private static final int FILTERS = Trials.count(1_000, 10_000);
    private static final int PEOPLE = 12;

    private enum Verdict {
        YES,
        NO,
        REFUSED
    }

    @Test
    void filtersMeanWhatTheyMeanToUnboundId() {
        agreeWith(new UnboundId(), 0.95);
    }

    @Test
    void filtersMeanWhatTheyMeanToScimSdk() {
        agreeWith(new ScimSdk(), 0.5);
    }

    private static void agreeWith(Oracle oracle, double mostly) {
        List<ComplexValue> people = people();
        Map<KnownFilterDifference, Integer> known = new EnumMap<>(KnownFilterDifference.class);
        int[] agreed = {0, 0};
        Trials.run(FILTERS, Filters.about(people), spelled -> {
            SpelledFilter theirs =
                    new SpelledFilter(withoutCore(spelled.filter()), oracle.spelling(spelled.spelling()));
            for (ComplexValue person : people) {
                Verdict ours = ours(theirs.filter(), person);
                agreed[1]++;
                if (ours == Verdict.REFUSED || ours == verdict(oracle, theirs, person)) {
                    agreed[0]++;
                } else {
                    explain(oracle, theirs, person).forEach(difference -> known.merge(difference, 1, Integer::sum));
                }
            }
        });
        System.out.println(oracle.getClass().getSimpleName() + " agrees on " + agreed[0] + " of " + agreed[1]
                + " filters and people; differences " + known);
        assertThat(agreed[0]).isGreaterThan((int) (agreed[1] * mostly));
        if (Trials.isLong()) {
            assertThat(known.keySet())
                    .as("no entry outlives its difference")
                    .containsAll(Arrays.stream(KnownFilterDifference.values())
                            .filter(difference -> difference.isOf(oracle))
                            .toList());
        }
    }

    /** Why they differ on the comparisons of the filter; fails when nothing explains one, or when they differ on none. */
    private static List<KnownFilterDifference> explain(Oracle oracle, SpelledFilter filter, ComplexValue person) {
        List<KnownFilterDifference> reasons = new ArrayList<>();
        for (FilterLeaf leaf : FilterLeaf.of(filter.filter(), person)) {
            if (KnownFilterDifference.ESCAPES.explains(oracle, leaf)) {
                // Then the whole filter cannot be read, or is cut off in the middle.
                return List.of(KnownFilterDifference.ESCAPES);
            }
            SpelledFilter one = new SpelledFilter(leaf.filter(), filter.spelling());
            Verdict ours = ours(one.filter(), leaf.person());
            Verdict theirs = verdict(oracle, one, leaf.person());
            if (ours != theirs) {
                reasons.add(reason(oracle, leaf, one + ": ours " + ours + ", theirs " + theirs));
            }
        }
        if (reasons.isEmpty() && !(oracle.splitsBrackets() && hasLogicInBrackets(filter.filter()))) {
            throw new AssertionError(
                    "They agree on each comparison and not on the whole, for " + AttributeJson.write(person));
        }
        return reasons;
    }

    private static KnownFilterDifference reason(Oracle oracle, FilterLeaf leaf, String verdicts) {
        for (KnownFilterDifference difference : KnownFilterDifference.values()) {
            if (difference.explains(oracle, leaf)) {
                return difference;
            }
        }
        throw new AssertionError(verdicts + ", for " + AttributeJson.write(leaf.person()));
    }

    private static boolean hasLogicInBrackets(Filter filter) {
        return switch (filter) {
            case Filter.And(var operands) -> operands.stream().anyMatch(FilterOracleTest::hasLogicInBrackets);
            case Filter.Or(var operands) -> operands.stream().anyMatch(FilterOracleTest::hasLogicInBrackets);
            case Filter.Not(var operand) -> hasLogicInBrackets(operand);
            case Filter.ValuePath(var _, var inner) ->
                !(inner instanceof Filter.Compare || inner instanceof Filter.Present);
            case Filter.Compare _, Filter.Present _ -> false;
        };
    }

    private static Verdict ours(Filter filter, ComplexValue person) {
        try {
            TypedFilter typed = FilterTypeCheck.check(filter, CoreSchemas.USER_TYPE);
            return FilterEvaluator.matches(typed, person) ? Verdict.YES : Verdict.NO;
        } catch (ScimException _) {
            return Verdict.REFUSED;
        }
    }

    private static Verdict verdict(Oracle oracle, SpelledFilter filter, ComplexValue person) {
        try {
            return oracle.matches(filter.text(), PatchJson.node(person)) ? Verdict.YES : Verdict.NO;
        } catch (Exception _) {
            return Verdict.REFUSED;
        }
    }

    /** The core schema's URN says nothing, and to UnboundID, which knows no schema, it is an extension's. */
    private static Filter withoutCore(Filter filter) {
        return switch (filter) {
            case Filter.And(var operands) ->
                new Filter.And(
                        operands.stream().map(FilterOracleTest::withoutCore).toList());
            case Filter.Or(var operands) ->
                new Filter.Or(
                        operands.stream().map(FilterOracleTest::withoutCore).toList());
            case Filter.Not(var operand) -> new Filter.Not(withoutCore(operand));
            case Filter.ValuePath(var path, var inner) -> new Filter.ValuePath(withoutCore(path), inner);
            case Filter.Compare(var path, var operator, var literal) ->
                new Filter.Compare(withoutCore(path), operator, literal);
            case Filter.Present(var path) -> new Filter.Present(withoutCore(path));
        };
    }

    private static AttributePath withoutCore(AttributePath path) {
        @Nullable String urn = path.schema();
        return urn != null && urn.equalsIgnoreCase(CoreSchemas.USER.id())
                ? new AttributePath(null, path.name(), path.subAttribute())
                : path;
    }

    private static List<ComplexValue> people() {
        List<ComplexValue> people = new ArrayList<>();
        Meta meta = new Meta(
                "User",
                Instant.parse("2026-01-31T09:30:00Z"),
                Instant.parse("2026-01-31T09:30:00.5Z"),
                new ResourceVersion(3));
        Trials.generate(
                PEOPLE,
                People.stored(0.6),
                attributes -> people.add(new ScimResource("id-" + people.size(), attributes, meta)
                        .representation("https://scim.example/Users/" + people.size())));
        return people;
    }
}
