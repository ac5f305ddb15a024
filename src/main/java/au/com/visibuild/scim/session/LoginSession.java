package au.com.visibuild.scim.session;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.user.User;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person signed in on a platform. */
@Entity
@SuppressWarnings("UnusedVariable") // some columns are read by statements only
@Table(name = "login_session")
public class LoginSession {

    @Id
    private UUID id;

    @Column(name = "company_id")
    private UUID companyId;

    @Column(name = "user_id")
    private UUID userId;

    private String platform;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @Column(name = "revoked_reason")
    @Enumerated(EnumType.STRING)
    private @Nullable RevocationReason revokedReason;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected LoginSession() {}

    LoginSession(UUID id, User user, String platform, Instant openedAt, Instant expiresAt) {
        this.id = id;
        this.companyId = user.company().value();
        this.userId = user.id();
        this.platform = platform;
        this.openedAt = openedAt;
        this.expiresAt = expiresAt;
    }

    /** As it is while it is alive; its person is known by these names. */
    LiveSession live(String userName, @Nullable String loginEmail) {
        return new LiveSession(
                id, new CompanyId(companyId), userId, platform, openedAt, expiresAt, userName, loginEmail);
    }

    /** Its identifier, which access tokens carry as {@code sid}. */
    public UUID id() {
        return id;
    }

    /** Where the person is signed in. */
    public String platform() {
        return platform;
    }

    /** The moment from which it is over, if nobody ends it before. */
    public Instant expiresAt() {
        return expiresAt;
    }
}
