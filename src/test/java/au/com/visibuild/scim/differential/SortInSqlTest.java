package au.com.visibuild.scim.differential;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.company.CompanyStore;
import au.com.visibuild.scim.fixture.InTransaction;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.protocol.attribute.AttributePath;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.filter.Filter;
import au.com.visibuild.scim.protocol.filter.FilterEvaluator;
import au.com.visibuild.scim.protocol.filter.FilterTypeCheck;
import au.com.visibuild.scim.protocol.filter.TypedFilter;
import au.com.visibuild.scim.protocol.query.ListQuery;
import au.com.visibuild.scim.protocol.query.SqlKeyset;
import au.com.visibuild.scim.protocol.schema.CoreSchemas;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import au.com.visibuild.scim.user.StoredUser;
import au.com.visibuild.scim.user.UserReadStore;
import au.com.visibuild.scim.user.UserStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** SQL's order is that of a sort in memory, on one page, on pages by index and on pages by cursor. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SortInSqlTest {

    private static final int PEOPLE = 300;
    private static final int LISTS = Trials.count(300, 2_000);

    @Inject
    CompanyStore companies;

    @Inject
    UserStore users;

    @Inject
    UserReadStore reads;

    /**
     * A list as a client asks for it.
     *
     * @param present the attribute that everybody on the list has, or null
     */
    private record Listing(
            ResolvedAttribute sortBy,
            boolean ascending,
            int count,
            @Nullable ResolvedAttribute present) {

        @Nullable
        TypedFilter filter() {
            if (present == null) {
                return null;
            }
            AttributePath path = new AttributePath(
                    present.extension() == null ? null : present.extension().id(),
                    present.attribute().name(),
                    present.subAttribute() == null
                            ? null
                            : present.subAttribute().name());
            return FilterTypeCheck.check(new Filter.Present(path), CoreSchemas.USER_TYPE);
        }

        ListQuery query(int startIndex, @Nullable String cursor) {
            return new ListQuery(filter(), sortBy, ascending, startIndex, count, cursor);
        }
    }

    @Test
    void listsAreInTheOrderOfASortInMemory() {
        Population population = Population.store(PEOPLE, companies, users, reads);

        Trials.run(LISTS, listings(), listing -> {
            TypedFilter filter = listing.filter();
            Map<UUID, ComplexValue> listed = new LinkedHashMap<>(population.people());
            listed.values().removeIf(person -> filter != null && !FilterEvaluator.matches(filter, person));
            List<UUID> expected = new SortInMemory(listing.sortBy(), listing.ascending()).sorted(listed);

            assertThat(byIndex(population, listing)).isEqualTo(expected);
            assertThat(byCursor(population, listing)).isEqualTo(expected);
        });
    }

    private List<UUID> byIndex(Population population, Listing listing) {
        List<UUID> ids = new ArrayList<>();
        UserReadStore.Page page;
        do {
            ListQuery query = listing.query(ids.size() + 1, null);
            page = InTransaction.onEventLoop(() -> reads.page(population.company(), query));
            page.users().stream().map(StoredUser::id).forEach(ids::add);
        } while (!page.users().isEmpty() && ids.size() < page.total());
        return ids;
    }

    private List<UUID> byCursor(Population population, Listing listing) {
        List<UUID> ids = new ArrayList<>();
        SqlKeyset.Position position = null;
        do {
            SqlKeyset.Position after = position;
            UserReadStore.CursorPage page =
                    InTransaction.onEventLoop(() -> reads.pageAfter(population.company(), listing.query(1, ""), after));
            page.users().stream().map(StoredUser::id).forEach(ids::add);
            position = page.last();
        } while (position != null && ids.size() <= PEOPLE);
        return ids;
    }

    private static Arbitrary<Listing> listings() {
        List<ResolvedAttribute> simple = Filters.attributes().stream()
                .filter(attribute -> !attribute.leaf().isComplex())
                .toList();
        List<ResolvedAttribute> stored = simple.stream()
                .filter(attribute -> !Filters.isShownOnly(attribute))
                .toList();
        return Combinators.combine(
                        Arbitraries.of(simple),
                        Arbitraries.of(true, false),
                        Arbitraries.of(37, 100, 11, PEOPLE - 1, PEOPLE, PEOPLE + 1),
                        Arbitraries.of(stored).injectNull(0.5))
                .as(Listing::new);
    }
}
