package au.com.visibuild.scim.protocol.schema;

import java.util.List;

/** The few shapes nearly all SCIM attributes have, as starting points; the withers change one characteristic each. */
final class AttributeDefinitions {

    private AttributeDefinitions() {}

    static AttributeDefinition attribute(String name, AttributeType type, String description) {
        boolean exact = type == AttributeType.BINARY || type == AttributeType.REFERENCE;
        return new AttributeDefinition(
                name,
                type,
                false,
                description,
                false,
                exact,
                Mutability.READ_WRITE,
                Returned.DEFAULT,
                Uniqueness.NONE,
                List.of(),
                List.of(),
                List.of());
    }

    static AttributeDefinition string(String name, String description) {
        return attribute(name, AttributeType.STRING, description);
    }

    static AttributeDefinition complex(String name, String description, AttributeDefinition... subAttributes) {
        return new AttributeDefinition(
                name,
                AttributeType.COMPLEX,
                false,
                description,
                false,
                false,
                Mutability.READ_WRITE,
                Returned.DEFAULT,
                Uniqueness.NONE,
                List.of(),
                List.of(),
                List.of(subAttributes));
    }

    static AttributeDefinition multiValued(AttributeDefinition a) {
        return new AttributeDefinition(
                a.name(),
                a.type(),
                true,
                a.description(),
                a.required(),
                a.caseExact(),
                a.mutability(),
                a.returned(),
                a.uniqueness(),
                a.canonicalValues(),
                a.referenceTypes(),
                a.subAttributes());
    }

    static AttributeDefinition required(AttributeDefinition a) {
        return new AttributeDefinition(
                a.name(),
                a.type(),
                a.multiValued(),
                a.description(),
                true,
                a.caseExact(),
                a.mutability(),
                a.returned(),
                a.uniqueness(),
                a.canonicalValues(),
                a.referenceTypes(),
                a.subAttributes());
    }

    static AttributeDefinition caseExact(AttributeDefinition a) {
        return new AttributeDefinition(
                a.name(),
                a.type(),
                a.multiValued(),
                a.description(),
                a.required(),
                true,
                a.mutability(),
                a.returned(),
                a.uniqueness(),
                a.canonicalValues(),
                a.referenceTypes(),
                a.subAttributes());
    }

    static AttributeDefinition readOnly(AttributeDefinition a) {
        return with(a, Mutability.READ_ONLY, a.returned(), a.uniqueness());
    }

    static AttributeDefinition with(
            AttributeDefinition a, Mutability mutability, Returned returned, Uniqueness unique) {
        return new AttributeDefinition(
                a.name(),
                a.type(),
                a.multiValued(),
                a.description(),
                a.required(),
                a.caseExact(),
                mutability,
                returned,
                unique,
                a.canonicalValues(),
                a.referenceTypes(),
                a.subAttributes());
    }

    static AttributeDefinition canonical(AttributeDefinition a, String... values) {
        return new AttributeDefinition(
                a.name(),
                a.type(),
                a.multiValued(),
                a.description(),
                a.required(),
                a.caseExact(),
                a.mutability(),
                a.returned(),
                a.uniqueness(),
                List.of(values),
                a.referenceTypes(),
                a.subAttributes());
    }

    static AttributeDefinition pointingAt(AttributeDefinition a, String... referenceTypes) {
        return new AttributeDefinition(
                a.name(),
                a.type(),
                a.multiValued(),
                a.description(),
                a.required(),
                a.caseExact(),
                a.mutability(),
                a.returned(),
                a.uniqueness(),
                a.canonicalValues(),
                List.of(referenceTypes),
                a.subAttributes());
    }
}
