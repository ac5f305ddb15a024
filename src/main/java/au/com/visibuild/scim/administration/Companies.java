package au.com.visibuild.scim.administration;

import au.com.visibuild.scim.audit.AuditAction;
import au.com.visibuild.scim.audit.AuditLog;
import au.com.visibuild.scim.audit.OldAndNew;
import au.com.visibuild.scim.audit.Origin;
import au.com.visibuild.scim.company.Company;
import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.company.CompanyStore;
import au.com.visibuild.scim.platform.Ids;
import au.com.visibuild.scim.platform.RequestRefused;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Staff's work on companies. */
@ApplicationScoped
public class Companies {

    private static final int PAGE = 100;

    /** Far behind the last one there is; what is beyond could not be counted. */
    private static final int LAST_PAGE = 1_000_000;

    private final CompanyStore store;
    private final AuditLog log;
    private final Ids ids;
    private final Clock clock;

    Companies(CompanyStore store, AuditLog log, Ids ids, Clock clock) {
        this.store = store;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    /** Makes a company, without the SCIM feature unless asked for. */
    public Uni<Company> create(String staff, String requestId, @Nullable String name, boolean scimFeature) {
        String checked = Names.checked("name", name, 200);
        CompanyId id = new CompanyId(ids.next());
        Origin origin = new Origin(id, Origin.Kind.STAFF, staff, requestId);
        return Panache.withTransaction(() -> {
            Company company = new Company(id, checked, clock.instant());
            company.switchScimFeature(scimFeature);
            return store.persistAndFlush(company)
                    .call(() -> log.done(
                            origin,
                            AuditAction.CREATE_COMPANY,
                            AuditLog.Subject.NOBODY,
                            OldAndNew.both(
                                    OldAndNew.of("name", null, checked),
                                    OldAndNew.of("scimFeature", null, String.valueOf(scimFeature))),
                            null));
        });
    }

    /** Renames a company or switches its SCIM feature; null leaves a thing as it is. */
    public Uni<Company> change(Origin origin, @Nullable String name, @Nullable Boolean scimFeature) {
        String checked = name == null ? null : Names.checked("name", name, 200);
        return Panache.withTransaction(() -> store.findForUpdate(origin.company())
                .onItem()
                .ifNull()
                .failWith(Companies::unknown)
                .call(company -> rename(origin, company, checked))
                .call(company -> switchFeature(origin, company, scimFeature)));
    }

    private Uni<Void> rename(Origin origin, Company company, @Nullable String name) {
        if (name == null || name.equals(company.name())) {
            return Uni.createFrom().voidItem();
        }
        ComplexValue change = OldAndNew.of("name", company.name(), name);
        company.rename(name);
        return log.done(origin, AuditAction.RENAME_COMPANY, AuditLog.Subject.NOBODY, change, null);
    }

    private Uni<Void> switchFeature(Origin origin, Company company, @Nullable Boolean on) {
        if (on == null || on == company.hasScimFeature()) {
            return Uni.createFrom().voidItem();
        }
        company.switchScimFeature(on);
        ComplexValue change = OldAndNew.of("scimFeature", String.valueOf(!on), String.valueOf(on));
        return log.done(origin, AuditAction.SWITCH_FEATURE, AuditLog.Subject.NOBODY, change, null);
    }

    /** The company; 404 when there is none. */
    public Uni<Company> get(CompanyId id) {
        return Panache.withSession(() -> store.find(id).onItem().ifNull().failWith(Companies::unknown));
    }

    /** Companies by name, a hundred a page; {@code page} counts from 0. */
    public Uni<List<Company>> page(int page) {
        return Panache.withSession(() -> store.page(Math.clamp(page, 0, LAST_PAGE), PAGE));
    }

    static RequestRefused unknown() {
        return RequestRefused.unknown("There is no such company.");
    }
}
