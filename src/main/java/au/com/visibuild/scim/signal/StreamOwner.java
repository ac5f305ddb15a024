package au.com.visibuild.scim.signal;

import au.com.visibuild.scim.company.CompanyId;
import org.jspecify.annotations.Nullable;

/**
 * Whose streams: each sees its own only.
 *
 * @param name no other owner's
 * @param company whose people its streams tell of, or null for those of all companies
 */
public record StreamOwner(String name, @Nullable CompanyId company) {

    /** A platform, by its JWT's subject: it serves all companies. */
    public static StreamOwner platform(String subject) {
        return new StreamOwner("platform:" + subject, null);
    }

    /** A company, whichever of its admins acts. */
    public static StreamOwner company(CompanyId company) {
        return new StreamOwner("company:" + company, company);
    }
}
