package au.com.visibuild.scim.api.settings;

import au.com.visibuild.scim.audit.Origin;
import au.com.visibuild.scim.company.Company;
import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.history.Sight;

/**
 * Who looks at the page, and at which company's.
 *
 * @param company whose page it is
 * @param admin whether this is the company's admin, who may change things; staff may look
 * @param subject the person, by the JWT's subject
 * @param recent whether the sign-in is recent enough for sensitive acts
 * @param requestId the request's id
 */
record Viewer(Company company, boolean admin, String subject, boolean recent, String requestId) {

    CompanyId companyId() {
        return company.id();
    }

    /** How much of people's data this reader sees. */
    Sight sight() {
        return admin ? Sight.ADMIN : Sight.STAFF;
    }

    /** The author of what this person does. */
    Origin origin() {
        return new Origin(companyId(), admin ? Origin.Kind.ADMIN : Origin.Kind.STAFF, subject, requestId);
    }
}
