package au.com.visibuild.scim.company;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A tenant: a customer of Visibuild, with its own people, projects and identity provider. */
@Entity
@Table(name = "company")
public class Company {

    @Id
    private UUID id;

    private String name;

    @Column(name = "scim_feature")
    private boolean scimFeature;

    private boolean demo;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected Company() {}

    /** A new company, without the SCIM feature. */
    public Company(CompanyId id, String name, Instant createdAt) {
        this(id, name, false, createdAt);
    }

    /** A new company; {@code demo} marks the one that the demo seeds. */
    public Company(CompanyId id, String name, boolean demo, Instant createdAt) {
        this.id = id.value();
        this.name = name;
        this.demo = demo;
        this.createdAt = createdAt;
    }

    /** Its identifier. */
    public CompanyId id() {
        return new CompanyId(id);
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Whether its account includes SCIM. */
    public boolean hasScimFeature() {
        return scimFeature;
    }

    /** Whether it is the demo's. */
    public boolean isDemo() {
        return demo;
    }

    /** When it was made. */
    public Instant createdAt() {
        return createdAt;
    }

    /** Gives it another name. */
    public void rename(String newName) {
        name = newName;
    }

    /** Switches its SCIM feature. */
    public void switchScimFeature(boolean on) {
        scimFeature = on;
    }
}
