package au.com.visibuild.scim.protocol.filter;

import static au.com.visibuild.scim.protocol.filter.Samples.attribute;
import static au.com.visibuild.scim.protocol.filter.Samples.typed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.error.ScimType;
import au.com.visibuild.scim.protocol.schema.AttributeDefinition;
import au.com.visibuild.scim.protocol.schema.AttributeType;
import au.com.visibuild.scim.protocol.schema.Mutability;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import au.com.visibuild.scim.protocol.schema.Returned;
import au.com.visibuild.scim.protocol.schema.Schema;
import au.com.visibuild.scim.protocol.schema.Uniqueness;
import au.com.visibuild.scim.requirement.Requirement;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FilterTypeCheckTest {

    static Stream<Arguments> operands() {
        return Stream.of(
                arguments("userName eq \"BJensen\"", new Operand.FoldedText("bjensen")),
                arguments("externalId eq \"AbC\"", new Operand.ExactText("AbC")),
                arguments("profileUrl eq \"https://A\"", new Operand.ExactText("https://A")),
                arguments("schemas eq \"urn:x\"", new Operand.ExactText("urn:x")),
                arguments("title eq \"\"", new Operand.FoldedText("")),
                arguments("externalId sw \"\"", new Operand.ExactText("")),
                arguments("active eq true", new Operand.Bool(true)),
                arguments(
                        "meta.created gt \"2024-01-01T12:00:00.1234567+02:00\"",
                        new Operand.Time(Instant.parse("2024-01-01T10:00:00.123456Z"))),
                arguments(
                        "meta.created gt \"2024-01-01T12:00:00\"",
                        new Operand.Time(Instant.parse("2024-01-01T12:00:00Z"))),
                arguments("x509Certificates.value eq \"-_8\"", new Operand.Binary("+/8=")));
    }

    @ParameterizedTest
    @MethodSource("operands")
    @Requirement({"FI-10", "FI-12"})
    void aLiteralTakesTheFormItsAttributeCompares(String filter, Operand expected) {
        assertThat(typed(filter))
                .isInstanceOfSatisfying(
                        TypedFilter.Compare.class,
                        compare -> assertThat(compare.operand()).isEqualTo(expected));
    }

    @Test
    @Requirement({"FI-08", "FI-10"})
    void numbersAreNumericWhateverTheirSpelling() {
        ResourceSchema thing =
                new ResourceSchema("Thing", "/Things", new Schema("urn:t", "T", "", List.of(number())), List.of());

        TypedFilter filter = FilterTypeCheck.check(FilterParser.parse("size ge 1.50"), thing);

        assertThat(filter)
                .isEqualTo(new TypedFilter.Compare(
                        new ResolvedAttribute(null, number(), null),
                        CompareOperator.GE,
                        new Operand.Decimal(new BigDecimal("1.5"))));
        assertThatThrownBy(() -> FilterTypeCheck.check(FilterParser.parse("size co 1"), thing))
                .hasMessageContaining("'size' cannot be compared by 'co'");
        assertThatThrownBy(() -> FilterTypeCheck.check(FilterParser.parse("size eq \"1\""), thing))
                .hasMessageContaining("is of type decimal");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            userNam eq "x"                    | 'userNam', which User does not have
            name.first eq "x"                 | 'name.first', which User does not have
            urn:x:y:userName eq "x"           | 'urn:x:y:userName', which User does not have
            department eq "x"                 | 'department', which User does not have
            title pr or nope pr               | 'nope'
            not (nope pr)                     | 'nope'
            password eq "x"                   | 'password' is never returned
            password pr                       | 'password' is never returned
            password eq null                  | 'password' is never returned
            userName eq true                  | 'userName' is of type string
            userName eq 1                     | 'userName' is of type string
            active eq "true"                  | 'active' is of type boolean
            active gt true                    | 'active' cannot be compared by 'gt'
            active co true                    | 'active' cannot be compared by 'co'
            x509Certificates.value gt "AA=="  | 'x509Certificates.value' cannot be compared by 'gt'
            x509Certificates.value sw "AA=="  | 'x509Certificates.value' cannot be compared by 'sw'
            x509Certificates.value eq "%%"    | 'x509Certificates.value' is of type binary
            meta.created co "2024"            | 'meta.created' cannot be compared by 'co'
            meta.created gt "yesterday"       | 'meta.created' is of type dateTime
            meta.created gt "2024-01-01"      | 'meta.created' is of type dateTime
            meta.created gt "-999999999-01-01T00:00:00Z" | 'meta.created' is of type dateTime
            userName gt null                  | 'userName' cannot be compared by 'gt' with null
            name eq "x"                       | 'name' is complex; name one of its sub-attributes, such as 'name.formatted'
            addresses co "x"                  | 'addresses' is complex
            title[value eq "x"]               | 'title' is neither multi-valued nor complex
            emails[nope eq "x"]               | 'nope' within the brackets of 'emails'
            emails[emails.type eq "x"]        | 'emails.type' within the brackets of 'emails'
            emails[primary eq "x"]            | 'emails.primary' is of type boolean
            """)
    @Requirement({"FI-08", "FI-11", "FI-14", "FI-22", "FI-23"})
    void aFilterThatCannotMeanAnythingIsRefusedAndNamesTheAttribute(String filter, String detail) {
        assertThatThrownBy(() -> typed(filter))
                .isInstanceOfSatisfying(
                        ScimException.class,
                        e -> assertThat(e.error().scimType()).isEqualTo(ScimType.INVALID_FILTER))
                .hasMessageContaining(detail);
    }

    @Test
    @Requirement("FI-20")
    void comparingWithNullAsksForPresence() {
        TypedFilter present = new TypedFilter.Present(attribute("title"));

        assertThat(typed("title ne null")).isEqualTo(present);
        assertThat(typed("title eq null")).isEqualTo(new TypedFilter.Not(present));
        assertThat(typed("name eq null")).isEqualTo(new TypedFilter.Not(new TypedFilter.Present(attribute("name"))));
    }

    @Test
    @Requirement("FI-14")
    void aBareMultiValuedAttributeMeansItsValue() {
        assertThat(typed("emails co \"x\"")).isEqualTo(typed("emails.value co \"x\""));
        assertThat(typed("emails pr")).isEqualTo(new TypedFilter.Present(attribute("emails")));
    }

    @Test
    void theElementsOfASimpleAttributeAreCalledValue() {
        assertThat(typed("schemas[VALUE eq \"urn:x\"]"))
                .isEqualTo(new TypedFilter.ValuePath(
                        attribute("schemas"),
                        new TypedFilter.Compare(
                                attribute("schemas"), CompareOperator.EQ, new Operand.ExactText("urn:x"))));
    }

    @Test
    @Requirement("FI-24")
    void aFilterWithinAnAttributeIsTypedByItsSubAttributes() {
        TypedFilter within = FilterTypeCheck.checkWithin(FilterParser.parse("TYPE eq \"Work\""), attribute("emails"));

        assertThat(within)
                .isEqualTo(new TypedFilter.Compare(
                        attribute("emails.type"), CompareOperator.EQ, new Operand.FoldedText("work")));
        assertThatThrownBy(() -> FilterTypeCheck.checkWithin(FilterParser.parse("a[b pr]"), attribute("emails")))
                .hasMessageContaining("within other brackets");
    }

    @Test
    @Requirement({"AT-01", "FI-02", "FI-19"})
    void namesAndUrnsAreFoundWithoutCase() {
        assertThat(typed("URN:IETF:PARAMS:SCIM:SCHEMAS:CORE:2.0:USER:USERNAME eq \"x\""))
                .isEqualTo(typed("userName eq \"x\""));
    }

    private static AttributeDefinition number() {
        return new AttributeDefinition(
                "size",
                AttributeType.DECIMAL,
                false,
                "",
                false,
                false,
                Mutability.READ_WRITE,
                Returned.DEFAULT,
                Uniqueness.NONE,
                List.of(),
                List.of(),
                List.of());
    }
}
