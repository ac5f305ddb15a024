package au.com.visibuild.scim.user;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.platform.Ids;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** The table {@code project_membership}. Methods need an open transaction that holds the person's row lock. */
@ApplicationScoped
public class MembershipStore implements PanacheRepositoryBase<ProjectMembership, UUID> {

    private final Ids ids;

    MembershipStore(Ids ids) {
        this.ids = ids;
    }

    /** Adds the person to the project; answers false when the person is a member already. */
    public Uni<Boolean> add(CompanyId company, User user, Project project, Instant now, String by) {
        return count(
                        "companyId = ?1 and userId = ?2 and projectId = ?3 and endedAt is null",
                        company.value(),
                        user.id(),
                        project.id())
                .chain(open -> open > 0
                        ? Uni.createFrom().item(false)
                        : persist(new ProjectMembership(ids.next(), user, project, now, by))
                                .replaceWith(true));
    }

    /** Ends one membership; answers false when there is none. */
    public Uni<Boolean> end(CompanyId company, UUID user, UUID project, Instant now, EndReason reason) {
        return update(
                        "endedAt = ?1, endedReason = ?2 where companyId = ?3 and userId = ?4 and projectId = ?5 and endedAt is null",
                        now,
                        reason,
                        company.value(),
                        user,
                        project)
                .map(ended -> ended > 0);
    }

    /** Ends all memberships of the person; answers how many. */
    public Uni<Integer> endAll(CompanyId company, UUID user, Instant now, EndReason reason) {
        return update(
                "endedAt = ?1, endedReason = ?2 where companyId = ?3 and userId = ?4 and endedAt is null",
                now,
                reason,
                company.value(),
                user);
    }
}
