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
    /** Events that had been given up were sent to their receivers again. */
    REPLAY_DEAD_LETTERS
}
