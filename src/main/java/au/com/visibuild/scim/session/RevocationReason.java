package au.com.visibuild.scim.session;

import org.jspecify.annotations.Nullable;

/** Why a session ended before its time. */
public enum RevocationReason {
    /** The person was switched off or deleted. */
    DEPROVISIONED,
    /** The platform signed the person out. */
    SIGNED_OUT,
    /** Staff took the login e-mail from the person. */
    LOGIN_RELEASED;

    /** The reason of that name; {@code DEPROVISIONED} for none, as events had none before they said why. */
    public static RevocationReason named(@Nullable String name) {
        return name == null ? DEPROVISIONED : valueOf(name);
    }
}
