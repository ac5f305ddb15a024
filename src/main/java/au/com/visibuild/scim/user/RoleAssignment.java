package au.com.visibuild.scim.user;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A role a person has or had in the company. Assigned by hand only; SCIM's {@code roles} attribute is not this. */
@Entity
@SuppressWarnings("UnusedVariable") // some columns are read by statements only
@Table(name = "role_assignment")
public class RoleAssignment {

    @Id
    private UUID id;

    @Column(name = "company_id")
    private UUID companyId;

    @Column(name = "user_id")
    private UUID userId;

    private String role;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "started_by")
    private String startedBy;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "ended_reason")
    @Enumerated(EnumType.STRING)
    private @Nullable EndReason endedReason;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected RoleAssignment() {}

    RoleAssignment(UUID id, User user, String role, Instant startedAt, String startedBy) {
        this.id = id;
        this.companyId = user.company().value();
        this.userId = user.id();
        this.role = role;
        this.startedAt = startedAt;
        this.startedBy = startedBy;
    }

    /** The role's name. */
    public String role() {
        return role;
    }
}
