package au.com.visibuild.scim.audit;

import au.com.visibuild.scim.company.CompanyId;

/**
 * Where a change comes from.
 *
 * @param company whose data it concerns
 * @param kind what sort of actor asks for it
 * @param actor who: a token's key id, a user's id, a part of the service; never a secret
 * @param requestId the request's id, as logged and answered
 */
public record Origin(CompanyId company, Kind kind, String actor, String requestId) {

    /** The sorts of actors. */
    public enum Kind {
        /** The company's identity provider; the actor is its token's key id. */
        SCIM,
        /** The company's identity provider beside SCIM, by a token that it signed; the actor is its issuer. */
        IDENTITY_PROVIDER,
        /** An admin of the company; the actor is the admin's user id. */
        ADMIN,
        /** Visibuild's staff; the actor is the person's id with Visibuild's issuer. */
        STAFF,
        /** One of Visibuild's platforms; the actor is its JWT's subject. */
        PLATFORM,
        /** The service by itself. */
        SYSTEM
    }

    /** For columns such as {@code issued_by}: kind and actor in one text. */
    public String by() {
        return kind + ":" + actor;
    }
}
