package au.com.visibuild.scim.provisioning;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.query.ListQuery;
import au.com.visibuild.scim.protocol.query.SearchRequest;
import au.com.visibuild.scim.protocol.resource.ScimResource;
import au.com.visibuild.scim.protocol.schema.CoreSchemas;
import au.com.visibuild.scim.user.UserMapping;
import au.com.visibuild.scim.user.UserReadStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What an identity provider reads of people: by id and by query. No transaction, no entity. */
@ApplicationScoped
public class UserListing {

    private final UserReadStore users;
    private final UserBodies bodies;

    UserListing(UserReadStore users, UserBodies bodies) {
        this.users = users;
        this.bodies = bodies;
    }

    /** A page of a query, and the number of all matches. */
    public record Found(List<ScimResource> resources, long total) {}

    /** The person under that id; 404 for an id that is another company's, deleted, or no id at all. */
    public Uni<ScimResource> get(CompanyId company, String id) {
        UUID uuid = UserMapping.uuid(id);
        if (uuid == null) {
            return Uni.createFrom().failure(unknown(id));
        }
        return users.find(company, uuid)
                .onItem()
                .ifNull()
                .failWith(() -> unknown(id))
                .map(UserMapping::toResource);
    }

    /** The people a query finds. */
    public Uni<Found> list(CompanyId company, ListQuery query) {
        return users.page(company, query)
                .map(page -> new Found(
                        page.users().stream().map(UserMapping::toResource).toList(), page.total()));
    }

    /** The query of a request; its filter as the dialect reads it. */
    public ListQuery query(SearchRequest request) {
        String filter = request.filter();
        return ListQuery.of(request, filter == null ? null : bodies.filter(filter), CoreSchemas.USER_TYPE);
    }

    static ScimException unknown(String id) {
        String shown = id.length() > 64 ? id.substring(0, 64) + "…" : id;
        return ScimException.notFound("There is no user with the id " + shown + ".");
    }
}
