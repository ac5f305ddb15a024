package au.com.visibuild.scim.protocol.interop;

/**
 * What is accepted beside the RFC: input, treatment, and the conversation or document that shows who needs it. Each is
 * on by default. "Conversation" names a file of the recorded conversations that the interop tests replay.
 */
public enum Tolerance {
    /** {@code "op": "Replace"}: lower-cased. Conversation entra-create-update-disable-delete. */
    T1,
    /** {@code "True"}, {@code "false"} for a Boolean, also in filters: converted. Conversation entra-legacy-patch-quirks. */
    T2,
    /**
     * Keys of a PATCH value without path that are paths ({@code name.givenName}, {@code emails[…].value}, URN and
     * attribute): one operation each. Conversations entra-optscim-flag, entra-legacy-patch-quirks. A dot instead of the
     * colon behind an extension's URN, from Entra's {@code customappsso} jobs (Microsoft, "Known issues with SCIM 2.0
     * compliance"): the colon.
     */
    T3,
    /**
     * Add or replace at {@code emails[type eq "work"].value} where no element matches: one is created from the filter,
     * if that is one {@code eq} or an {@code and} of them; any other filter stays {@code noTarget}. Configurable, for
     * the RFC demands the error (§3.5.2.3). Conversation entra-legacy-patch-quirks.
     */
    T4,
    /**
     * Remove with a value (array, object or string): only the elements that equal it go, and none is no error.
     * Conversation entra-legacy-patch-quirks; for groups Microsoft, "Develop a SCIM endpoint".
     */
    T5,
    /**
     * A manager that is a string or an array, or that stands outside of the enterprise extension: brought there as an
     * object; the empty string clears. Conversations entra-create-update-disable-delete, entra-legacy-patch-quirks.
     */
    T6,
    /**
     * Roles as plain strings, also strings that hold JSON or commas: kept as the role's {@code value}. Microsoft,
     * "Customize attribute mappings" (app roles); conversation entra-legacy-patch-quirks.
     */
    T7,
    /** One object or string for a multi-valued attribute: an array of one. Microsoft, "Customize attribute mappings". */
    T8,
    /**
     * The empty string for anything that is not required, and {@code null}, {@code ""} or {@code []} as the value of an
     * add or replace: clears. Microsoft, "Develop a SCIM endpoint" (older sample); conversation
     * entra-legacy-patch-quirks.
     */
    T9,
    /**
     * Attributes and {@code schemas} URNs that the service does not have: ignored. Conversation
     * entra-legacy-patch-quirks. OneLogin's old URNs without {@code ietf:params}: read as the official ones
     * (goauthentik/authentik#11249).
     */
    T10,
    /** An extension's object whose URN is not in {@code schemas}: accepted. Microsoft, "Customize attribute mappings". */
    T11,
    /**
     * readOnly members of a PATCH value, such as {@code id} without a path: ignored. In POST and PUT the RFC itself
     * says so. Okta, SCIM 2.0 reference; conversation okta-lifecycle.
     */
    T12,
    /** {@code externalId} is compared with case and within a company only; obeyed by its definition and the user store. */
    T13,
    /** {@code startIndex} below 1, {@code count} below 0 or above the limit: clamped, where list queries are read. */
    T14,
    /**
     * {@code application/json} beside {@code application/scim+json}, with any parameters; obeyed by the HTTP layer.
     * OneLogin and Google send it (goauthentik/authentik#11249, pond/scimitar#142).
     */
    T15,
    /**
     * Doubled and trailing slashes, a trailing {@code ?} or {@code &}; obeyed by the HTTP layer. Conversation
     * entra-legacy-patch-quirks; OneLogin (goauthentik/authentik#11249).
     */
    T16,
    /** {@code +} as a blank in the query; obeyed by the HTTP layer. Conversation entra-create-update-disable-delete. */
    T17,
    /** Two primary elements in one value: the first stays primary. PingOne, "SCIM provisioning limitations". */
    T18,
    /** Add of an element that is there: no duplicate, no error; obeyed by the patch engine, as RFC 7644 §3.5.2.1 asks. */
    T19,
    /**
     * Empty {@code Operations}: not tolerated, {@code invalidSyntax} as the RFC asks. Microsoft's validator sends it
     * (scimmyjs/scimmy#59), so it has a number.
     */
    T20,
    /**
     * Ids of any form: 404, never 400; obeyed where ids are looked up. PingFederate tests its connection so ("GitHub
     * EMU connector").
     */
    T21,
    /**
     * {@code externalId eq jyoung}, a word without quotes: a string. Configurable. Microsoft, "Develop a SCIM endpoint"
     * (older text).
     */
    T22,
    /**
     * {@code emails[type eq "work"].value eq "x"}: both conditions on one element. Microsoft, "Develop a SCIM
     * endpoint" (matching attributes).
     */
    T23,
    /**
     * {@code manager eq "id"}: the manager's {@code value} in the enterprise extension. Microsoft, "Develop a SCIM
     * endpoint" (reference check).
     */
    T24
}
