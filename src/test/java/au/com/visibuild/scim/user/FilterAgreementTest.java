package au.com.visibuild.scim.user;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.InTransaction;
import au.com.visibuild.scim.fixture.OwnCompany;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.platform.AttributeJson;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.filter.FilterEvaluator;
import au.com.visibuild.scim.protocol.filter.FilterParser;
import au.com.visibuild.scim.protocol.filter.FilterTypeCheck;
import au.com.visibuild.scim.protocol.filter.TypedFilter;
import au.com.visibuild.scim.protocol.query.ListQuery;
import au.com.visibuild.scim.protocol.schema.CoreSchemas;
import au.com.visibuild.scim.requirement.Requirement;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the database finds by a filter is what the filter means: SqlFilter against FilterEvaluator, on real rows. Left out
 * is what is made when a person is shown and so is in no row: meta.location and what is looked up of a manager.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class FilterAgreementTest {

    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final long SEED = 20_260_131L;
    private static final int COMPOSED = 1_500;

    private static final List<String> OPERATORS = List.of("eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le");
    private static final List<String> PATHS = List.of(
            "id",
            "externalId",
            "userName",
            "name",
            "name.familyName",
            "displayName",
            "nickName",
            "profileUrl",
            "title",
            "active",
            "schemas",
            "emails",
            "emails.value",
            "emails.type",
            "emails.primary",
            "phoneNumbers.value",
            "photos.value",
            "addresses",
            "addresses.country",
            "roles",
            "x509Certificates",
            "groups",
            "meta",
            "meta.resourceType",
            "meta.created",
            "meta.lastModified",
            "meta.version",
            ENTERPRISE + ":department",
            ENTERPRISE + ":manager",
            ENTERPRISE + ":manager.value");

    /** People who differ in every path; %1$s makes them this test's own. */
    private static final List<String> PEOPLE = List.of(
            "\"userName\":\"bea-%1$s\",\"externalId\":\"Bea\",\"displayName\":\"Béa\",\"title\":\"Tour Guide\","
                    + "\"name\":{\"familyName\":\"O'Malley\",\"givenName\":\"Bea\"},\"profileUrl\":\"https://x.example/Bea\","
                    + "\"emails\":[{\"type\":\"work\",\"value\":\"bea-%1$s@Example.com\",\"primary\":true},"
                    + "{\"type\":\"home\",\"value\":\"bea-%1$s@jensen.example\"}],\"roles\":[{\"value\":\"Admin\"}],"
                    + "\"x509Certificates\":[{\"value\":\"-_8\"}],\"~\":{\"department\":\"Tours\",\"manager\":{\"value\":\"M1\"}}",
            "\"userName\":\"BEB-%1$s\",\"externalId\":\"bea\",\"displayName\":\"BE\u0301A\",\"title\":\"\",\"active\":false,"
                    + "\"name\":{\"familyName\":\"\"},\"emails\":[{\"type\":\"home\",\"value\":\"beb-%1$s@example.com\",\"primary\":false}],"
                    + "\"photos\":[{\"value\":\"https://x.example/p.png\",\"type\":\"photo\"}],\"~\":{\"department\":\"tours\"}",
            "\"userName\":\"cid_%1$s\",\"nickName\":\"100%% \\\"sure\\\" \\\\ _\",\"title\":\"tour\","
                    + "\"addresses\":[{\"country\":\"AU\"},{\"type\":\"work\"}],\"phoneNumbers\":[{\"value\":\"tel:+61\"}]",
            "\"userName\":\"ｄａｎ-%1$s\",\"displayName\":\"😀\",\"title\":\"\uFFFD\",\"emails\":[{\"type\":\"work\"},{\"value\":\"Dan\"}],"
                    + "\"roles\":[{\"value\":\"admin\",\"primary\":true},{\"value\":\"Guide\"}],"
                    + "\"~\":{\"manager\":{\"value\":\"m1\"}}",
            "\"userName\":\"eve-%1$s\"");

    private static final List<String> LITERALS = List.of(
            "\"bea\"",
            "\"Bea\"",
            "\"BE\"",
            "\"béa\"",
            "\"tour\"",
            "\"Tour Guide\"",
            "\"example.com\"",
            "\"work\"",
            "\"AU\"",
            "\"admin\"",
            "\"m1\"",
            "\"User\"",
            "\"W/\\\"1\\\"\"",
            "\"100% \\\"sure\\\" \\\\ _\"",
            "\"_\"",
            "\"%\"",
            "\"\uFFFD\"",
            "\"😀\"",
            "\"https://x.example/Bea\"",
            "\"" + ENTERPRISE + "\"",
            "\"+/8=\"",
            "\"\"",
            "\"2001-01-01T00:00:00Z\"",
            "\"9000-01-01T00:00:00.5+14:00\"",
            "true",
            "false",
            "null",
            "1");

    @TestHTTPResource
    URI root;

    @Inject
    UserReadStore store;

    private final Random random = new Random(SEED);
    private final Map<String, ComplexValue> people = new TreeMap<>();
    private CompanyId company;

    @BeforeEach
    void aCompanyWithPeopleOfAllKinds() {
        OwnCompany own = OwnCompany.at(root);
        company = new CompanyId(own.id());
        String schemas = "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\",\"" + ENTERPRISE + "\"],";
        for (String person : PEOPLE) {
            String body = schemas + person.replace("~", ENTERPRISE).formatted(OwnCompany.unique()) + "}";
            String id = own.scim("POST", "/Users", body).send().expect(201).text("id");
            Answer read = own.scim("GET", "/Users/" + id, null).send().expect(200);
            people.put(id, AttributeJson.parseStored(read.body()));
        }
    }

    @Test
    @Requirement({
        "AT-20", "FI-01", "FI-07", "FI-08", "FI-09", "FI-10", "FI-11", "FI-12", "FI-13", "FI-14", "FI-18", "FI-19",
        "FI-20", "FI-21", "I18N-02"
    })
    void everyComparisonFindsInTheDatabaseWhatItMeans() {
        List<String> filters = new ArrayList<>();
        for (String path : PATHS) {
            filters.add(path + " pr");
            OPERATORS.forEach(
                    operator -> LITERALS.forEach(literal -> filters.add(path + " " + operator + " " + literal)));
        }

        assertAgreement(filters, 2_000);
    }

    @Test
    @Requirement({"FI-04", "FI-05", "FI-13", "FI-15"})
    void whatIsComposedFindsInTheDatabaseWhatItMeans() {
        List<String> filters = new ArrayList<>();
        while (filters.size() < COMPOSED) {
            String filter = composed(3);
            if (typed(filter) != null) {
                filters.add(filter);
            }
        }

        assertAgreement(filters, COMPOSED);
    }

    private void assertAgreement(List<String> filters, int atLeast) {
        Map<String, String> differences = new TreeMap<>();
        int compared = 0;
        int selective = 0;
        for (String filter : filters) {
            TypedFilter typed = typed(filter);
            if (typed == null) {
                continue;
            }
            Set<String> meant = new TreeSet<>();
            people.forEach((id, person) -> {
                if (FilterEvaluator.matches(typed, person)) {
                    meant.add(id);
                }
            });
            Set<String> found = found(typed);
            compared++;
            selective += meant.isEmpty() || meant.size() == people.size() ? 0 : 1;
            if (!found.equals(meant)) {
                differences.put(filter, "means " + names(meant) + ", finds " + names(found));
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThanOrEqualTo(atLeast);
        assertThat(selective).as("filters that part the people").isGreaterThan(compared / 20);
    }

    private Set<String> found(TypedFilter filter) {
        ListQuery query = new ListQuery(filter, null, true, 1, ListQuery.MAX_COUNT, null);
        Set<String> found = new TreeSet<>();
        InTransaction.onEventLoop(() -> store.page(company, query))
                .users()
                .forEach(user -> found.add(user.id().toString()));
        found.retainAll(people.keySet());
        return found;
    }

    private List<@Nullable String> names(Set<String> ids) {
        List<@Nullable String> names = new ArrayList<>();
        ids.forEach(id -> names.add(people.getOrDefault(id, ComplexValue.EMPTY).text("userName")));
        return names;
    }

    private String composed(int depth) {
        return switch (random.nextInt(depth == 0 ? 2 : 6)) {
            case 0 -> one(PATHS) + " pr";
            case 1 -> one(PATHS) + " " + one(OPERATORS) + " " + one(LITERALS);
            case 2 -> "not (" + composed(depth - 1) + ")";
            case 3 -> "(" + composed(depth - 1) + " or " + composed(depth - 1) + ")";
            case 4 -> composed(depth - 1) + " and " + composed(depth - 1);
            default -> one(List.of("emails", "roles", "addresses", "name", "photos")) + "[" + within(2) + "]";
        };
    }

    private String within(int depth) {
        String sub = one(List.of("type", "value", "primary", "display", "country", "familyName"));
        return switch (random.nextInt(depth == 0 ? 2 : 5)) {
            case 0 -> sub + " pr";
            case 1 -> sub + " " + one(OPERATORS) + " " + one(LITERALS);
            case 2 -> "not (" + within(depth - 1) + ")";
            case 3 -> within(depth - 1) + " or " + within(depth - 1);
            default -> within(depth - 1) + " and " + within(depth - 1);
        };
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static @Nullable TypedFilter typed(String filter) {
        try {
            return FilterTypeCheck.check(FilterParser.parse(filter), CoreSchemas.USER_TYPE);
        } catch (ScimException refused) {
            return null;
        }
    }
}
