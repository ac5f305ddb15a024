package au.com.visibuild.scim.provisioning;

import au.com.visibuild.scim.audit.AuditAction;
import au.com.visibuild.scim.audit.AuditLog;
import au.com.visibuild.scim.audit.Origin;
import au.com.visibuild.scim.protocol.error.ScimException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** There is no group sync, by design: projects and roles are given by hand. */
@ApplicationScoped
public class GroupSync {

    private final Refusals refusals;

    GroupSync(Refusals refusals) {
        this.refusals = refusals;
    }

    /** Refuses a write to groups; the company's admin finds it in the log, with what to switch off. */
    public <T> Uni<T> refuse(Origin origin) {
        return refusals.refuse(origin, AuditAction.WRITE_GROUP, AuditLog.Subject.NOBODY, notOffered());
    }

    /** 501 for every write to groups: says so and what to do. */
    static ScimException notOffered() {
        return ScimException.notImplemented("Groups are not synchronised. Switch group provisioning off in the identity"
                + " provider; the users of an assigned group are provisioned one by one.");
    }
}
