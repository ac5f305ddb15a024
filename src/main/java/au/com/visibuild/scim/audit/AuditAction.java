package au.com.visibuild.scim.audit;

/** What can be done; the provisioning log's vocabulary. */
public enum AuditAction {
    /** A person was made. */
    CREATE_USER,
    /** A person's profile was changed by PATCH or by hand. */
    UPDATE_USER,
    /** A person's profile was replaced by PUT. */
    REPLACE_USER,
    /** A person was switched off. */
    DEACTIVATE_USER,
    /** A person was switched on again. */
    REACTIVATE_USER,
    /** A person was switched off and hidden from SCIM. */
    DELETE_USER,
    /** A person was given a role. */
    ASSIGN_ROLE,
    /** A person's role was ended. */
    END_ROLE,
    /** A person was added to a project. */
    ADD_TO_PROJECT,
    /** A person was removed from a project. */
    REMOVE_FROM_PROJECT,
    /** A project was made. */
    CREATE_PROJECT,
    /** A company was made. */
    CREATE_COMPANY,
    /** A company was given another name. */
    RENAME_COMPANY,
    /** SCIM became part of the company's account, or no longer is. */
    SWITCH_FEATURE,
    /** SCIM was switched on. */
    ENABLE_SCIM,
    /** The token was replaced. */
    REGENERATE_TOKEN,
    /** SCIM was switched off. */
    DISABLE_SCIM,
    /** The identity provider that may sign people out was named or changed. */
    SET_IDENTITY_PROVIDER,
    /** No identity provider may sign people out any more. */
    REMOVE_IDENTITY_PROVIDER,
    /** Staff took a clashing login e-mail from its holder. */
    RELEASE_LOGIN_EMAIL,
    /** All of a person's sessions were ended; the person may sign in again. */
    SIGN_OUT_USER,
    /** The identity provider tried to write a group, which is not offered. */
    WRITE_GROUP,
    /** An admin looked at the personal data that an entry of this log holds. */
    REVEAL_PERSONAL_DATA,
    /** This log was exported. */
    EXPORT_LOG,
    /** Events that had been given up were sent to their receivers again. */
    REPLAY_DEAD_LETTERS;

    /** The HTTP status with which an act that was accepted is answered. */
    int acceptedStatus(Origin.Kind by) {
        return switch (this) {
            case CREATE_USER, CREATE_PROJECT, CREATE_COMPANY, ENABLE_SCIM, REGENERATE_TOKEN -> 201;
            case DELETE_USER,
                    ASSIGN_ROLE,
                    END_ROLE,
                    ADD_TO_PROJECT,
                    REMOVE_FROM_PROJECT,
                    DISABLE_SCIM,
                    REMOVE_IDENTITY_PROVIDER -> 204;
            case SIGN_OUT_USER -> by == Origin.Kind.IDENTITY_PROVIDER ? 204 : 200;
            case UPDATE_USER,
                    REPLACE_USER,
                    DEACTIVATE_USER,
                    REACTIVATE_USER,
                    RENAME_COMPANY,
                    SWITCH_FEATURE,
                    SET_IDENTITY_PROVIDER,
                    RELEASE_LOGIN_EMAIL,
                    REVEAL_PERSONAL_DATA,
                    EXPORT_LOG,
                    REPLAY_DEAD_LETTERS -> 200;
            case WRITE_GROUP -> 501;
        };
    }
}
