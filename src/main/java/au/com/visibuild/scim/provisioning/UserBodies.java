package au.com.visibuild.scim.provisioning;

import au.com.visibuild.scim.protocol.attribute.AttributeValue.Bool;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Text;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.filter.Filter;
import au.com.visibuild.scim.protocol.filter.FilterTypeCheck;
import au.com.visibuild.scim.protocol.filter.TypedFilter;
import au.com.visibuild.scim.protocol.interop.Dialect;
import au.com.visibuild.scim.protocol.interop.Reading;
import au.com.visibuild.scim.protocol.interop.Tolerance;
import au.com.visibuild.scim.protocol.patch.PatchEngine;
import au.com.visibuild.scim.protocol.patch.PatchRequest;
import au.com.visibuild.scim.protocol.patch.PatchResult;
import au.com.visibuild.scim.protocol.patch.Replacement;
import au.com.visibuild.scim.protocol.query.ListQuery;
import au.com.visibuild.scim.protocol.query.SearchRequest;
import au.com.visibuild.scim.protocol.schema.CoreSchemas;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import au.com.visibuild.scim.protocol.schema.ResourceValidator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From what an identity provider sent to what a person's attributes become: the dialect first, then the strict core. */
@ApplicationScoped
public class UserBodies {

    private static final ResourceSchema TYPE = CoreSchemas.USER_TYPE;

    private static final String ENTERPRISE = CoreSchemas.ENTERPRISE_USER.id();
    private static final Multi SCHEMAS =
            Multi.of(new Text(CoreSchemas.USER.id()), new Text(CoreSchemas.ENTERPRISE_USER.id()));
    private static final ResourceValidator VALIDATOR = new ResourceValidator(TYPE);

    private final Dialect dialect;
    private final PatchEngine engine;
    private final ToleranceMetrics metrics;

    UserBodies(ProvisioningConfig config, ToleranceMetrics metrics) {
        Dialect base = config.tolerant() ? Dialect.standard() : Dialect.strict();
        this.dialect = base.without(config.tolerancesOff().orElse(Set.of()));
        this.engine = dialect.patchEngine(TYPE);
        this.metrics = metrics;
    }

    /** The attributes that a POST's body gives. */
    ComplexValue resource(ComplexValue body) {
        Reading<ComplexValue> read = dialect.resourceBody(body, TYPE);
        metrics.acted(read.acted());
        return withoutManagersRef(VALIDATOR.validate(read.request()));
    }

    /** The attributes after a PUT; {@code active} stays as it is unless it is sent. */
    ComplexValue replacement(ComplexValue current, ComplexValue body) {
        return Replacement.apply(current, resource(body), TYPE).attributes();
    }

    /** Attributes that were changed here, checked as if they had been sent. */
    ComplexValue edited(ComplexValue attributes) {
        return withoutManagersRef(VALIDATOR.validate(attributes.with("schemas", SCHEMAS)));
    }

    /** The attributes after a PATCH; a removed {@code active} means switched off. */
    ComplexValue patched(ComplexValue current, ComplexValue body) {
        Reading<PatchRequest> read = dialect.patchBody(body, TYPE);
        metrics.acted(read.acted());
        PatchResult patched = engine.apply(current, read.request());
        if (patched.createdMissingElement()) {
            metrics.acted(Set.of(Tolerance.T4));
        }
        ComplexValue result = patched.attributes();
        return withoutManagersRef(result.has("active") ? result : result.with("active", Bool.FALSE));
    }

    /** A query, its filter and its sort key read in the dialect and checked against the schema. */
    ListQuery query(SearchRequest request) {
        Set<Tolerance> acted = EnumSet.noneOf(Tolerance.class);
        TypedFilter filter = null;
        if (request.filter() != null) {
            Reading<Filter> read = dialect.filter(request.filter(), TYPE);
            acted.addAll(read.acted());
            filter = FilterTypeCheck.check(read.request(), TYPE);
        }
        String sortBy = null;
        if (request.sortBy() != null) {
            Reading<String> read = dialect.sortBy(request.sortBy(), TYPE);
            acted.addAll(read.acted());
            sortBy = read.request();
        }
        metrics.acted(acted);
        return ListQuery.of(sortedBy(sortBy, request), filter, TYPE);
    }

    private static SearchRequest sortedBy(@Nullable String sortBy, SearchRequest request) {
        return new SearchRequest(
                request.attributes(),
                request.excludedAttributes(),
                request.filter(),
                sortBy,
                request.sortOrder(),
                request.startIndex(),
                request.count(),
                request.cursor());
    }

    /**
     * A manager is kept by {@code value} alone: {@code $ref} is ours to say when it is asked for, and a client that sends
     * back what it read must not thereby change anything.
     */
    private static ComplexValue withoutManagersRef(ComplexValue attributes) {
        if (attributes.get(ENTERPRISE) instanceof Complex(var enterprise)
                && enterprise.get("manager") instanceof Complex(var manager)
                && manager.has("$ref")) {
            ComplexValue kept = enterprise.with("manager", new Complex(manager.without("$ref")));
            return attributes.with(ENTERPRISE, new Complex(kept));
        }
        return attributes;
    }
}
