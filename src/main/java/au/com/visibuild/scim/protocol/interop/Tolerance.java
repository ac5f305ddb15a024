package au.com.visibuild.scim.protocol.interop;

import java.util.List;

/**
 * How this service reads what clients send beside the RFC, or where the RFC leaves a choice: what happens, and who needs
 * it. A {@link Kind#REPAIR} rewrites a request before the strict core sees it, can be switched off and is counted; a
 * {@link Kind#RULE} is how the service reads everybody, and has a number because clients depend on it.
 */
public enum Tolerance {
    T1(
            Kind.REPAIR,
            "op-in-any-case",
            "`\"op\": \"Replace\"` is `replace`",
            "Entra ID",
            "entra-create-update-disable-delete",
            "ms-scim-validator"),
    T2(
            Kind.REPAIR,
            "boolean-as-text",
            "`\"True\"`, `\"false\"` for a Boolean, also in filters",
            "Entra ID",
            "entra-legacy-patch-quirks",
            "ms-scim-validator"),
    T3(
            Kind.REPAIR,
            "paths-as-keys",
            "keys of a PATCH value without path that are paths (`name.givenName`, `emails[…].value`, URN and attribute): "
                    + "one operation each; also a dot instead of the colon behind an extension's URN",
            "Entra ID with `aadOptscim062020`; the dot: its `customappsso` jobs "
                    + "(Microsoft, \"Known issues with SCIM 2.0 protocol compliance\")",
            "entra-optscim-flag",
            "entra-legacy-patch-quirks"),
    T4(
            Kind.REPAIR,
            "missing-element",
            "add or replace at `emails[type eq \"work\"].value` where no element matches makes one, if the filter is an `eq` "
                    + "or an `and` of them (RFC 7644 §3.5.2.3: `noTarget`)",
            "Entra ID",
            "entra-legacy-patch-quirks"),
    T5(
            Kind.REPAIR,
            "remove-with-value",
            "remove with a value takes only the elements that equal it, and none is no error",
            "Entra ID",
            "entra-legacy-patch-quirks"),
    T6(
            Kind.REPAIR,
            "manager-in-any-form",
            "a manager as text, as an array, with SCIM 1.1's `managerId`, or outside of the enterprise extension: brought "
                    + "there as an object; the empty text clears, and so does a remove at `manager[value eq \"id\"]`",
            "Entra ID, the filter: thomaspoignant/scim-patch#453; OneLogin (\"Define your SCIM user schema\")",
            "entra-create-update-disable-delete",
            "onelogin"),
    T7(
            Kind.REPAIR,
            "roles-as-text",
            "roles as texts, whatever they hold: kept as each role's `value`",
            "Entra ID (boxyhq/jackson, directory sync)",
            "entra-documented"),
    T8(
            Kind.REPAIR,
            "one-for-many",
            "one object or text for a multi-valued attribute: an array of one",
            "OneLogin (\"Define your SCIM user schema\")",
            "onelogin"),
    T9(
            Kind.REPAIR,
            "empty-clears",
            "`\"\"` for anything that is not required, and `null`, `\"\"` or `[]` in an add or replace: clears",
            "Entra ID (simpleidserver/SimpleIdServer#295)",
            "entra-documented"),
    T10(
            Kind.REPAIR,
            "unknown-ignored",
            "attributes and `schemas` URNs that the service does not have are ignored; URNs from before the RFC "
                    + "(`urn:scim:schemas:core:1.0`, `…:2.0`) are read as the official ones",
            "Entra ID; OneLogin (goauthentik/authentik#11249)",
            "entra-legacy-patch-quirks",
            "onelogin"),
    T11(
            Kind.REPAIR,
            "undeclared-extension",
            "an extension's object whose URN is not in `schemas`",
            "Entra ID (Microsoft, \"Customize attribute mappings\")",
            "entra-documented"),
    T12(
            Kind.REPAIR,
            "read-only-ignored",
            "readOnly members of a PATCH value, such as `id`, are ignored (in POST and PUT the RFC itself says so)",
            "Okta, in groups (imulab/go-scim#57)",
            "okta-group-push"),
    T13(
            Kind.RULE,
            "external-id-exact",
            "`externalId` is compared with case, within a company",
            "everybody; RFC 7643 §3.1"),
    T14(
            Kind.RULE,
            "paging-clamped",
            "`startIndex` below 1, `count` below 0 or above the limit: clamped",
            "everybody; RFC 7644 §3.4.2.4"),
    T15(
            Kind.RULE,
            "plain-json",
            "`application/json` beside `application/scim+json`, with any parameters, in both headers",
            "OneLogin, Google (goauthentik/authentik#11249, pond/scimitar#142)",
            "onelogin",
            "google-workspace"),
    T16(
            Kind.RULE,
            "slashes",
            "doubled and trailing slashes, a trailing `?` or `&`",
            "Entra ID, OneLogin (goauthentik/authentik#11249)",
            "entra-legacy-patch-quirks",
            "onelogin"),
    T17(
            Kind.RULE,
            "plus-is-blank",
            "`+` is a blank in the query",
            "Entra ID, OneLogin",
            "entra-create-update-disable-delete",
            "onelogin"),
    T18(
            Kind.REPAIR,
            "second-primary",
            "of two primary elements in one value the first stays primary",
            "PingOne (\"SCIM provisioning limitations\")",
            "pingone"),
    T19(
            Kind.RULE,
            "add-twice",
            "add of an element that is there: no duplicate, no error",
            "everybody; RFC 7644 §3.5.2.1"),
    T20(
            Kind.RULE,
            "empty-operations",
            "empty `Operations` are not tolerated: `invalidSyntax` (RFC 7644 §3.5.2)",
            "Microsoft's SCIM validator sends them (scimmyjs/scimmy#59)",
            "ms-scim-validator"),
    T21(
            Kind.RULE,
            "odd-ids",
            "ids of any form: 404, never 400",
            "PingFederate tests its connection so (\"GitHub EMU connector\")",
            "pingfederate"),
    T22(
            Kind.REPAIR,
            "unquoted-word",
            "`externalId eq jyoung`: a word without quotes is a text",
            "Entra ID (Microsoft, \"Develop a SCIM endpoint\", older text)",
            "entra-documented"),
    T23(
            Kind.REPAIR,
            "sub-attribute-behind-filter",
            "`emails[type eq \"work\"].value eq \"x\"`: both conditions on one element",
            "Entra ID (Microsoft, \"Develop a SCIM endpoint\")",
            "entra-documented"),
    T24(
            Kind.REPAIR,
            "manager-by-id",
            "`manager eq \"id\"`: the manager's `value` in the enterprise extension",
            "Entra ID (Microsoft, \"Develop a SCIM endpoint\", reference check)",
            "entra-documented"),
    T25(
            Kind.REPAIR,
            "missing-schemas",
            "POST and PUT without `schemas`, or without a URN that the service knows in it: those of the attributes that "
                    + "are there. A PATCH stays refused, for nobody is known to send one so",
            "authentik (goauthentik/authentik#7460), Microsoft's Postman tests (AzureAD/SCIMReferenceCode#21)",
            "authentik",
            "ms-scim-validator"),
    T26(
            Kind.REPAIR,
            "extension-without-urn",
            "an extension's attribute without its URN, in filters, `sortBy` and PATCH paths: looked up there if the core has "
                    + "none of that name (`attributes` and `excludedAttributes` always are)",
            "everybody; RFC 7644 §3.10 asks clients for the URN by SHOULD only",
            "bare-extension-names"),
    T27(
            Kind.REPAIR,
            "array-of-one",
            "an array of one as the PATCH value of an attribute with one value, also `[{\"$ref\": null, \"value\": \"x\"}]`: "
                    + "that one",
            "clients built with SCIM-SDK (Captain-P-Goldfish/SCIM-SDK#968), Microsoft's own library "
                    + "(MicrosoftDocs/azure-docs#42220)",
            "scim-sdk");

    /** Whether a tolerance can be taken away. */
    public enum Kind {
        /** Rewrites a request to the RFC's form; without it the request gets the RFC's answer. */
        REPAIR,
        /** What the RFC itself says or leaves open, or HTTP does; the same for everybody, always. */
        RULE
    }

    private static final String AND = ", ";

    private final Kind kind;
    private final String title;
    private final String treatment;
    private final String clients;
    private final String conversations;

    Tolerance(Kind kind, String title, String treatment, String clients, String... conversations) {
        this.kind = kind;
        this.title = title;
        this.treatment = treatment;
        this.clients = clients;
        this.conversations = String.join(AND, conversations);
    }

    /** Whether it can be taken away. */
    public Kind kind() {
        return kind;
    }

    /** A name that says more than the number, such as {@code missing-element}. */
    public String title() {
        return title;
    }

    /** What is read, and as what; Markdown. */
    public String treatment() {
        return treatment;
    }

    /** Who sends it, and where that is written; Markdown. */
    public String clients() {
        return clients;
    }

    /** The conversations of the interop tests in which it is needed, by the names of their files. */
    public List<String> conversations() {
        return conversations.isEmpty() ? List.of() : List.of(conversations.split(AND));
    }

    /** Where it comes from, in one line. */
    public String source() {
        return conversations.isEmpty() ? clients : clients + "; conversation " + conversations;
    }
}
