package au.com.visibuild.scim.administration;

import au.com.visibuild.scim.audit.AuditAction;
import au.com.visibuild.scim.audit.Origin;
import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.platform.Ids;
import au.com.visibuild.scim.platform.RequestRefused;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Bool;
import au.com.visibuild.scim.provisioning.UserProvisioning;
import au.com.visibuild.scim.user.DirectoryStore;
import au.com.visibuild.scim.user.PeopleSearchStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A company admin's work on people; staff make the first of a company. Writes go the way of the identity provider's,
 * with the same checks and the same deprovisioning, but do not make a person SCIM-managed.
 */
@ApplicationScoped
public class UserAdministration {

    private static final int PAGE = 100;

    private final UserProvisioning provisioning;
    private final DirectoryStore directory;
    private final PeopleSearchStore search;

    UserAdministration(UserProvisioning provisioning, DirectoryStore directory, PeopleSearchStore search) {
        this.provisioning = provisioning;
        this.directory = directory;
        this.search = search;
    }

    /**
     * A person as an admin sees one.
     *
     * @param loginEmail the address the person logs in with, or null: then the person cannot
     * @param externalId what the identity provider calls the person, or null
     * @param scimManagedSince since when the identity provider manages the person, or null
     * @param roles the names of the roles the person has
     * @param projects the projects the person is a member of
     */
    public record Person(
            UUID id,
            String userName,
            @Nullable String loginEmail,
            @Nullable String externalId,
            @Nullable String displayName,
            boolean active,
            @Nullable Instant scimManagedSince,
            Instant createdAt,
            Instant modifiedAt,
            List<String> roles,
            List<ProjectRef> projects) {}

    /** A project by id and name. */
    public record ProjectRef(UUID id, String name) {}

    /** Makes a person; {@code userName} is required. */
    public Uni<Person> create(Origin origin, PersonForm form) {
        return provisioning.create(origin, form.newPerson()).chain(made -> get(origin.company(), made.id()));
    }

    /** Changes what the form names and nothing else; {@code active: false} is a deactivation. */
    public Uni<Person> edit(Origin origin, String user, PersonForm form) {
        return provisioning
                .edit(origin, AuditAction.UPDATE_USER, user, form::applyTo)
                .chain(() -> get(origin.company(), user));
    }

    /** Switches a person off. */
    public Uni<Person> deactivate(Origin origin, String user) {
        return provisioning
                .edit(origin, AuditAction.DEACTIVATE_USER, user, current -> current.with("active", Bool.FALSE))
                .chain(() -> get(origin.company(), user));
    }

    /** One person; 404 for an id the company does not have. */
    public Uni<Person> get(CompanyId company, String user) {
        UUID id = Ids.read(user);
        return (id == null ? Uni.createFrom().<DirectoryStore.Entry>nullItem() : directory.find(company, id))
                .onItem()
                .ifNull()
                .failWith(() -> RequestRefused.unknown("There is no such person."))
                .map(UserAdministration::person);
    }

    /**
     * Which people an admin asks for; null narrows nothing.
     *
     * @param begins how userName, login e-mail or externalId begins; then a hundred people at most and no further page
     * @param managed whether the identity provider manages them
     * @param active whether they may log in
     * @param after the last person of the page before
     */
    public record Wanted(
            @Nullable String begins,
            @Nullable Boolean managed,
            @Nullable Boolean active,
            @Nullable String after) {}

    /**
     * A page of people.
     *
     * @param more whether there are more than these
     */
    public record Found(List<Person> people, boolean more) {}

    /** The company's people with roles and projects, a hundred a page by userName. */
    public Uni<Found> page(CompanyId company, Wanted wanted) {
        DirectoryStore.Sort sort = new DirectoryStore.Sort(wanted.managed(), wanted.active());
        String begins = wanted.begins() == null ? "" : wanted.begins().strip();
        Uni<List<DirectoryStore.Entry>> found = begins.isEmpty()
                ? directory.page(company, sort, Ids.read(wanted.after()), PAGE + 1)
                : search.living(company, begins, sort, PAGE + 1)
                        .chain(people -> directory.among(company, people, sort, PAGE + 1));
        return found.map(people -> new Found(
                people.stream().limit(PAGE).map(UserAdministration::person).toList(), people.size() > PAGE));
    }

    /** How many people a company has, by who manages them and whether they may log in. */
    public record Counts(long managedActive, long managedInactive, long byHandActive, long byHandInactive) {}

    /** How many people the company has. */
    public Uni<Counts> counts(CompanyId company) {
        return directory
                .counts(company)
                .map(found -> new Counts(
                        found.managedActive(), found.managedInactive(), found.byHandActive(), found.byHandInactive()));
    }

    /** Whether the person exists and may log in: asked on every admin request. */
    public Uni<Boolean> isActive(CompanyId company, UUID user) {
        return directory.isActive(company, user);
    }

    private static Person person(DirectoryStore.Entry entry) {
        return new Person(
                entry.id(),
                entry.userName(),
                entry.loginEmail(),
                entry.externalId(),
                entry.displayName(),
                entry.active(),
                entry.scimManagedSince(),
                entry.createdAt(),
                entry.modifiedAt(),
                entry.roles(),
                entry.projects().stream()
                        .map(project -> new ProjectRef(project.id(), project.name()))
                        .toList());
    }
}
