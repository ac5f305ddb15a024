package au.com.visibuild.scim.user;

import au.com.visibuild.scim.company.CompanyId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A construction project of a company. */
@Entity
@SuppressWarnings("UnusedVariable") // some columns are read by statements only
@Table(name = "project")
public class Project {

    @Id
    private UUID id;

    @Column(name = "company_id")
    private UUID companyId;

    private String name;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected Project() {}

    /** A new project; the name is unique in its company. */
    public Project(UUID id, CompanyId company, String name, Instant createdAt) {
        this.id = id;
        this.companyId = company.value();
        this.name = name;
        this.createdAt = createdAt;
    }

    /** Its identifier. */
    public UUID id() {
        return id;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** When it was made. */
    public Instant createdAt() {
        return createdAt;
    }
}
