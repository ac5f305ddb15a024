package au.com.visibuild.scim.idp;

import au.com.visibuild.scim.company.CompanyId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** By whose signature a company's people may be signed out, and who said so when. */
@Entity
@Table(name = "identity_provider")
public class IdentityProvider {

    @Id
    @Column(name = "company_id")
    private UUID companyId;

    private String issuer;

    @Column(name = "jwks_uri")
    private String jwksUri;

    private String audience;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "removed_at")
    private @Nullable Instant removedAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected IdentityProvider() {}

    IdentityProvider(CompanyId company, Trust trust, Instant changedAt, String changedBy) {
        this.companyId = company.value();
        this.issuer = trust.issuer();
        this.jwksUri = trust.jwksUri();
        this.audience = trust.audience();
        this.changedAt = changedAt;
        this.changedBy = changedBy;
    }

    /**
     * What tokens are trusted.
     *
     * @param issuer their {@code iss}
     * @param jwksUri where the keys are published that sign them
     * @param audience what their {@code aud} must name
     */
    public record Trust(String issuer, String jwksUri, String audience) {
        URI keys() {
            return URI.create(jwksUri);
        }
    }

    void change(Trust trust, Instant at, String by) {
        issuer = trust.issuer();
        jwksUri = trust.jwksUri();
        audience = trust.audience();
        changedAt = at;
        changedBy = by;
        removedAt = null;
    }

    void remove(Instant at, String by) {
        changedAt = at;
        changedBy = by;
        removedAt = at;
    }

    boolean isRemoved() {
        return removedAt != null;
    }

    /** Which tokens are trusted. */
    public Trust trust() {
        return new Trust(issuer, jwksUri, audience);
    }

    /** Since when. */
    public Instant changedAt() {
        return changedAt;
    }

    /** Who said so. */
    public String changedBy() {
        return changedBy;
    }
}
