package au.com.visibuild.scim.protocol.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Bool;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Decimal;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Text;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.requirement.Requirement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every writable attribute of User, taken from the schema, with every shape that it must not have. */
class AttributeTypesTest {

    private static final List<AttributeValue> SHAPES = List.of(
            AttributeValue.text("no base64!"),
            Bool.TRUE,
            new Decimal(new BigDecimal("1.5")),
            Multi.of(AttributeValue.text("x")),
            new Complex(ComplexValue.EMPTY.with("x", Bool.TRUE)));

    private final ResourceValidator validator = new ResourceValidator(CoreSchemas.USER_TYPE);

    /** A path of the schema, in canonical spelling. */
    record Target(ResolvedAttribute attribute) {
        @Override
        public String toString() {
            return attribute.path();
        }
    }

    @ParameterizedTest
    @MethodSource("writableAttributes")
    @Requirement({"AT-05", "AT-06", "AT-09"})
    void aWrongTypeIsRefusedByItsPlace(Target target) {
        int refused = 0;
        for (AttributeValue shape : SHAPES) {
            if (isRight(target.attribute().leaf(), shape)) {
                continue;
            }
            ComplexValue body = bodyWith(target.attribute(), shape);

            ScimException thrown = catchThrowableOfType(ScimException.class, () -> validator.validate(body));

            assertThat(thrown).as(target + " given " + shape).isNotNull();
            assertThat(thrown.error().detail()).startsWith(place(target.attribute()));
            assertThat(thrown.error().detail()).containsAnyOf("expected a", "not base64");
            refused++;
        }
        assertThat(refused).isGreaterThanOrEqualTo(SHAPES.size() - 1);
    }

    @ParameterizedTest
    @MethodSource("writableAttributes")
    @Requirement("PATCH-07")
    void aWrongTypeIsRefusedInAPatchToo(Target target) {
        for (AttributeValue shape : SHAPES) {
            AttributeDefinition leaf = target.attribute().leaf();
            boolean oneElement = leaf.multiValued() && shape instanceof Complex;
            if (isRight(leaf, shape) || oneElement) {
                continue;
            }

            ScimException thrown =
                    catchThrowableOfType(ScimException.class, () -> validator.validateValue(target.attribute(), shape));

            assertThat(thrown).as(target + " given " + shape).isNotNull();
            assertThat(thrown.error().detail()).startsWith(target.toString());
        }
    }

    @Test
    void theSchemaGivesAllWritableAttributes() {
        assertThat(writableAttributes()).hasSize(71);
    }

    static Stream<Target> writableAttributes() {
        List<Target> targets = new ArrayList<>();
        add(targets, null, CommonAttributes.EXTERNAL_ID);
        CoreSchemas.USER.attributes().forEach(attribute -> add(targets, null, attribute));
        CoreSchemas.ENTERPRISE_USER
                .attributes()
                .forEach(attribute -> add(targets, CoreSchemas.ENTERPRISE_USER, attribute));
        return targets.stream();
    }

    private static void add(List<Target> targets, @Nullable Schema extension, AttributeDefinition attribute) {
        if (attribute.mutability() == Mutability.READ_ONLY) {
            return;
        }
        targets.add(new Target(new ResolvedAttribute(extension, attribute, null)));
        for (AttributeDefinition sub : attribute.subAttributes()) {
            if (sub.mutability() != Mutability.READ_ONLY) {
                targets.add(new Target(new ResolvedAttribute(extension, attribute, sub)));
            }
        }
    }

    private static boolean isRight(AttributeDefinition leaf, AttributeValue shape) {
        if (leaf.multiValued()) {
            return false;
        }
        return switch (leaf.type()) {
            case STRING, REFERENCE -> shape instanceof Text;
            case BOOLEAN -> shape instanceof Bool;
            // An object of the wrong members is another fault, told by another test.
            case COMPLEX -> shape instanceof Complex;
            case BINARY -> false;
            case DECIMAL, INTEGER, DATE_TIME -> throw new AssertionError("User has none: " + leaf.name());
        };
    }

    private static ComplexValue bodyWith(ResolvedAttribute target, AttributeValue shape) {
        AttributeValue value = shape;
        AttributeDefinition sub = target.subAttribute();
        if (sub != null) {
            Complex parent = new Complex(ComplexValue.EMPTY.with(sub.name(), shape));
            value = target.attribute().multiValued() ? Multi.of(parent) : parent;
        }
        ComplexValue valid = ComplexValue.EMPTY
                .with(
                        "schemas",
                        Multi.of(
                                AttributeValue.text(CoreSchemas.USER.id()),
                                AttributeValue.text(CoreSchemas.ENTERPRISE_USER.id())))
                .with("userName", AttributeValue.text("bjensen"));
        String name = target.attribute().name();
        return target.extension() == null
                ? valid.with(name, value)
                : valid.with(target.extension().id(), new Complex(ComplexValue.EMPTY.with(name, value)));
    }

    private static String place(ResolvedAttribute target) {
        AttributeDefinition sub = target.subAttribute();
        String parent =
                target.parent().path() + (sub != null && target.attribute().multiValued() ? "[0]" : "");
        return sub == null ? parent : parent + "." + sub.name();
    }
}
