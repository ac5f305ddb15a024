package au.com.visibuild.scim.history;

/** How much of people's data a reader of the log sees. */
public enum Sight {
    /** Visibuild's staff: names and addresses too are cut to what tells two people apart. */
    STAFF,
    /** The company's admin: who it is about, and of the values what names nobody's private life. */
    ADMIN,
    /** The company's admin who asked for it, which is logged. */
    EVERYTHING
}
