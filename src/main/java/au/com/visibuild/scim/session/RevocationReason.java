package au.com.visibuild.scim.session;

/** Why a session ended before its time. */
public enum RevocationReason {
    /** The person was switched off or deleted. */
    DEPROVISIONED,
    /** The platform signed the person out. */
    SIGNED_OUT,
    /** Staff took the login e-mail from the person. */
    LOGIN_RELEASED
}
