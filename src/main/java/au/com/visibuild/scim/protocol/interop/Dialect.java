package au.com.visibuild.scim.protocol.interop;

import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.filter.Filter;
import au.com.visibuild.scim.protocol.patch.MissingElement;
import au.com.visibuild.scim.protocol.patch.PatchEngine;
import au.com.visibuild.scim.protocol.patch.PatchOperation;
import au.com.visibuild.scim.protocol.patch.PatchRequest;
import au.com.visibuild.scim.protocol.patch.ValueDepth;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The SCIM that a service understands: the RFC and a set of tolerances. Immutable. */
public final class Dialect {

    private static final Dialect STRICT = new Dialect(EnumSet.noneOf(Tolerance.class));
    private static final Dialect STANDARD = new Dialect(EnumSet.allOf(Tolerance.class));

    private final Set<Tolerance> tolerances;

    private Dialect(EnumSet<Tolerance> tolerances) {
        this.tolerances = Collections.unmodifiableSet(tolerances);
    }

    /** The RFC and nothing else. */
    public static Dialect strict() {
        return STRICT;
    }

    /** The RFC with every tolerance. */
    public static Dialect standard() {
        return STANDARD;
    }

    /** This dialect without some of its tolerances. */
    public Dialect without(Tolerance... refused) {
        return without(Arrays.asList(refused));
    }

    /** This dialect without some of its tolerances. */
    public Dialect without(Collection<Tolerance> refused) {
        EnumSet<Tolerance> fewer = EnumSet.noneOf(Tolerance.class);
        fewer.addAll(tolerances);
        fewer.removeAll(refused);
        return new Dialect(fewer);
    }

    /** Whether the dialect has the tolerance. */
    public boolean grants(Tolerance tolerance) {
        return tolerances.contains(tolerance);
    }

    /**
     * The body of a POST or PUT, ready for the validator.
     *
     * @throws ScimException {@code invalidSyntax} when it is nested too deeply to be looked at
     */
    public Reading<ComplexValue> resourceBody(ComplexValue body, ResourceSchema schema) {
        ValueDepth.requireShallow(new Complex(body));
        return new Rewriting<>(body, tolerances, schema)
                .through(Quirks.OF_BODIES)
                .reading();
    }

    /**
     * The body of a PATCH, ready for {@link #patchEngine}. Operations that concern nothing the service has are gone;
     * the request may have none left, and then changes nothing.
     *
     * @throws ScimException when it is no PatchOp message, or comes to too many operations
     */
    public Reading<PatchRequest> patchBody(ComplexValue body, ResourceSchema schema) {
        Rewriting<ComplexValue> message = new Rewriting<>(body, tolerances, schema).through(Quirks.OF_PATCH_MESSAGES);
        List<PatchOperation> parsed = PatchRequest.parse(message.request()).operations();
        Rewriting<List<PatchOperation>> operations =
                new Rewriting<>(parsed, tolerances, schema).through(Quirks.OF_OPERATIONS);
        EnumSet<Tolerance> acted = EnumSet.noneOf(Tolerance.class);
        acted.addAll(message.acted());
        acted.addAll(operations.acted());
        return new Reading<>(new PatchRequest(operations.request()), acted);
    }

    /** The engine that applies what {@link #patchBody} read; whether T4 acted is in its result. */
    public PatchEngine patchEngine(ResourceSchema schema) {
        return new PatchEngine(schema, grants(Tolerance.T4) ? new ElementFromFilter() : MissingElement.NO_TARGET);
    }

    /**
     * The text of a filter, ready for the type check.
     *
     * @throws ScimException {@code invalidFilter}
     */
    public Reading<Filter> filter(String text, ResourceSchema schema) {
        Reading<Filter> parsed = LenientFilter.parse(text, tolerances);
        Rewriting<Filter> rewritten = new Rewriting<>(parsed.request(), tolerances, schema).through(Quirks.OF_FILTERS);
        EnumSet<Tolerance> acted = EnumSet.noneOf(Tolerance.class);
        acted.addAll(parsed.acted());
        acted.addAll(rewritten.acted());
        return new Reading<>(rewritten.request(), acted);
    }

    /** The name of the attribute to sort by. */
    public Reading<String> sortBy(String text, ResourceSchema schema) {
        String name = grants(Tolerance.T26) ? BareNames.qualified(text.strip(), schema) : text;
        return new Reading<>(name, name.strip().equals(text.strip()) ? Set.of() : Set.of(Tolerance.T26));
    }
}
