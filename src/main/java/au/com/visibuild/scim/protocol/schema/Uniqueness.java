package au.com.visibuild.scim.protocol.schema;

/** Among whom a value must be unique (RFC 7643 §7). */
public enum Uniqueness {
    NONE("none"),
    SERVER("server"),
    GLOBAL("global");

    private final String keyword;

    Uniqueness(String keyword) {
        this.keyword = keyword;
    }

    /** The keyword as it stands in a schema document. */
    public String keyword() {
        return keyword;
    }
}
