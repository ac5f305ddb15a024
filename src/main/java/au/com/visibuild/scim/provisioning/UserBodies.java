package au.com.visibuild.scim.provisioning;

import au.com.visibuild.scim.protocol.attribute.AttributeValue.Bool;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Text;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.filter.FilterTypeCheck;
import au.com.visibuild.scim.protocol.filter.TypedFilter;
import au.com.visibuild.scim.protocol.interop.Dialect;
import au.com.visibuild.scim.protocol.interop.Tolerance;
import au.com.visibuild.scim.protocol.patch.PatchEngine;
import au.com.visibuild.scim.protocol.patch.Replacement;
import au.com.visibuild.scim.protocol.schema.CoreSchemas;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import au.com.visibuild.scim.protocol.schema.ResourceValidator;
import jakarta.enterprise.context.ApplicationScoped;

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

    UserBodies(ProvisioningConfig config) {
        Dialect base = config.tolerant() ? Dialect.standard() : Dialect.strict();
        base = config.createMissingElement() ? base : base.without(Tolerance.T4);
        this.dialect = config.unquotedFilterWord() ? base : base.without(Tolerance.T22);
        this.engine = dialect.patchEngine(TYPE);
    }

    /** The attributes that a POST's body gives. */
    ComplexValue resource(ComplexValue body) {
        return withoutManagersRef(
                VALIDATOR.validate(dialect.resourceBody(body, TYPE).request()));
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
        ComplexValue result =
                engine.apply(current, dialect.patchBody(body, TYPE).request()).attributes();
        return withoutManagersRef(result.has("active") ? result : result.with("active", Bool.FALSE));
    }

    /** A query's filter, checked against the schema. */
    TypedFilter filter(String text) {
        return FilterTypeCheck.check(dialect.filter(text, TYPE).request(), TYPE);
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
