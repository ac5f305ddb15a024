package au.com.visibuild.scim.user;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.platform.AttributeJson;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Bool;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.filter.TextFold;
import au.com.visibuild.scim.protocol.query.SearchTerms;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/**
 * A person of a company. The SCIM attributes are kept as one document; the columns beside it are derived from it here
 * and nowhere else, for the database's constraints and indexes. Every change of the attributes is one version further.
 *
 * <p>Changing {@code active} here is only the row's part of it: switching a person off is
 * {@code provisioning.Deprovisioning}.
 */
@Entity
@SuppressWarnings("UnusedVariable") // some columns are read by statements only
@Table(name = "users")
public class User {

    @Id
    private UUID id;

    @Column(name = "company_id")
    private UUID companyId;

    @Column(name = "user_name")
    private String userName;

    @Column(name = "user_name_key")
    private String userNameKey;

    @Column(name = "login_email")
    private @Nullable String loginEmail;

    @Column(name = "released_email")
    private @Nullable String releasedEmail;

    @Column(name = "external_id")
    private @Nullable String externalId;

    private boolean active;

    @Column(name = "manager_id")
    private @Nullable UUID managerId;

    @Column(name = "scim_managed_since")
    private @Nullable Instant scimManagedSince;

    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    @Column(name = "previous_user_id")
    private @Nullable UUID previousUserId;

    private long version;

    @ColumnTransformer(read = "cast(document as text)", write = "cast(cast(? as text) as json)")
    private String document;

    @ColumnTransformer(read = "cast(search as text)", write = "cast(cast(? as text) as jsonb)")
    private String search;

    @Column(name = "search_terms")
    private Long[] searchTerms;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "modified_at")
    private Instant modifiedAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected User() {}

    /**
     * A new person.
     *
     * @param attributes canonical attributes with {@code userName} and {@code active}
     * @param previous the row this person had before being deleted, or null
     */
    @SuppressWarnings("NullAway.Init") // the derived columns are set by derive
    public User(UUID id, CompanyId company, ComplexValue attributes, @Nullable UUID previous, Instant now) {
        this.id = id;
        this.companyId = company.value();
        this.previousUserId = previous;
        this.version = 1;
        this.createdAt = now;
        this.modifiedAt = now;
        derive(attributes);
    }

    /** The SCIM attributes: canonical, without id, schemas and meta. */
    public ComplexValue attributes() {
        return UserMapping.attributes(document);
    }

    /** Takes other attributes: one version further. */
    public void change(ComplexValue attributes, Instant now) {
        derive(attributes);
        touch(now);
    }

    /** Hides the person from SCIM for ever. */
    public void delete(Instant now) {
        deletedAt = now;
        touch(now);
    }

    /** The first accepted write of the identity provider makes a person SCIM-managed. */
    public void manageByScim(Instant now) {
        if (scimManagedSince == null) {
            scimManagedSince = now;
        }
    }

    /** Takes the login e-mail from this person until another one is sent. */
    public void releaseLoginEmail(Instant now) {
        releasedEmail = loginEmail;
        loginEmail = null;
        touch(now);
    }

    private void touch(Instant now) {
        version++;
        // A clock that steps back must not make a change look older than the row.
        modifiedAt = now.isBefore(modifiedAt) ? modifiedAt : now;
    }

    private void derive(ComplexValue attributes) {
        userName = Objects.requireNonNull(attributes.text("userName"), "userName");
        userNameKey = TextFold.fold(userName);
        // The empty string is no identifier: it must neither clash with another one nor be found by a filter.
        String identifier = attributes.text("externalId");
        externalId = identifier == null || identifier.isEmpty() ? null : identifier;
        active = Bool.TRUE.equals(attributes.get("active"));
        managerId = UserMapping.managerId(attributes);
        String derived = LoginEmail.of(attributes);
        if (!Objects.equals(derived, releasedEmail)) {
            releasedEmail = null;
            loginEmail = derived;
        }
        document = AttributeJson.write(attributes);
        ComplexValue found = UserMapping.search(id, createdAt, modifiedAt, attributes);
        search = AttributeJson.write(found);
        searchTerms = SearchTerms.of(companyId.toString(), found);
    }

    /** The person's id, which is the SCIM id too. */
    public UUID id() {
        return id;
    }

    /** The company the person belongs to. */
    public CompanyId company() {
        return new CompanyId(companyId);
    }

    /** {@code userName}, as sent. */
    public String userName() {
        return userName;
    }

    /** The address the person logs in with, in its compared form, or null. */
    public @Nullable String loginEmail() {
        return loginEmail;
    }

    /** Whether the person has a manager whose id could be one of ours. */
    public boolean hasManager() {
        return managerId != null;
    }

    /** Whether the person may log in. */
    public boolean isActive() {
        return active;
    }

    /** Whether the person was deleted: hidden from SCIM. */
    public boolean isDeleted() {
        return deletedAt != null;
    }

    /** Since when the identity provider manages the person, or null. */
    public @Nullable Instant scimManagedSince() {
        return scimManagedSince;
    }

    /** The row this person had before being deleted, or null. */
    public @Nullable UUID previousUserId() {
        return previousUserId;
    }

    /** How many times the resource changed, from 1. */
    public long version() {
        return version;
    }

    /** When the row was made. */
    public Instant createdAt() {
        return createdAt;
    }

    /** When the resource last changed. */
    public Instant modifiedAt() {
        return modifiedAt;
    }
}
