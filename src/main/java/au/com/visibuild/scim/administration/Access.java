package au.com.visibuild.scim.administration;

import au.com.visibuild.scim.audit.AuditAction;
import au.com.visibuild.scim.audit.AuditLog;
import au.com.visibuild.scim.audit.OldAndNew;
import au.com.visibuild.scim.audit.Origin;
import au.com.visibuild.scim.platform.Ids;
import au.com.visibuild.scim.platform.RequestRefused;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.user.EndReason;
import au.com.visibuild.scim.user.MembershipStore;
import au.com.visibuild.scim.user.Project;
import au.com.visibuild.scim.user.ProjectStore;
import au.com.visibuild.scim.user.RoleStore;
import au.com.visibuild.scim.user.User;
import au.com.visibuild.scim.user.UserStore;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Roles and project memberships, given and taken by hand. Each act locks the person's row first, the same lock that
 * deactivation takes, so that an inactive person never has an open one.
 */
@ApplicationScoped
public class Access {

    private final UserStore users;
    private final RoleStore roles;
    private final MembershipStore memberships;
    private final ProjectStore projects;
    private final AuditLog log;
    private final Clock clock;

    Access(
            UserStore users,
            RoleStore roles,
            MembershipStore memberships,
            ProjectStore projects,
            AuditLog log,
            Clock clock) {
        this.users = users;
        this.roles = roles;
        this.memberships = memberships;
        this.projects = projects;
        this.log = log;
        this.clock = clock;
    }

    /** Gives the person a role; having it already is fine. 409 for an inactive person. */
    public Uni<Void> assignRole(Origin origin, String user, @Nullable String role) {
        String name = Names.checked("role", role, 100);
        return locked(origin, user, person -> {
            requireActive(person);
            return roles.assign(origin.company(), person, name, clock.instant(), origin.by())
                    .call(changed ->
                            log(changed, origin, AuditAction.ASSIGN_ROLE, person, OldAndNew.of("role", null, name)))
                    .replaceWithVoid();
        });
    }

    /** Takes a role from the person; 404 when the person does not have it. */
    public Uni<Void> endRole(Origin origin, String user, String role) {
        return locked(
                origin,
                user,
                person -> roles.end(origin.company(), person.id(), role, clock.instant(), EndReason.REMOVED)
                        .invoke(ended -> requireEnded(ended, "The person does not have this role."))
                        .call(() -> log(true, origin, AuditAction.END_ROLE, person, OldAndNew.of("role", role, null)))
                        .replaceWithVoid());
    }

    /** Adds the person to a project; being a member already is fine. 409 for an inactive person. */
    public Uni<Void> addToProject(Origin origin, String user, @Nullable String project) {
        return locked(origin, user, person -> {
            requireActive(person);
            return project(origin, project)
                    .chain(found -> memberships
                            .add(origin.company(), person, found, clock.instant(), origin.by())
                            .call(changed -> log(
                                    changed,
                                    origin,
                                    AuditAction.ADD_TO_PROJECT,
                                    person,
                                    OldAndNew.of("project", null, found.name()))))
                    .replaceWithVoid();
        });
    }

    /** Removes the person from a project; 404 when the person is not a member. */
    public Uni<Void> removeFromProject(Origin origin, String user, String project) {
        UUID id = Ids.read(project);
        return locked(
                origin,
                user,
                person -> (id == null
                                ? Uni.createFrom().item(false)
                                : memberships.end(
                                        origin.company(), person.id(), id, clock.instant(), EndReason.REMOVED))
                        .invoke(ended -> requireEnded(ended, "The person is not a member of this project."))
                        .chain(() -> project(origin, project))
                        .call(found -> log(
                                true,
                                origin,
                                AuditAction.REMOVE_FROM_PROJECT,
                                person,
                                OldAndNew.of("project", found.name(), null)))
                        .replaceWithVoid());
    }

    private Uni<Project> project(Origin origin, @Nullable String project) {
        UUID id = Ids.read(project);
        return (id == null ? Uni.createFrom().<Project>nullItem() : projects.find(origin.company(), id))
                .onItem()
                .ifNull()
                .failWith(() -> RequestRefused.unknown("There is no such project."));
    }

    private <T> Uni<T> locked(Origin origin, String user, Function<User, Uni<T>> work) {
        UUID id = Ids.read(user);
        return Panache.withTransaction(
                () -> (id == null ? Uni.createFrom().<User>nullItem() : users.findForUpdate(origin.company(), id))
                        .onItem()
                        .ifNull()
                        .failWith(() -> RequestRefused.unknown("There is no such person."))
                        .chain(work::apply));
    }

    private Uni<Void> log(boolean changed, Origin origin, AuditAction action, User person, ComplexValue change) {
        var subject = new AuditLog.Subject(person.id(), person.userName());
        return changed ? log.done(origin, action, subject, change, null) : log.noChange(origin, action, subject);
    }

    private static void requireActive(User person) {
        if (!person.isActive()) {
            throw RequestRefused.conflict("This person is inactive. Activate the person first.");
        }
    }

    private static void requireEnded(boolean ended, String otherwise) {
        if (!ended) {
            throw RequestRefused.unknown(otherwise);
        }
    }
}
