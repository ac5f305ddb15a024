package au.com.visibuild.scim.protocol.error;

/** The closed list of error keywords: RFC 7644 table 9 and RFC 9865 §2.1. */
public enum ScimType {
    /** The filter's syntax is wrong, or the attribute cannot be compared this way. */
    INVALID_FILTER("invalidFilter"),
    /** The result would be larger than the service is willing to compute. */
    TOO_MANY("tooMany"),
    /** A value that must be unique is taken. */
    UNIQUENESS("uniqueness"),
    /** The change is not compatible with the attribute's mutability. */
    MUTABILITY("mutability"),
    /** The body's structure is wrong. */
    INVALID_SYNTAX("invalidSyntax"),
    /** The path of a PATCH operation is malformed. */
    INVALID_PATH("invalidPath"),
    /** The path of a PATCH operation yields nothing to operate on. */
    NO_TARGET("noTarget"),
    /** A required value is missing, or a value is not of its attribute's type. */
    INVALID_VALUE("invalidValue"),
    /** The protocol version asked for is not supported. */
    INVALID_VERS("invalidVers"),
    /** The request carries personal data in its URI. */
    SENSITIVE("sensitive"),
    /** The cursor was not made by this service for this query. */
    INVALID_CURSOR("invalidCursor"),
    /** The cursor is too old. */
    EXPIRED_CURSOR("expiredCursor"),
    /** The count is outside of what the service pages. */
    INVALID_COUNT("invalidCount");

    private final String keyword;

    ScimType(String keyword) {
        this.keyword = keyword;
    }

    /** The keyword as it stands on the wire. */
    public String keyword() {
        return keyword;
    }
}
