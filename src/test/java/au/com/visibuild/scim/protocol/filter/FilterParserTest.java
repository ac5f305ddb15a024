package au.com.visibuild.scim.protocol.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import au.com.visibuild.scim.protocol.attribute.AttributePath;
import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.requirement.Requirement;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterParserTest {

    private static final Set<Leniency> ALL = Set.of(Leniency.values());
    private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";

    /** The examples of RFC 7644 §3.4.2.2, figure 2. */
    static Stream<Arguments> rfcExamples() {
        Filter workEmail = new Filter.ValuePath(
                AttributePath.of("emails"),
                Filter.And.of(text("type", "eq", "work"), text("value", "co", "@example.com")));
        Filter xmpp = new Filter.ValuePath(
                AttributePath.of("ims"), Filter.And.of(text("type", "eq", "xmpp"), text("value", "co", "@foo.com")));
        Filter eitherDomain =
                Filter.Or.of(text("emails", "co", "example.com"), text("emails.value", "co", "example.org"));
        return Stream.of(
                arguments("userName eq \"bjensen\"", text("userName", "eq", "bjensen")),
                arguments("name.familyName co \"O'Malley\"", text("name.familyName", "co", "O'Malley")),
                arguments("userName sw \"J\"", text("userName", "sw", "J")),
                arguments(USER + ":userName sw \"J\"", text(USER + ":userName", "sw", "J")),
                arguments("title pr", present("title")),
                arguments(
                        "meta.lastModified gt \"2011-05-13T04:42:34Z\"",
                        text("meta.lastModified", "gt", "2011-05-13T04:42:34Z")),
                arguments(
                        "meta.lastModified ge \"2011-05-13T04:42:34Z\"",
                        text("meta.lastModified", "ge", "2011-05-13T04:42:34Z")),
                arguments(
                        "meta.lastModified lt \"2011-05-13T04:42:34Z\"",
                        text("meta.lastModified", "lt", "2011-05-13T04:42:34Z")),
                arguments(
                        "meta.lastModified le \"2011-05-13T04:42:34Z\"",
                        text("meta.lastModified", "le", "2011-05-13T04:42:34Z")),
                arguments(
                        "title pr and userType eq \"Employee\"",
                        Filter.And.of(present("title"), text("userType", "eq", "Employee"))),
                arguments(
                        "title pr or userType eq \"Intern\"",
                        Filter.Or.of(present("title"), text("userType", "eq", "Intern"))),
                arguments(
                        "schemas eq \"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User\"",
                        text("schemas", "eq", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User")),
                arguments(
                        "userType eq \"Employee\" and (emails co \"example.com\" or emails.value co \"example.org\")",
                        Filter.And.of(text("userType", "eq", "Employee"), eitherDomain)),
                arguments(
                        "userType ne \"Employee\" and not (emails co \"example.com\" or emails.value co \"example.org\")",
                        Filter.And.of(text("userType", "ne", "Employee"), new Filter.Not(eitherDomain))),
                arguments(
                        "userType eq \"Employee\" and (emails.type eq \"work\")",
                        Filter.And.of(text("userType", "eq", "Employee"), text("emails.type", "eq", "work"))),
                arguments(
                        "userType eq \"Employee\" and emails[type eq \"work\" and value co \"@example.com\"]",
                        Filter.And.of(text("userType", "eq", "Employee"), workEmail)),
                arguments(
                        "emails[type eq \"work\" and value co \"@example.com\"] or ims[type eq \"xmpp\" and value co \"@foo.com\"]",
                        Filter.Or.of(workEmail, xmpp)));
    }

    @ParameterizedTest
    @MethodSource("rfcExamples")
    @Requirement({"FI-05", "FI-15", "FI-19"})
    void theExamplesOfTheRfcParse(String text, Filter expected) {
        assertThat(FilterParser.parse(text)).isEqualTo(expected);
    }

    static Stream<Arguments> precedence() {
        return Stream.of(
                arguments(
                        "a pr or b pr and c pr", Filter.Or.of(present("a"), Filter.And.of(present("b"), present("c")))),
                arguments(
                        "a pr and b pr or c pr", Filter.Or.of(Filter.And.of(present("a"), present("b")), present("c"))),
                arguments(
                        "(a pr or b pr) and c pr",
                        Filter.And.of(Filter.Or.of(present("a"), present("b")), present("c"))),
                arguments("not (a pr) and b pr", Filter.And.of(new Filter.Not(present("a")), present("b"))),
                arguments("not(a pr)", new Filter.Not(present("a"))),
                arguments("NOT (not (a pr))", new Filter.Not(new Filter.Not(present("a")))),
                arguments("a pr and b pr and c pr", Filter.And.of(present("a"), present("b"), present("c"))),
                arguments(
                        "e[not (a pr or b pr) and c pr]",
                        new Filter.ValuePath(
                                AttributePath.of("e"),
                                Filter.And.of(new Filter.Not(Filter.Or.of(present("a"), present("b"))), present("c")))),
                arguments("not pr and and eq true", Filter.And.of(present("not"), bool("and", true))));
    }

    @ParameterizedTest
    @MethodSource("precedence")
    @Requirement({"FI-04", "FI-05"})
    void groupingBindsBeforeNotBeforeAndBeforeOr(String text, Filter expected) {
        assertThat(FilterParser.parse(text)).isEqualTo(expected);
    }

    @Test
    @Requirement("FI-02")
    void keywordsAreTakenInAnyCaseAndWithAnyBlanks() {
        assertThat(FilterParser.parse("\t a  PR \n AND b Eq \"x\" "))
                .isEqualTo(FilterParser.parse("a pr and b eq \"x\""));
    }

    static Stream<Arguments> literals() {
        return Stream.of(
                arguments("true", AttributeValue.Bool.TRUE),
                arguments("false", AttributeValue.Bool.FALSE),
                arguments("null", new AttributeValue.Unassigned()),
                arguments("-12.50e+1", new AttributeValue.Decimal(new BigDecimal("-125"))),
                arguments("0", new AttributeValue.Decimal(BigDecimal.ZERO)),
                arguments("\"\"", AttributeValue.text("")),
                arguments("\"a) and (b\"", AttributeValue.text("a) and (b")),
                arguments("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\"", AttributeValue.text("\"\\/\b\f\n\r\té")),
                arguments("\"\\uD83D\\ude00\"", AttributeValue.text("😀")));
    }

    @ParameterizedTest
    @MethodSource("literals")
    @Requirement("FI-06")
    void literalsAreThoseOfJson(String literal, AttributeValue expected) {
        assertThat(FilterParser.parse("a eq " + literal))
                .isEqualTo(new Filter.Compare(AttributePath.of("a"), CompareOperator.EQ, expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                          | position 1: expected an attribute
            userName                    | position 9: expected an operator
            userName xx "a"             | position 10: expected an operator
            userName eq                 | position 12: expected a string in double quotes
            userName eq bob             | position 13: expected a string in double quotes
            userName eq True            | position 13: expected a string in double quotes
            userName eq 01              | position 13: expected a string in double quotes
            userName eq "a              | position 13: the string that starts here has no closing quote
            userName eq "a\\x"          | position 15: a string knows the escapes
            userName eq "\\u12g4"       | needs four hexadecimal digits
            userName eq "a" "b"         | position 17: expected 'and', 'or' or the end
            userName eq "a" and         | position 20: expected an attribute
            (userName pr                | position 13: expected 'and', 'or' or ')'
            userName pr)                | position 12: expected 'and', 'or' or the end
            not userName pr             | position 5: expected an operator
            emails[type pr              | position 15: expected 'and', 'or' or ']'
            emails[]                    | position 8: expected an attribute
            emails[a[b pr]]             | position 9: expected an operator (brackets cannot be nested)
            emails.value[type pr]       | brackets follow an attribute, not a sub-attribute
            emails[type pr].value pr    | position 16: expected 'and', 'or' or the end
            a.b.c pr                    | position 1: expected an attribute name
            1a pr                       | position 1: expected an attribute name
            a: pr                       | position 1: expected an attribute name
            """)
    @Requirement({"FI-03", "FI-16", "FI-24"})
    void whatTheGrammarDoesNotKnowIsRefusedWithPositionAndExpectation(String text, String detail) {
        assertThatThrownBy(() -> FilterParser.parse(text))
                .isInstanceOfSatisfying(
                        ScimException.class, e -> assertThat(e.error().status()).isEqualTo(400))
                .hasMessageContaining(detail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD800", "a\uDC00b", "a\0b", "\\u0000", "\\ud800", "\\ude00\\ud83d", "a\nb"})
    void textThatNoDatabaseHoldsIsRefused(String content) {
        assertThatThrownBy(() -> FilterParser.parse("userName eq \"" + content + "\""))
                .isInstanceOf(ScimException.class)
                .hasMessageContaining("position");
    }

    @ParameterizedTest
    @ValueSource(strings = {"userName eq bob\uD800", "userName eq bob\0"})
    void anUnquotedWordMustBeTextToo(String text) {
        assertThatThrownBy(() -> FilterParser.parse(text, ALL))
                .isInstanceOf(ScimException.class)
                .hasMessageContaining("not valid Unicode");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'bob'", "‘bob’", "1e1000000000", "99999999999999999999999999999999999999999", "-x", "=x"})
    void whatIsQuotedOtherwiseOrANumberOutOfBoundsIsNoUnquotedWord(String text) {
        assertThatThrownBy(() -> FilterParser.parse("userName eq " + text, Set.of(Leniency.UNQUOTED_WORD)))
                .isInstanceOf(ScimException.class);
    }

    @Test
    void anUnquotedWordIsAStringAfterEqWhenAllowed() {
        assertThat(FilterParser.parse("userName eq bob@example.com", Set.of(Leniency.UNQUOTED_WORD)))
                .isEqualTo(text("userName", "eq", "bob@example.com"));
        assertThatThrownBy(() -> FilterParser.parse("userName sw bob", ALL)).isInstanceOf(ScimException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            emails[type eq "work"].value eq "x"              | emails[type eq "work" and value eq "x"]
            emails[type eq "work" and primary eq true].value pr | emails[type eq "work" and primary eq true and value pr]
            emails[type eq "a" or type eq "b"].value eq "x"  | emails[(type eq "a" or type eq "b") and value eq "x"]
            a pr and e[b pr].c co "x" and d pr               | a pr and e[b pr and c co "x"] and d pr
            """)
    void aSubAttributeAfterAValuePathMovesIntoTheBracketsWhenAllowed(String lenient, String strict) {
        assertThat(FilterParser.parse(lenient, Set.of(Leniency.SUB_ATTRIBUTE_AFTER_VALUE_PATH)))
                .isEqualTo(FilterParser.parse(strict));
    }

    private static Filter text(String path, String operator, String value) {
        CompareOperator compare = CompareOperator.valueOf(operator.toUpperCase(Locale.ROOT));
        return new Filter.Compare(AttributePathParser.parse(path), compare, AttributeValue.text(value));
    }

    private static Filter bool(String path, boolean value) {
        return new Filter.Compare(AttributePath.of(path), CompareOperator.EQ, AttributeValue.Bool.of(value));
    }

    private static Filter present(String path) {
        return new Filter.Present(AttributePathParser.parse(path));
    }
}
