package au.com.visibuild.scim.protocol.query;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Bool;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import org.junit.jupiter.api.Test;

class SearchTermsTest {

    private static final ComplexValue MAIL = ComplexValue.builder()
            .putText("type", "work")
            .putText("value", "a@x")
            .build();
    private static final ComplexValue DOCUMENT = ComplexValue.builder()
            .putText("title", "boss")
            .put("active", Bool.TRUE)
            .put(
                    "emails",
                    Multi.of(
                            new Complex(MAIL),
                            new Complex(ComplexValue.EMPTY.with("type", AttributeValue.text("work")))))
            .build();

    @Test
    void everySimpleValueIsOneTermHoweverOftenItStandsThere() {
        assertThat(SearchTerms.of("t", DOCUMENT)).hasSize(4).isSorted();
    }

    @Test
    void aDocumentHasTheTermsOfEveryPartOfIt() {
        ComplexValue part = ComplexValue.EMPTY.with(
                "emails",
                Multi.of(new Complex(
                        ComplexValue.builder().putText("value", "a@x").build())));

        assertThat(SearchTerms.of("t", DOCUMENT)).contains(SearchTerms.of("t", part));
    }

    @Test
    void theSameValueOfAnotherTenantOrInAnotherPlaceIsAnotherTerm() {
        Long[] title = SearchTerms.of("t", title("title", "boss"));

        assertThat(SearchTerms.of("u", title("title", "boss"))).doesNotContain(title);
        assertThat(SearchTerms.of("t", title("nickName", "boss"))).doesNotContain(title);
        assertThat(SearchTerms.of("t", title("title", "Boss"))).doesNotContain(title);
    }

    @Test
    void whatIsUnassignedHasNoTerm() {
        assertThat(SearchTerms.of("t", ComplexValue.EMPTY.with("title", new AttributeValue.Unassigned())))
                .isEmpty();
    }

    private static ComplexValue title(String name, String value) {
        return ComplexValue.builder().putText(name, value).build();
    }
}
