package au.com.visibuild.scim.outbox;

/** What can have happened to a person that others must know. */
public enum EventType {
    /** All of the person's sessions were ended. */
    SESSION_REVOKED,
    /** The person was switched off. */
    ACCOUNT_DISABLED,
    /** The person was switched on again. */
    ACCOUNT_ENABLED,
    /** The person logs in with another address. */
    IDENTIFIER_CHANGED,
    /** The person was deleted. */
    ACCOUNT_PURGED
}
