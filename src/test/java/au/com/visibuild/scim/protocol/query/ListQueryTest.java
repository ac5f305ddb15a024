package au.com.visibuild.scim.protocol.query;

import static au.com.visibuild.scim.protocol.filter.Samples.array;
import static au.com.visibuild.scim.protocol.filter.Samples.attribute;
import static au.com.visibuild.scim.protocol.filter.Samples.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.schema.CoreSchemas;
import au.com.visibuild.scim.requirement.Requirement;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListQueryTest {

    @ParameterizedTest
    @CsvSource({
        "'', '', 1, 100",
        "1, 10, 1, 10",
        "0, -1, 1, 0",
        "-5, 0, 1, 0",
        "7, 501, 7, 500",
        "99999999999999999999, 99999999999999999999, 2147483647, 500",
        "-99999999999999999999, -99999999999999999999, 1, 0"
    })
    @Requirement({"CUR-03", "PG-01", "PG-02", "PG-03"})
    void startIndexAndCountAreClamped(String startIndex, String count, int expectedStart, int expectedCount) {
        ListQuery query = query(Map.of("startIndex", startIndex, "count", count));

        assertThat(query.startIndex()).isEqualTo(expectedStart);
        assertThat(query.count()).isEqualTo(expectedCount);
        assertThat(query.offset()).isEqualTo(expectedStart - 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1.5", "1e3", "0x1", "1 2"})
    @Requirement("PG-06")
    void whatIsNoWholeNumberIsAnInvalidValue(String number) {
        assertThatThrownBy(() -> query(Map.of("count", number)))
                .isInstanceOf(ScimException.class)
                .hasMessage("'count' must be a whole number.");
    }

    @Test
    @Requirement({"AT-01", "SO-01", "SO-02"})
    void sortByIsResolvedAndABareMultiValuedAttributeMeansItsValue() {
        assertThat(query(Map.of("sortBy", "NAME.familyname")).sortBy()).isEqualTo(attribute("name.familyName"));
        assertThat(query(Map.of("sortBy", "emails")).sortBy()).isEqualTo(attribute("emails.value"));
        assertThat(query(Map.of()).sortBy()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "nope, no attribute of User",
        "name, complex",
        "addresses, complex",
        "password, never returned",
        "a b, no attribute"
    })
    @Requirement("SO-02")
    void whatCannotOrderIsAnInvalidValue(String sortBy, String detail) {
        assertThatThrownBy(() -> query(Map.of("sortBy", sortBy)))
                .isInstanceOf(ScimException.class)
                .hasMessageContaining(detail);
    }

    @Test
    @Requirement("SO-04")
    void theOrderIsAscendingUnlessSaidOtherwise() {
        assertThat(query(Map.of()).ascending()).isTrue();
        assertThat(query(Map.of("sortOrder", "Ascending")).ascending()).isTrue();
        assertThat(query(Map.of("sortOrder", "DESCENDING")).ascending()).isFalse();
        assertThatThrownBy(() -> query(Map.of("sortOrder", "up"))).hasMessageContaining("'sortOrder'");
    }

    @Test
    @Requirement("RT-05")
    void aQuerysAttributesAreSeparatedByCommas() {
        SearchRequest request =
                SearchRequest.ofParameters(Map.of("attributes", "userName, emails.value,,", "excludedAttributes", ""));

        assertThat(request.attributes()).containsExactly("userName", "emails.value");
        assertThat(request.excludedAttributes()).isEmpty();
    }

    @Test
    @Requirement("SR-02")
    void aSearchBodySaysTheSameAsAQuery() {
        SearchRequest body = SearchRequest.ofBody(object(
                "schemas",
                array(SearchRequest.SCHEMA),
                "attributes",
                array("userName"),
                "filter",
                "title pr",
                "sortBy",
                "userName",
                "sortOrder",
                "descending",
                "startIndex",
                new AttributeValue.Decimal(BigDecimal.TWO),
                "count",
                new AttributeValue.Decimal(new BigDecimal("1e1000000000"))));

        assertThat(body)
                .isEqualTo(new SearchRequest(
                        List.of("userName"),
                        List.of(),
                        "title pr",
                        "userName",
                        "descending",
                        2,
                        Integer.MAX_VALUE,
                        null));
    }

    @Test
    @Requirement("SR-02")
    void aSearchBodyOfAnotherShapeIsRefused() {
        AttributeValue schemas = array(SearchRequest.SCHEMA);

        assertThatThrownBy(() -> SearchRequest.ofBody(object("filter", "title pr")))
                .hasMessageContaining("'schemas' must name");
        assertThatThrownBy(() -> SearchRequest.ofBody(object("schemas", schemas, "attributes", "userName")))
                .hasMessage("'attributes' must be an array of strings.");
        assertThatThrownBy(() -> SearchRequest.ofBody(object("schemas", schemas, "filter", true)))
                .hasMessage("'filter' must be a string.");
        assertThatThrownBy(() -> SearchRequest.ofBody(
                        object("schemas", schemas, "count", new AttributeValue.Decimal(new BigDecimal("1.5")))))
                .hasMessage("'count' must be a whole number.");
    }

    @Test
    @Requirement({"PG-04", "QU-02", "QU-03"})
    void anAnswerCountsItsPageAndSendsResourcesEvenWhenEmpty() {
        ListResponse page = ListResponse.byIndex(7, 3, List.of(object("id", "a"), object("id", "b")));

        assertThat(JsonText.of(new AttributeValue.Complex(page.toValue())))
                .isEqualTo("{\"schemas\":[\"" + ListResponse.SCHEMA + "\"],\"totalResults\":7,\"startIndex\":3,"
                        + "\"itemsPerPage\":2,\"Resources\":[{\"id\":\"a\"},{\"id\":\"b\"}]}");
        assertThat(JsonText.of(new AttributeValue.Complex(
                        ListResponse.byIndex(0, 1, List.of()).toValue())))
                .endsWith("\"itemsPerPage\":0,\"Resources\":[]}");
    }

    @Test
    @Requirement({"CUR-04", "CUR-05", "CUR-08"})
    void aPageByCursorSaysTheNextOneAndNeitherIndexNorTheCursorBefore() {
        assertThat(JsonText.of(
                        new AttributeValue.Complex(ListResponse.byCursor(null, "b7Qm", List.of(object("id", "a")))
                                .toValue())))
                .isEqualTo("{\"schemas\":[\"" + ListResponse.SCHEMA + "\"],\"itemsPerPage\":1,"
                        + "\"nextCursor\":\"b7Qm\",\"Resources\":[{\"id\":\"a\"}]}");
        assertThat(JsonText.of(new AttributeValue.Complex(
                        ListResponse.byCursor(0L, null, List.of()).toValue())))
                .isEqualTo("{\"schemas\":[\"" + ListResponse.SCHEMA + "\"],\"totalResults\":0,"
                        + "\"itemsPerPage\":0,\"Resources\":[]}");
    }

    @Test
    @Requirement({"CUR-01", "CUR-12", "CUR-13"})
    void aCursorIsReadFromQueryAndBodyAndNoneMeansPagesByIndex() {
        assertThat(query(Map.of("cursor", "b7Qm")).cursor()).isEqualTo("b7Qm");
        assertThat(query(Map.of("cursor", "")).cursor()).isEmpty();
        assertThat(query(Map.of("count", "2")).cursor()).isNull();
        assertThat(SearchRequest.ofBody(object("schemas", array(SearchRequest.SCHEMA), "cursor", "b7Qm"))
                        .cursor())
                .isEqualTo("b7Qm");
    }

    private static ListQuery query(Map<String, String> parameters) {
        return ListQuery.of(SearchRequest.ofParameters(parameters), null, CoreSchemas.USER_TYPE);
    }
}
