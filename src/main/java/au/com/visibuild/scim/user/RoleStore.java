package au.com.visibuild.scim.user;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.platform.Ids;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The table {@code role_assignment}. All methods need an open session; those that write, the person's row lock. */
@ApplicationScoped
public class RoleStore implements PanacheRepositoryBase<RoleAssignment, UUID> {

    private final Ids ids;

    RoleStore(Ids ids) {
        this.ids = ids;
    }

    /** The roles the person has now. */
    public Uni<List<RoleAssignment>> open(CompanyId company, UUID user) {
        return list("companyId = ?1 and userId = ?2 and endedAt is null order by role", company.value(), user);
    }

    /** Gives the person the role; answers false when the person has it already. */
    public Uni<Boolean> assign(CompanyId company, User user, String role, Instant now, String by) {
        return count(
                        "companyId = ?1 and userId = ?2 and role = ?3 and endedAt is null",
                        company.value(),
                        user.id(),
                        role)
                .chain(open -> open > 0
                        ? Uni.createFrom().item(false)
                        : persist(new RoleAssignment(ids.next(), user, role, now, by))
                                .replaceWith(true));
    }

    /** Ends one role; answers false when the person does not have it. */
    public Uni<Boolean> end(CompanyId company, UUID user, String role, Instant now, EndReason reason) {
        return update(
                        "endedAt = ?1, endedReason = ?2 where companyId = ?3 and userId = ?4 and role = ?5 and endedAt is null",
                        now,
                        reason,
                        company.value(),
                        user,
                        role)
                .map(ended -> ended > 0);
    }

    /** Ends all roles of the person; answers how many. */
    public Uni<Integer> endAll(CompanyId company, UUID user, Instant now, EndReason reason) {
        return update(
                "endedAt = ?1, endedReason = ?2 where companyId = ?3 and userId = ?4 and endedAt is null",
                now,
                reason,
                company.value(),
                user);
    }
}
