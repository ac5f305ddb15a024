package au.com.visibuild.scim.signal;

/** How a stream names people (RFC 9493 §3.2). */
public enum SubjectFormat {
    /** By login e-mail; by id who has none. */
    EMAIL,
    /** By our issuer and the person's id. */
    ISS_SUB,
    /** By the person's id. */
    OPAQUE
}
