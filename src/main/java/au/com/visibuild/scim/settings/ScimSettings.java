package au.com.visibuild.scim.settings;

import au.com.visibuild.scim.company.CompanyId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Whether a company uses SCIM, and who said so when. */
@Entity
@Table(name = "scim_settings")
public class ScimSettings {

    @Id
    @Column(name = "company_id")
    private UUID companyId;

    private boolean enabled;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "changed_by")
    private String changedBy;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected ScimSettings() {}

    ScimSettings(CompanyId company, boolean enabled, Instant changedAt, String changedBy) {
        this.companyId = company.value();
        this.enabled = enabled;
        this.changedAt = changedAt;
        this.changedBy = changedBy;
    }

    void change(boolean nowEnabled, Instant at, String by) {
        enabled = nowEnabled;
        changedAt = at;
        changedBy = by;
    }

    /** Whether SCIM is on. */
    public boolean enabled() {
        return enabled;
    }

    /** Since when it is as it is. */
    public Instant changedAt() {
        return changedAt;
    }

    /** Who made it so. */
    public String changedBy() {
        return changedBy;
    }
}
