package au.com.visibuild.scim.provisioning;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.platform.Ids;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.query.ListQuery;
import au.com.visibuild.scim.protocol.query.SearchRequest;
import au.com.visibuild.scim.protocol.query.SqlKeyset.Position;
import au.com.visibuild.scim.protocol.resource.ScimResource;
import au.com.visibuild.scim.user.StoredUser;
import au.com.visibuild.scim.user.UserMapping;
import au.com.visibuild.scim.user.UserReadStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an identity provider reads of people: by id and by query. No transaction, no entity. */
@ApplicationScoped
public class UserListing {

    private final UserReadStore users;
    private final UserBodies bodies;

    private final Cursors cursors;

    UserListing(UserReadStore users, UserBodies bodies, Cursors cursors) {
        this.users = users;
        this.bodies = bodies;
        this.cursors = cursors;
    }

    /**
     * A page of a query.
     *
     * @param total the number of all matches; null where a page by cursor does not tell it
     * @param startIndex the index of the first resource; null on a page by cursor
     * @param nextCursor the cursor of the next page, or null
     */
    public record Found(
            List<ScimResource> resources,
            @Nullable Long total,
            @Nullable Integer startIndex,
            @Nullable String nextCursor) {}

    /** The person under that id; 404 for an id that is another company's, deleted, or no id at all. */
    public Uni<ScimResource> get(CompanyId company, String id) {
        UUID uuid = Ids.read(id);
        if (uuid == null) {
            return Uni.createFrom().failure(unknown(id));
        }
        return users.find(company, uuid)
                .onItem()
                .ifNull()
                .failWith(() -> unknown(id))
                .map(UserMapping::toResource);
    }

    /** The people a request finds, by index or by cursor as it asks. */
    public Uni<Found> list(CompanyId company, SearchRequest request) {
        ListQuery query = bodies.query(request);
        return query.cursor() == null
                ? byIndex(company, query)
                : byCursor(company, query, Cursors.use(company, query, request.filter()));
    }

    private Uni<Found> byIndex(CompanyId company, ListQuery query) {
        return users.page(company, query)
                .map(page -> new Found(resources(page.users()), page.total(), query.startIndex(), null));
    }

    private Uni<Found> byCursor(CompanyId company, ListQuery query, String use) {
        Position after = cursors.position(use, Objects.requireNonNull(query.cursor()));
        if (query.count() == 0) {
            return users.page(company, query).map(page -> new Found(List.of(), page.total(), null, null));
        }
        return users.pageAfter(company, query, after).map(page -> {
            String next = page.last() == null ? null : cursors.cursor(use, page.last());
            boolean whole = after == null && next == null;
            return new Found(
                    resources(page.users()), whole ? Long.valueOf(page.users().size()) : null, null, next);
        });
    }

    private static List<ScimResource> resources(List<StoredUser> users) {
        return users.stream().map(UserMapping::toResource).toList();
    }

    static ScimException unknown(String id) {
        String shown = id.length() > 64 ? id.substring(0, 64) + "…" : id;
        return ScimException.notFound("There is no user with the id " + shown + ".");
    }
}
