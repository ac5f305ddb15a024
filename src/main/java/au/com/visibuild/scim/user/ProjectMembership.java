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

/** A person's access to a project, now or once. */
@Entity
@SuppressWarnings("UnusedVariable") // some columns are read by statements only
@Table(name = "project_membership")
public class ProjectMembership {

    @Id
    private UUID id;

    @Column(name = "company_id")
    private UUID companyId;

    @Column(name = "user_id")
    private UUID userId;

    @Column(name = "project_id")
    private UUID projectId;

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
    protected ProjectMembership() {}

    ProjectMembership(UUID id, User user, Project project, Instant startedAt, String startedBy) {
        this.id = id;
        this.companyId = user.company().value();
        this.userId = user.id();
        this.projectId = project.id();
        this.startedAt = startedAt;
        this.startedBy = startedBy;
    }

    /** The project. */
    public UUID projectId() {
        return projectId;
    }
}
