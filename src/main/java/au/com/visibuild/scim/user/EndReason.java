package au.com.visibuild.scim.user;

/** Why a role or a project membership ended. */
public enum EndReason {
    /** The person was switched off. */
    DEPROVISIONED,
    /** An admin took it away. */
    REMOVED
}
