package au.com.visibuild.scim.protocol.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import au.com.visibuild.scim.protocol.attribute.AttributePath;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.error.ScimType;
import au.com.visibuild.scim.protocol.schema.CoreSchemas;
import au.com.visibuild.scim.requirement.Requirement;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuePathExpressionTest {

    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:User";

    static Stream<Arguments> paths() {
        Filter work = FilterParser.parse("type eq \"work\"");
        AttributePath emails = AttributePath.of("emails");
        return Stream.of(
                arguments("emails", new ValuePathExpression(emails, null, null)),
                arguments("name.familyName", new ValuePathExpression(AttributePath.of("name"), null, "familyName")),
                arguments("emails[type eq \"work\"]", new ValuePathExpression(emails, work, null)),
                arguments("emails[type eq \"work\"].value", new ValuePathExpression(emails, work, "value")),
                arguments(ENTERPRISE, new ValuePathExpression(new AttributePath(ENTERPRISE, "", null), null, null)),
                arguments(
                        ENTERPRISE + ":manager.value",
                        new ValuePathExpression(new AttributePath(ENTERPRISE, "manager", null), null, "value")),
                arguments(
                        CORE + ":emails[type eq \"work\"].value",
                        new ValuePathExpression(new AttributePath(CORE, "emails", null), work, "value")));
    }

    @ParameterizedTest
    @MethodSource("paths")
    @Requirement("PATCH-05")
    void eachFormOfAPatchPathIsRead(String text, ValuePathExpression expected) {
        assertThat(parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "emails.",
                "emails.value.x",
                "[type pr]",
                "name.first[type pr]",
                ENTERPRISE + "[type pr]",
                "emails[type pr",
                "emails[type pr]value",
                "emails[type pr].",
                "emails[type pr].value.x",
                "emails[type pr].value x",
                "emails[type pr][type pr]",
                "emails[type pr)",
                "emails]"
            })
    @Requirement("PATCH-05")
    void aMalformedPathIsAnInvalidPath(String text) {
        assertThat(typeOfFailure(text)).isEqualTo(ScimType.INVALID_PATH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"emails[]", "emails[type]", "emails[type eq work]", "emails[type eq \"work]", "emails[a[b pr]]"})
    @Requirement("PATCH-05")
    void aMalformedFilterInAPathIsAnInvalidFilter(String text) {
        assertThat(typeOfFailure(text)).isEqualTo(ScimType.INVALID_FILTER);
    }

    @Test
    void theLimitsOfFiltersHoldWithinAPath() {
        assertThatThrownBy(() -> parse("emails[" + "(".repeat(100) + "type pr")).hasMessageContaining("deeper than 32");
        assertThatThrownBy(() -> parse("emails[type eq \"" + "x".repeat(10_000) + "\"]"))
                .hasMessageContaining("longer than 8192");
    }

    @Test
    void theLenienciesOfFiltersHoldWithinAPath() {
        assertThat(ValuePathExpression.parse(
                        "emails[type eq work].value", CoreSchemas.USER_TYPE, Set.of(Leniency.UNQUOTED_WORD)))
                .isEqualTo(parse("emails[type eq \"work\"].value"));
    }

    private static ValuePathExpression parse(String text) {
        return ValuePathExpression.parse(text, CoreSchemas.USER_TYPE, Set.of());
    }

    private static @Nullable ScimType typeOfFailure(String text) {
        try {
            throw new AssertionError("was read as " + parse(text));
        } catch (ScimException e) {
            return e.error().scimType();
        }
    }
}
