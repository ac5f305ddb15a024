package au.com.visibuild.scim.connection;

import org.jspecify.annotations.Nullable;

/** What was found in one request, or in none. The order is the doctor's: of several the first is told. */
public enum Finding {
    /** Nothing arrived that could be linked to the company. */
    NOTHING_SEEN,
    /** The token ended when SCIM was switched off. */
    TOKEN_SWITCHED_OFF,
    /** SCIM is not part of the account at present. */
    FEATURE_OFF,
    /** A right token under another scheme than Bearer. */
    NOT_BEARER,
    /** A right token without the word Bearer. */
    NO_SCHEME,
    /** A right token, and another Authorization header beside it. */
    SEVERAL_HEADERS,
    /** The word Bearer twice before a right token. */
    DOUBLED_BEARER,
    /** A right token in quotation marks. */
    QUOTED,
    /** Blanks inside or around a right token. */
    BLANKS,
    /** A token that another one has replaced. */
    TOKEN_REPLACED,
    /** A token past its end. */
    TOKEN_EXPIRED,
    /** A known key id and fewer characters than a token has. */
    TOKEN_TRUNCATED,
    /** A known key id and other characters than the token has. */
    TOKEN_ALTERED,
    /** A right token at an address where nothing is. */
    WRONG_PATH,
    /** An address that does not take this method. */
    WRONG_METHOD,
    /** A body of another media type. */
    CONTENT_TYPE,
    /** An answer of another media type was asked for. */
    ACCEPT,
    /** A body that is no sound JSON. */
    BODY,
    /** A body that is too large. */
    TOO_LARGE,
    /** A filter that cannot be read or answered. */
    FILTER,
    /** A PATCH path that names nothing. */
    PATCH_PATH,
    /** A value that is missing or of the wrong kind. */
    VALUE,
    /** Somebody has the name already. */
    CONFLICT,
    /** What is not offered: groups, /Me, types of resources that there are not. */
    NOT_OFFERED,
    /** Our fault. */
    FAULT,
    /** Requests arrived and did not go well, more than are looked at singly. */
    COUNTED_ONLY,
    /** The person changed in between. */
    CHANGED_MEANWHILE,
    /** A person whom the company does not have. */
    UNKNOWN_ID,
    /** It went well once, and nothing came since. */
    WORKS_THEN_QUIET,
    /** It went well. */
    WORKS;

    /** What a request with an accepted token came to. */
    static Finding of(SeenRequest seen) {
        return of(seen.status(), seen.scimType(), seen.knownRoute() ? seen.route() : "");
    }

    /** {@code route} is empty for one that there is not. */
    static Finding of(int status, @Nullable String scimType, String route) {
        return switch (status) {
            case 404 -> route.isEmpty() ? WRONG_PATH : route.endsWith(" /Users/{id}") ? UNKNOWN_ID : NOT_OFFERED;
            case 405 -> WRONG_METHOD;
            case 406 -> ACCEPT;
            case 409 -> CONFLICT;
            case 412 -> CHANGED_MEANWHILE;
            case 413, 414, 431 -> TOO_LARGE;
            case 415 -> CONTENT_TYPE;
            case 501 -> NOT_OFFERED;
            default -> status < 400 ? WORKS : status >= 500 ? FAULT : byType(scimType);
        };
    }

    private static Finding byType(@Nullable String scimType) {
        return switch (scimType == null ? "" : scimType) {
            case "invalidFilter" -> FILTER;
            case "invalidPath", "noTarget" -> PATCH_PATH;
            case "invalidSyntax" -> BODY;
            case "uniqueness" -> CONFLICT;
            default -> VALUE;
        };
    }

    /** Whether the request was as it should be, whatever came of it. */
    boolean isWell() {
        return this == WORKS || this == UNKNOWN_ID || this == CHANGED_MEANWHILE;
    }

    /** Whether one request that goes well later shows that it is over, wherever that goes. */
    boolean isOverOnceAnythingWorks() {
        return compareTo(WRONG_METHOD) <= 0 || compareTo(CHANGED_MEANWHILE) >= 0;
    }

    /** Whether a request of the same kind that goes well later shows that it is over. */
    boolean isOverOnceTheSameWorks() {
        return this == CONTENT_TYPE || this == ACCEPT || this == BODY || this == TOO_LARGE || this == FAULT;
    }
}
