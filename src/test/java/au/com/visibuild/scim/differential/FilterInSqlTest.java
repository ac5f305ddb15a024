package au.com.visibuild.scim.differential;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.company.CompanyStore;
import au.com.visibuild.scim.fixture.InTransaction;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.platform.AttributeJson;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.filter.Filter;
import au.com.visibuild.scim.protocol.filter.FilterEvaluator;
import au.com.visibuild.scim.protocol.filter.FilterParser;
import au.com.visibuild.scim.protocol.filter.FilterTypeCheck;
import au.com.visibuild.scim.protocol.filter.TypedFilter;
import au.com.visibuild.scim.protocol.query.ListQuery;
import au.com.visibuild.scim.protocol.schema.CoreSchemas;
import au.com.visibuild.scim.user.StoredUser;
import au.com.visibuild.scim.user.UserReadStore;
import au.com.visibuild.scim.user.UserStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** SQL finds exactly the people whom the evaluator, which defines what a filter means, finds in memory. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class FilterInSqlTest {

    private static final int PEOPLE = 300;
    private static final int FILTERS = Trials.count(1_000, 100_000);

    @Inject
    CompanyStore companies;

    @Inject
    UserStore users;

    @Inject
    UserReadStore reads;

    @Test
    void sqlFindsWhomTheEvaluatorFinds() {
        Population population = Population.store(PEOPLE, companies, users, reads);
        assertThat(population.people()).hasSize(PEOPLE);
        AtomicInteger compared = new AtomicInteger();
        AtomicInteger telling = new AtomicInteger();

        Trials.run(FILTERS, Filters.about(List.copyOf(population.people().values())), spelled -> {
            Filter read = FilterParser.parse(spelled.text());
            assertThat(read).isEqualTo(spelled.filter());
            TypedFilter filter = typed(read);
            if (filter != null && isAboutStoredValues(filter)) {
                int found = compare(population, filter);
                compared.incrementAndGet();
                telling.addAndGet(found > 0 && found < PEOPLE ? 1 : 0);
            }
        });

        System.out.println(
                FILTERS + " filters: " + compared + " of their types, " + telling + " find some of the people");
        assertThat(compared.get()).isGreaterThan(FILTERS * 7 / 10);
        assertThat(telling.get()).isGreaterThan(FILTERS / 3);
    }

    private int compare(Population population, TypedFilter filter) {
        List<UUID> expected = population.people().entrySet().stream()
                .filter(person -> FilterEvaluator.matches(filter, person.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        ListQuery query = new ListQuery(filter, null, true, 1, ListQuery.MAX_COUNT, null);
        UserReadStore.Page page = InTransaction.onEventLoop(() -> reads.page(population.company(), query));
        List<UUID> found = page.users().stream().map(StoredUser::id).toList();
        if (!found.equals(expected)) {
            throw new AssertionError(difference(population, found, expected));
        }
        assertThat(page.total()).isEqualTo(expected.size());
        return expected.size();
    }

    private static String difference(Population population, List<UUID> found, List<UUID> expected) {
        StringBuilder text = new StringBuilder();
        population.people().forEach((id, person) -> {
            if (found.contains(id) != expected.contains(id)) {
                text.append(found.contains(id) ? "only SQL finds " : "only the evaluator finds ")
                        .append(AttributeJson.write(person))
                        .append('\n');
            }
        });
        return text.isEmpty() ? "The same people in another order." : text.toString();
    }

    /** What is made when a person is shown stands in no row: a filter that names it is refused. */
    private static boolean isAboutStoredValues(TypedFilter filter) {
        return switch (filter) {
            case TypedFilter.And(var operands) -> operands.stream().allMatch(FilterInSqlTest::isAboutStoredValues);
            case TypedFilter.Or(var operands) -> operands.stream().allMatch(FilterInSqlTest::isAboutStoredValues);
            case TypedFilter.Not(var operand) -> isAboutStoredValues(operand);
            case TypedFilter.Compare compare -> !Filters.isShownOnly(compare.attribute());
            case TypedFilter.Present(var attribute) -> !Filters.isShownOnly(attribute);
            case TypedFilter.ValuePath path -> isAboutStoredValues(path.filter());
        };
    }

    /** Null when the filter compares an attribute with what it cannot be compared with. */
    private static @Nullable TypedFilter typed(Filter filter) {
        try {
            return FilterTypeCheck.check(filter, CoreSchemas.USER_TYPE);
        } catch (ScimException _) {
            return null;
        }
    }
}
