package au.com.visibuild.scim.administration;

import au.com.visibuild.scim.audit.AuditAction;
import au.com.visibuild.scim.audit.Origin;
import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Bool;
import au.com.visibuild.scim.protocol.resource.ScimResource;
import au.com.visibuild.scim.provisioning.UserProvisioning;
import au.com.visibuild.scim.user.DirectoryStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A company admin's work on people. Writes go the way of the identity provider's, with the same checks and the same
 * deprovisioning, but do not make a person SCIM-managed.
 */
@ApplicationScoped
public class UserAdministration {

    private static final int PAGE = 100;

    private final UserProvisioning provisioning;
    private final DirectoryStore directory;

    UserAdministration(UserProvisioning provisioning, DirectoryStore directory) {
        this.provisioning = provisioning;
        this.directory = directory;
    }

    /** Makes a person; {@code userName} is required. */
    public Uni<ScimResource> create(Origin origin, PersonForm form) {
        return provisioning.create(origin, form.newPerson());
    }

    /** Changes what the form names and nothing else; {@code active: false} is a deactivation. */
    public Uni<ScimResource> edit(Origin origin, String user, PersonForm form) {
        return provisioning.edit(origin, AuditAction.UPDATE_USER, user, form::applyTo);
    }

    /** Switches a person off. */
    public Uni<ScimResource> deactivate(Origin origin, String user) {
        return provisioning.edit(
                origin, AuditAction.DEACTIVATE_USER, user, current -> current.with("active", Bool.FALSE));
    }

    /** The company's people with roles and projects, a hundred a page by id, after the id of the page before. */
    public Uni<List<DirectoryStore.Person>> page(CompanyId company, @Nullable UUID after) {
        return directory.page(company, after, PAGE);
    }

    /** Whether the person exists and may log in: asked on every admin request. */
    public Uni<Boolean> isActive(CompanyId company, UUID user) {
        return directory.isActive(company, user);
    }
}
