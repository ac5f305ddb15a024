package au.com.visibuild.scim.differential;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Bool;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Decimal;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.schema.AttributeDefinition;
import au.com.visibuild.scim.protocol.schema.CommonAttributes;
import au.com.visibuild.scim.protocol.schema.CoreSchemas;
import au.com.visibuild.scim.protocol.schema.Mutability;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import au.com.visibuild.scim.protocol.schema.ResourceValidator;
import au.com.visibuild.scim.protocol.schema.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random people with values for every attribute of User and EnterpriseUser that a client may write. */
final class People {

    private static final List<String> BINARIES = List.of("", "AA==", "AQ", "-_8=", "+/8=", "TWFu", "TWFuTWFu");
    private static final List<String> TIMES =
            List.of("2026-01-31T09:30:00Z", "2026-01-31T19:30:00+10:00", "2026-02-01T00:00:00.5Z");
    private static final double SUB_IS_THERE = 0.6;

    private People() {}

    /** Users in the form in which they are stored; each attribute is there with that probability. */
    static Arbitrary<ComplexValue> stored(double probability) {
        return stored(CoreSchemas.USER_TYPE, probability);
    }

    /** The same for any type of resource. */
    static Arbitrary<ComplexValue> stored(ResourceSchema type, double probability) {
        List<Arbitrary<Optional<ComplexValue.Member>>> members = new ArrayList<>();
        members.add(member(CommonAttributes.EXTERNAL_ID, probability));
        members.addAll(members(type.core(), probability));
        List<AttributeValue> schemas =
                new ArrayList<>(List.of(AttributeValue.text(type.core().id())));
        for (Schema extension : type.extensions()) {
            schemas.add(AttributeValue.text(extension.id()));
            members.add(object(members(extension, probability))
                    .map(object -> Optional.of(new ComplexValue.Member(extension.id(), new Complex(object)))));
        }
        ResourceValidator validator = new ResourceValidator(type);
        return object(members).map(body -> validator.validate(body.with("schemas", new Multi(schemas))));
    }

    private static List<Arbitrary<Optional<ComplexValue.Member>>> members(Schema schema, double probability) {
        List<Arbitrary<Optional<ComplexValue.Member>>> members = new ArrayList<>();
        for (AttributeDefinition attribute : schema.attributes()) {
            boolean isStored =
                    attribute.mutability() == Mutability.READ_WRITE || attribute.mutability() == Mutability.IMMUTABLE;
            if (isStored) {
                members.add(member(attribute, probability));
            }
        }
        return members;
    }

    /** A whole value of the attribute, as its schema wants it. */
    static Arbitrary<AttributeValue> value(AttributeDefinition attribute) {
        return attribute.multiValued()
                ? element(attribute).list().ofMinSize(1).ofMaxSize(3).map(People::withOnePrimary)
                : element(attribute);
    }

    /** One element of a multi-valued attribute, or the value of another. */
    static Arbitrary<AttributeValue> element(AttributeDefinition attribute) {
        return switch (attribute.type()) {
            case BOOLEAN -> Arbitraries.of(Bool.TRUE, Bool.FALSE);
            case BINARY -> Arbitraries.of(BINARIES).map(AttributeValue::text);
            case COMPLEX -> {
                List<Arbitrary<Optional<ComplexValue.Member>>> members = new ArrayList<>();
                for (AttributeDefinition sub : attribute.subAttributes()) {
                    if (sub.mutability() != Mutability.READ_ONLY) {
                        members.add(member(sub, SUB_IS_THERE));
                    }
                }
                yield object(members).map(Complex::new);
            }
            case STRING, REFERENCE -> text(attribute).map(AttributeValue::text);
            case DECIMAL, INTEGER ->
                Arbitraries.integers().between(-2, 2).map(number -> new Decimal(BigDecimal.valueOf(number)));
            case DATE_TIME -> Arbitraries.of(TIMES).map(AttributeValue::text);
        };
    }

    /** Few different texts, so that values meet; the canonical ones of an attribute more often. */
    private static Arbitrary<String> text(AttributeDefinition attribute) {
        if (attribute.required()) {
            return Texts.any().filter(text -> !text.isBlank());
        }
        return attribute.canonicalValues().isEmpty()
                ? Texts.any()
                : Arbitraries.frequencyOf(
                        Tuple.of(4, Arbitraries.of(attribute.canonicalValues())), Tuple.of(1, Texts.any()));
    }

    private static Arbitrary<Optional<ComplexValue.Member>> member(AttributeDefinition attribute, double probability) {
        return value(attribute)
                .map(value -> new ComplexValue.Member(attribute.name(), value))
                .optional(attribute.required() ? 1 : probability);
    }

    private static Arbitrary<ComplexValue> object(List<Arbitrary<Optional<ComplexValue.Member>>> members) {
        return Combinators.combine(members).as(chosen -> {
            ComplexValue.Builder object = ComplexValue.builder();
            chosen.forEach(member -> member.ifPresent(there -> object.put(there.name(), there.value())));
            return object.build();
        });
    }

    private static AttributeValue withOnePrimary(List<AttributeValue> elements) {
        List<AttributeValue> kept = new ArrayList<>();
        boolean primary = false;
        for (AttributeValue element : elements) {
            boolean isPrimary = element instanceof Complex(var members) && Bool.TRUE.equals(members.get("primary"));
            kept.add(
                    isPrimary && primary && element instanceof Complex(var members)
                            ? new Complex(members.with("primary", Bool.FALSE))
                            : element);
            primary = primary || isPrimary;
        }
        return new Multi(kept);
    }
}
