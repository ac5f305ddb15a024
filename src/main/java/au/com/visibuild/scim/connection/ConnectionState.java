package au.com.visibuild.scim.connection;

/** How a company's connection is, as its admin sees it. */
public enum ConnectionState {
    /** SCIM is not part of the account. */
    NOT_INCLUDED,
    /** SCIM was never switched on. */
    NEVER_ON,
    /** Switched off by a person. */
    OFF,
    /** On, and the token has ended. */
    EXPIRED,
    /** On, and requests are being refused. */
    FAILING,
    /** On and right, and the token ends within thirty days. */
    EXPIRING,
    /** On, and nothing has come for more than a day. */
    QUIET,
    /** On, and nothing has come with this token yet. */
    WAITING,
    /** On, and requests are answered. */
    HEALTHY
}
