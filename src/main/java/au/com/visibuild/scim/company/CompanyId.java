package au.com.visibuild.scim.company;

import java.util.UUID;

/** Which company. Every statement of every store carries one. */
public record CompanyId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
