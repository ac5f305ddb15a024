package au.com.visibuild.scim.idp;

import au.com.visibuild.scim.company.CompanyId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A token that was used and must not be used again. */
@Entity
@SuppressWarnings("UnusedVariable") // some columns are read by statements only
@Table(name = "used_assertion")
class UsedAssertion {

    @Id
    private String digest;

    @Column(name = "company_id")
    private UUID companyId;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected UsedAssertion() {}

    UsedAssertion(String digest, CompanyId company, Instant expiresAt) {
        this.digest = digest;
        this.companyId = company.value();
        this.expiresAt = expiresAt;
    }
}
