package au.com.visibuild.scim.protocol.interop;

import static au.com.visibuild.scim.protocol.interop.Dialects.USER;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.protocol.error.ScimType;
import au.com.visibuild.scim.protocol.filter.Filter;
import au.com.visibuild.scim.protocol.filter.FilterParser;
import au.com.visibuild.scim.protocol.filter.FilterTypeCheck;
import au.com.visibuild.scim.protocol.filter.TypedFilter;
import au.com.visibuild.scim.protocol.patch.Patches;
import au.com.visibuild.scim.protocol.schema.AttributeDefinition;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import au.com.visibuild.scim.protocol.schema.Schema;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each tolerance in a filter: granted, and taken away. */
class FilterToleranceTest {

    private static final String MANAGER = Patches.ENTERPRISE + ":manager.value";

    @Test
    void t2BooleansAsText() {
        assertNeeds(Tolerance.T2, "active eq \"True\"", "active eq true");
        assertNeeds(Tolerance.T2, "roles[primary eq \"true\"]", "roles[primary eq true]");
        assertNeeds(Tolerance.T2, "not (active ne \"FALSE\")", "not (active ne false)");
    }

    @Test
    void t22AWordWithoutQuotes() {
        assertNeeds(Tolerance.T22, "externalId eq jyoung", "externalId eq \"jyoung\"");
    }

    @Test
    void t23ASubAttributeBehindTheBrackets() {
        assertNeeds(
                Tolerance.T23,
                "emails[type eq \"work\"].value eq \"x\"",
                "emails[type eq \"work\" and value eq \"x\"]");
    }

    @Test
    void t24TheManagerById() {
        assertNeeds(Tolerance.T24, "id eq \"x\" and manager eq \"y\"", "id eq \"x\" and " + MANAGER + " eq \"y\"");
        assertNeeds(Tolerance.T24, Patches.ENTERPRISE + ":manager eq \"y\"", MANAGER + " eq \"y\"");
        assertNeeds(Tolerance.T24, "manager.value eq \"y\"", MANAGER + " eq \"y\"");
    }

    @Test
    void t26TheCoresAttributeWinsAndANameThatTwoExtensionsHaveIsNobodys() {
        AttributeDefinition title = Objects.requireNonNull(USER.core().attribute("title"));
        AttributeDefinition badge = new AttributeDefinition(
                "badge",
                title.type(),
                false,
                "A badge.",
                false,
                false,
                title.mutability(),
                title.returned(),
                title.uniqueness(),
                List.of(),
                List.of(),
                List.of());
        ResourceSchema schema = new ResourceSchema(
                "User",
                "/Users",
                USER.core(),
                List.of(
                        new Schema("urn:a", "A", "A.", List.of(title, badge)),
                        new Schema("urn:b", "B", "B.", List.of(badge))));

        assertThat(Dialect.standard().sortBy("title", schema).request()).isEqualTo("title");
        assertThat(Dialect.standard().sortBy("badge", schema).request()).isEqualTo("badge");
        assertThat(Dialect.standard()
                        .sortBy(
                                "badge",
                                new ResourceSchema(
                                        "User",
                                        "/Users",
                                        USER.core(),
                                        schema.extensions().subList(0, 1)))
                        .request())
                .isEqualTo("urn:a:badge");
    }

    @Test
    void twoTolerancesInOneFilterAreBothNamed() {
        assertThat(Dialect.standard()
                        .filter("emails[type eq work].value eq x", USER)
                        .acted())
                .isEqualTo(Set.of(Tolerance.T22, Tolerance.T23));
    }

    @Test
    void aFilterOfTheRfcIsReadWithoutAnyTolerance() {
        Reading<Filter> reading = Dialect.standard().filter("userName eq \"True\" or emails[type eq \"work\"]", USER);

        assertThat(reading.acted()).isEmpty();
    }

    @Test
    void aFilterIsWrittenSoThatItIsReadBackAsTheSame() {
        for (String text : new String[] {
            "a eq \"x\\\"\\\\\\n\\u0007é\" and (b pr or not (c ne 1.50 and d eq null))",
            "a[b gt 1E+5 or c eq true].d eq \"x\"",
            "urn:x:y:a.b sw \"\" or (a eq \"1\" and (b eq \"2\" or c eq \"3\") and (d pr and e pr))"
        }) {
            Filter filter = LenientFilter.parse(text, Set.of(Tolerance.T23)).request();

            assertThat(FilterParser.parse(FilterText.of(filter))).isEqualTo(filter);
        }
    }

    private static void assertNeeds(Tolerance tolerance, String sent, String meant) {
        Reading<Filter> reading = Dialect.standard().filter(sent, USER);
        TypedFilter expected = FilterTypeCheck.check(FilterParser.parse(meant), USER);

        assertThat(FilterTypeCheck.check(reading.request(), USER)).isEqualTo(expected);
        assertThat(reading.acted()).containsExactly(tolerance);
        Dialects.assertRefused(
                ScimType.INVALID_FILTER,
                () -> FilterTypeCheck.check(
                        Dialect.standard().without(tolerance).filter(sent, USER).request(), USER));
    }
}
