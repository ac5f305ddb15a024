package au.com.visibuild.scim.protocol.filter;

import static au.com.visibuild.scim.protocol.filter.Samples.ENTERPRISE;
import static au.com.visibuild.scim.protocol.filter.Samples.array;
import static au.com.visibuild.scim.protocol.filter.Samples.attribute;
import static au.com.visibuild.scim.protocol.filter.Samples.object;
import static au.com.visibuild.scim.protocol.filter.Samples.typed;
import static au.com.visibuild.scim.protocol.filter.Samples.value;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.requirement.Requirement;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterEvaluatorTest {

    private static final ComplexValue BARBARA = object(
            "schemas",
            array("urn:ietf:params:scim:schemas:core:2.0:User", ENTERPRISE),
            "id",
            "2819c223",
            "externalId",
            "AbC",
            "userName",
            "BJensen",
            "name",
            object("givenName", "Bárbara", "familyName", ""),
            "title",
            "",
            "active",
            false,
            "emails",
            array(
                    object("type", "work", "value", "Barbara@Example.com", "primary", true),
                    object("type", "home", "value", "babs@jensen.org"),
                    object("value", "")),
            "phoneNumbers",
            array(),
            "addresses",
            array(object("type", "")),
            "x509Certificates",
            array(object("value", "-_8=")),
            "meta",
            object("created", "2024-01-01T02:00:00.000000+02:00", "version", "W/\"a\""),
            ENTERPRISE.toUpperCase(Locale.ROOT),
            object("DEPARTMENT", "Tools", "manager", object("value", "m1")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userName eq \"bjensen\"",
                "userName eq \"ｂjensen\"",
                "externalId eq \"AbC\"",
                "not (externalId eq \"abc\")",
                "name.givenName eq \"BA\u0301RBARA\"",
                "userName sw \"BJENSEN\" and userName ew \"bjensen\" and userName co \"JEN\"",
                "userName gt \"BJ\" and userName lt \"c\" and userName ge \"bjensen\" and userName le \"bjensen\"",
                "active eq false and active pr and active ne true",
                "meta.created eq \"2024-01-01T00:00:00Z\"",
                "meta.created ge \"2023-12-31T23:00:00-01:00\" and meta.created lt \"2024-01-01T00:00:00.000001Z\"",
                "x509Certificates.value eq \"+/8\"",
                "schemas eq \"" + ENTERPRISE + "\"",
                "schemas[value eq \"" + ENTERPRISE + "\"]",
                ENTERPRISE + ":department eq \"tools\"",
                ENTERPRISE + ":manager.value eq \"M1\"",
                ENTERPRISE + ":manager[value eq \"m1\"]",
                "emails co \"JENSEN.org\"",
                "emails.type eq \"home\" and emails.value sw \"barbara\"",
                "emails[type eq \"work\" and value ew \"@example.com\" and primary eq true]",
                "emails[type eq \"home\" and primary ne true]",
                "emails[type eq \"home\" and primary eq false]",
                "emails.primary eq false and emails.primary eq true",
                "emails.primary ne false and emails.primary ne true",
                "phoneNumbers.primary ne false and phoneNumbers.primary ne true",
                "emails[not (type eq \"work\")]",
                "name[givenName pr]"
            })
    @Requirement({"AT-20", "FI-01", "FI-07", "FI-10", "FI-12", "FI-13", "FI-15", "FI-18", "I18N-02"})
    void matches(String filter) {
        assertThat(FilterEvaluator.matches(typed(filter), BARBARA)).as(filter).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "externalId eq \"abc\"",
                "externalId co \"bc\"",
                "emails[type eq \"home\" and value sw \"barbara\"]",
                "emails[primary eq true and type eq \"home\"]",
                "emails[primary ne false and type eq \"home\"]",
                "emails[type eq \"home\" and primary pr]",
                "phoneNumbers.primary eq false",
                "emails[type eq null]",
                "phoneNumbers[type ne \"work\"]",
                "not (emails pr)",
                "name[familyName pr]",
                "schemas eq \"" + "urn:IETF" + "\"",
                "nickName eq \"\"",
                "title eq \"\"",
                "nickName sw \"\"",
                ENTERPRISE + ":costCenter pr"
            })
    @Requirement({"AT-20", "FI-01", "FI-12", "FI-15"})
    void doesNotMatch(String filter) {
        assertThat(FilterEvaluator.matches(typed(filter), BARBARA)).as(filter).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "nickName", "name.familyName", "phoneNumbers", "phoneNumbers.value", "addresses"})
    @Requirement({"AT-19", "FI-09", "FI-20", "FI-21"})
    void whatHoldsNothingIsNotPresentAndDiffersFromEverything(String path) {
        assertThat(FilterEvaluator.matches(typed(path + " pr"), BARBARA)).isFalse();
        assertThat(FilterEvaluator.matches(typed(path + " eq null"), BARBARA)).isTrue();
        assertThat(FilterEvaluator.matches(typed(path + " ne null"), BARBARA)).isFalse();
        if (!path.equals("addresses")) {
            assertThat(FilterEvaluator.matches(typed(path + " ne \"x\""), BARBARA))
                    .isTrue();
        }
    }

    @Test
    @Requirement({"FI-07", "FI-13", "FI-21"})
    void neOnAMultiValuedAttributeMatchesWhenAnyValueDiffers() {
        ComplexValue onlyWork = object("emails", array(object("type", "work"), object("value", "x")));

        assertThat(FilterEvaluator.matches(typed("emails.type ne \"work\""), BARBARA))
                .isTrue();
        assertThat(FilterEvaluator.matches(typed("emails.type ne \"work\""), onlyWork))
                .isFalse();
        assertThat(FilterEvaluator.matches(typed("emails.type ne \"work\""), ComplexValue.EMPTY))
                .isTrue();
    }

    @Test
    void aValueOfAnotherTypeIsNoValue() {
        ComplexValue odd = object("active", "true", "userName", true, "emails", "x");

        assertThat(FilterEvaluator.matches(typed("active pr"), odd)).isFalse();
        assertThat(FilterEvaluator.matches(typed("userName pr"), odd)).isFalse();
        assertThat(FilterEvaluator.matches(typed("emails pr"), odd)).isFalse();
    }

    @Test
    @Requirement("FI-15")
    void oneElementIsJudgedByItself() {
        TypedFilter work = FilterTypeCheck.checkWithin(
                FilterParser.parse("type eq \"work\" and not (value pr)"), attribute("emails"));
        TypedFilter urn = FilterTypeCheck.checkWithin(FilterParser.parse("value eq \"urn:x\""), attribute("schemas"));

        assertThat(FilterEvaluator.matchesElement(work, value(object("type", "WORK"))))
                .isTrue();
        assertThat(FilterEvaluator.matchesElement(work, value(object("type", "WORK", "value", "x"))))
                .isFalse();
        assertThat(FilterEvaluator.matchesElement(urn, AttributeValue.text("urn:x")))
                .isTrue();
        assertThat(FilterEvaluator.matchesElement(urn, AttributeValue.text("urn:X")))
                .isFalse();
    }

    @Test
    @Requirement("FI-10")
    void textIsOrderedByCodePoint() {
        ComplexValue emoji = object("externalId", "😀");

        assertThat(FilterEvaluator.matches(typed("externalId gt \"\uFFFD\""), emoji))
                .isTrue();
    }
}
