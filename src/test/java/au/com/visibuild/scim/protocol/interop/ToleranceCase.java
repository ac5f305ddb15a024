package au.com.visibuild.scim.protocol.interop;

import static au.com.visibuild.scim.protocol.interop.Dialects.USER;

import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.error.ScimType;
import au.com.visibuild.scim.protocol.filter.Filter;
import au.com.visibuild.scim.protocol.filter.FilterParser;
import au.com.visibuild.scim.protocol.filter.FilterTypeCheck;
import au.com.visibuild.scim.protocol.patch.PatchRequest;
import au.com.visibuild.scim.protocol.patch.PatchResult;
import au.com.visibuild.scim.protocol.patch.Patches;
import au.com.visibuild.scim.protocol.query.ListQuery;
import au.com.visibuild.scim.protocol.query.SearchRequest;
import au.com.visibuild.scim.protocol.schema.ResourceValidator;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * An input that needs one tolerance and no other.
 *
 * @param strict what the RFC says to it: the error's type, or what becomes of it without the tolerance
 * @param tolerant what becomes of it with the tolerance
 */
record ToleranceCase(
        Tolerance tolerance, String input, Object strict, Object tolerant, Function<Dialect, Outcome> read) {

    /** What a dialect and the strict core behind it make of an input, and by which tolerances. */
    record Outcome(Object result, Set<Tolerance> acted) {}

    static ToleranceCase body(Tolerance tolerance, Object strict, String body, String stored) {
        ComplexValue sent = Patches.object(body);
        return new ToleranceCase(tolerance, body, strict, Patches.object(stored), dialect -> {
            Reading<ComplexValue> reading = dialect.resourceBody(sent, USER);
            return new Outcome(new ResourceValidator(USER).validate(reading.request()), reading.acted());
        });
    }

    static ToleranceCase patch(Tolerance tolerance, Object strict, String before, String after, String operation) {
        ComplexValue message = Patches.message(operation);
        return new ToleranceCase(tolerance, operation, strict, Patches.object(after), dialect -> {
            Reading<PatchRequest> reading = dialect.patchBody(message, USER);
            PatchResult patched = dialect.patchEngine(USER).apply(Patches.object(before), reading.request());
            Set<Tolerance> acted = EnumSet.noneOf(Tolerance.class);
            acted.addAll(reading.acted());
            if (patched.createdMissingElement()) {
                acted.add(Tolerance.T4);
            }
            return new Outcome(patched.attributes(), acted);
        });
    }

    static ToleranceCase filter(Tolerance tolerance, String sent, String meant) {
        Object understood = FilterTypeCheck.check(FilterParser.parse(meant), USER);
        return new ToleranceCase(tolerance, sent, ScimType.INVALID_FILTER, understood, dialect -> {
            Reading<Filter> reading = dialect.filter(sent, USER);
            return new Outcome(FilterTypeCheck.check(reading.request(), USER), reading.acted());
        });
    }

    static ToleranceCase sort(Tolerance tolerance, String sent, String meant) {
        return new ToleranceCase(tolerance, sent, ScimType.INVALID_VALUE, sortKey(meant), dialect -> {
            Reading<String> reading = dialect.sortBy(sent, USER);
            return new Outcome(sortKey(reading.request()), reading.acted());
        });
    }

    /** What this dialect makes of the input: a result, or the type of the error. */
    Object outcome(Dialect dialect) {
        try {
            return read.apply(dialect).result();
        } catch (ScimException refusal) {
            return Objects.requireNonNull(refusal.error().scimType());
        }
    }

    private static Object sortKey(String sortBy) {
        return Objects.requireNonNull(ListQuery.of(SearchRequest.ofParameters(Map.of("sortBy", sortBy)), null, USER)
                .sortBy());
    }

    @Override
    public String toString() {
        return tolerance + " " + input;
    }
}
