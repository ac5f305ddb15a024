package au.com.visibuild.scim.protocol.filter;

/** Filter syntax outside of the RFC's grammar that identity providers send, and that the parser reads when asked to. */
public enum Leniency {
    /** {@code userName eq bob}: a bare word after {@code eq} is a string. */
    UNQUOTED_WORD,
    /** {@code emails[type eq "work"].value eq "x"}: the comparison moves into the brackets. Sent by Entra ID. */
    SUB_ATTRIBUTE_AFTER_VALUE_PATH
}
