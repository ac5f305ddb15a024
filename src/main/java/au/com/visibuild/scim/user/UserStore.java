package au.com.visibuild.scim.user;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.platform.CrossTenant;
import au.com.visibuild.scim.protocol.filter.TextFold;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code users}, for those who change it: entities in the caller's transaction. Reads that answer the
 * identity provider are {@link UserReadStore}.
 */
@ApplicationScoped
public class UserStore implements PanacheRepositoryBase<User, UUID> {

    /** The person SCIM shows under that id, locked until the transaction ends, or null. */
    public Uni<@Nullable User> findForUpdate(CompanyId company, UUID id) {
        return find("companyId = ?1 and id = ?2 and deletedAt is null", company.value(), id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /** The person SCIM shows under that id, or null. Needs an open session. */
    public Uni<@Nullable User> find(CompanyId company, UUID id) {
        return find("companyId = ?1 and id = ?2 and deletedAt is null", company.value(), id)
                .firstResult();
    }

    /**
     * Whom an e-mail address means within the company: by login e-mail or userName, whoever is active first; locked as
     * above, or null.
     */
    public Uni<@Nullable User> findByAddressForUpdate(CompanyId company, String address) {
        return find(
                        "companyId = ?1 and deletedAt is null and (loginEmail = ?2 or userNameKey = ?2)"
                                + " order by active desc, id desc",
                        company.value(),
                        LoginEmail.normal(address))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /** The person whom the identity provider calls that; locked as above, or null. */
    public Uni<@Nullable User> findByExternalIdForUpdate(CompanyId company, String externalId) {
        return find("companyId = ?1 and externalId = ?2 and deletedAt is null", company.value(), externalId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /**
     * The newest deleted row of the person who comes back: the same login e-mail, else the same {@code externalId}; or
     * null.
     */
    public Uni<@Nullable UUID> newestDeleted(
            CompanyId company, @Nullable String loginEmail, @Nullable String externalId) {
        return newestDeletedBy("loginEmail", company, loginEmail)
                .chain(found -> found != null
                        ? Uni.createFrom().item(found)
                        : newestDeletedBy("externalId", company, externalId));
    }

    private Uni<@Nullable UUID> newestDeletedBy(String property, CompanyId company, @Nullable String value) {
        if (value == null) {
            return Uni.createFrom().nullItem();
        }
        return find(
                        "companyId = ?1 and " + property + " = ?2 and deletedAt is not null"
                                + " order by deletedAt desc, id desc",
                        company.value(),
                        value)
                .firstResult()
                .map(user -> user == null ? null : user.id());
    }

    /** Who active of this company logs in with that address, or null. */
    public Uni<@Nullable UUID> holderOfLoginEmail(CompanyId company, String loginEmail) {
        return id(find(
                "companyId = ?1 and loginEmail = ?2 and active and deletedAt is null", company.value(), loginEmail));
    }

    /** Who of this company has that userName, compared without case, or null. */
    public Uni<@Nullable UUID> holderOfUserName(CompanyId company, String userName) {
        return id(find(
                "companyId = ?1 and userNameKey = ?2 and deletedAt is null", company.value(), TextFold.fold(userName)));
    }

    /** Who of this company has that externalId, or null. */
    public Uni<@Nullable UUID> holderOfExternalId(CompanyId company, String externalId) {
        return id(find("companyId = ?1 and externalId = ?2 and deletedAt is null", company.value(), externalId));
    }

    private static Uni<@Nullable UUID> id(PanacheQuery<User> query) {
        return query.firstResult().map(user -> user == null ? null : user.id());
    }

    /** Who logs in with that address, in whatever company, locked against change until the transaction ends; or null. */
    @CrossTenant("staff release clashing login e-mails")
    public Uni<@Nullable User> findHolderForUpdate(String loginEmail) {
        return find("loginEmail = ?1 and active and deletedAt is null", loginEmail)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /** The person of that id, in whatever company, deleted or not; shared lock as below. */
    @CrossTenant("platforms serve all companies")
    public Uni<@Nullable User> findByIdForShare(UUID id) {
        return find("id = ?1", id).withLock(LockModeType.PESSIMISTIC_READ).firstResult();
    }

    /** Whose person that id is, or null. Needs an open session. */
    @CrossTenant("platforms serve all companies")
    public Uni<@Nullable CompanyId> companyOf(UUID id) {
        return find("id = ?1 and deletedAt is null", id)
                .firstResult()
                .map(user -> user == null ? null : user.company());
    }

    /**
     * Whom a login e-mail means: the active person, else the newest of those who had it, in whatever company; shared
     * lock, so that nobody deactivates the person before the transaction ends. Null for an address never seen.
     */
    @CrossTenant("a login e-mail is unique across companies among active people; the platform knows no company yet")
    public Uni<@Nullable User> findByLoginEmailForShare(String loginEmail) {
        return find("loginEmail = ?1 order by active desc, deletedAt desc nulls first, id desc", loginEmail)
                .withLock(LockModeType.PESSIMISTIC_READ)
                .firstResult();
    }
}
