package au.com.visibuild.scim.provisioning;

import au.com.visibuild.scim.protocol.error.ScimException;

/** There is no group sync, by design: projects and roles are given by hand. */
public final class GroupSync {

    private GroupSync() {}

    /** 501 for every write to groups: says so and what to do. */
    public static ScimException notOffered() {
        return ScimException.notImplemented("Groups are not synchronised. Switch group provisioning off in the identity"
                + " provider; the users of an assigned group are provisioned one by one.");
    }
}
