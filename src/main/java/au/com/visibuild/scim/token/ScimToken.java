package au.com.visibuild.scim.token;

import au.com.visibuild.scim.company.CompanyId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A company's bearer token as we keep it: its public key id and its digest, never itself. */
@Entity
@SuppressWarnings("UnusedVariable") // some columns are read by statements only
@Table(name = "scim_token")
public class ScimToken {

    /** Why a token ended before its time. */
    public enum EndReason {
        /** Another one took its place. */
        REGENERATED,
        /** SCIM was switched off. */
        DISABLED
    }

    @Id
    private UUID id;

    @Column(name = "company_id")
    private UUID companyId;

    @Column(name = "key_id")
    private String keyId;

    private byte[] digest;

    @Column(name = "issued_at")
    private Instant issuedAt;

    @Column(name = "issued_by")
    private String issuedBy;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "ended_by")
    private @Nullable String endedBy;

    @Column(name = "ended_reason")
    @Enumerated(EnumType.STRING)
    private @Nullable EndReason endedReason;

    @Column(name = "last_used_at", insertable = false, updatable = false)
    private @Nullable Instant lastUsedAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected ScimToken() {}

    ScimToken(UUID id, CompanyId company, TokenSecret secret, Instant issuedAt, String issuedBy, Instant expiresAt) {
        this.id = id;
        this.companyId = company.value();
        this.keyId = secret.keyId();
        this.digest = secret.digest();
        this.issuedAt = issuedAt;
        this.issuedBy = issuedBy;
        this.expiresAt = expiresAt;
    }

    /** Ends it at once. */
    void end(EndReason reason, String by, Instant at) {
        endedReason = reason;
        endedBy = by;
        endedAt = at;
    }

    /** The public part of the token, 8 characters. */
    public String keyId() {
        return keyId;
    }

    /** When it was made. */
    public Instant issuedAt() {
        return issuedAt;
    }

    /** Who made it. */
    public String issuedBy() {
        return issuedBy;
    }

    /** The moment from which it is refused. */
    public Instant expiresAt() {
        return expiresAt;
    }

    /** When it was ended, or null. */
    public @Nullable Instant endedAt() {
        return endedAt;
    }

    /** Who ended it, or null. */
    public @Nullable String endedBy() {
        return endedBy;
    }

    /** Why it was ended, or null. */
    public @Nullable EndReason endedReason() {
        return endedReason;
    }

    /** When it was last used, give or take a minute; null if never. */
    public @Nullable Instant lastUsedAt() {
        return lastUsedAt;
    }
}
