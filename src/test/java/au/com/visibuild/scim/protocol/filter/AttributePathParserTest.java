package au.com.visibuild.scim.protocol.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.visibuild.scim.protocol.attribute.AttributePath;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.schema.CoreSchemas;
import au.com.visibuild.scim.requirement.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributePathParserTest {

    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    @Test
    @Requirement("AT-02")
    void aNameMayHaveASubAttribute() {
        assertThat(AttributePathParser.parse("userName")).isEqualTo(AttributePath.of("userName"));
        assertThat(AttributePathParser.parse("groups.$ref")).isEqualTo(AttributePath.of("groups", "$ref"));
    }

    @Test
    @Requirement("FI-19")
    void aUrnEndsAtTheLastColonAlthoughItHasDots() {
        assertThat(AttributePathParser.parse(ENTERPRISE + ":manager.value"))
                .isEqualTo(new AttributePath(ENTERPRISE, "manager", "value"));
    }

    @Test
    void aUrnAloneIsASchemaOnlyWhereItIsKnown() {
        assertThat(AttributePathParser.parse(ENTERPRISE, CoreSchemas.USER_TYPE))
                .isEqualTo(new AttributePath(ENTERPRISE, "", null));
        assertThat(AttributePathParser.parse(ENTERPRISE))
                .isEqualTo(new AttributePath("urn:ietf:params:scim:schemas:extension:enterprise:2.0", "User", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "a.", ".a", "a.b.c", "a b", "a[", ":a", "urn:x:", "urn:é:a", "é", "1a", "a\0", "a,b"})
    @Requirement("AT-02")
    void whatIsNoNameIsAnInvalidPath(String text) {
        assertThatThrownBy(() -> AttributePathParser.parse(text))
                .isInstanceOf(ScimException.class)
                .hasMessageContaining("is not the name of an attribute");
    }

    @Test
    void anErrorShowsALongOrBrokenNameShortAndClean() {
        assertThatThrownBy(() -> AttributePathParser.parse("\uD800" + "x".repeat(5_000)))
                .hasMessageStartingWith("'?xxx")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(150));
    }
}
