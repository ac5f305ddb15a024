package au.com.visibuild.scim.demo;

import au.com.visibuild.scim.audit.Origin;
import au.com.visibuild.scim.company.Company;
import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.company.CompanyStore;
import au.com.visibuild.scim.platform.Ids;
import au.com.visibuild.scim.settings.ScimSettingsEditor;
import au.com.visibuild.scim.token.TokenSecret;
import au.com.visibuild.scim.user.MembershipStore;
import au.com.visibuild.scim.user.Project;
import au.com.visibuild.scim.user.ProjectStore;
import au.com.visibuild.scim.user.RoleStore;
import au.com.visibuild.scim.user.User;
import au.com.visibuild.scim.user.UserStore;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

/** Fills an empty database with the demo's company, its people, roles and projects, and switches SCIM on. */
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "demo", "test"})
class DemoSeed {

    private static final CompanyId COMPANY = new CompanyId(DemoCompany.ID);
    private static final Origin ORIGIN = new Origin(COMPANY, Origin.Kind.SYSTEM, "demo", "demo-seed");

    private final CompanyStore companies;
    private final UserStore users;
    private final RoleStore roles;
    private final ProjectStore projects;
    private final MembershipStore memberships;
    private final ScimSettingsEditor settings;
    private final Ids ids;
    private final Clock clock;

    DemoSeed(
            CompanyStore companies,
            UserStore users,
            RoleStore roles,
            ProjectStore projects,
            MembershipStore memberships,
            ScimSettingsEditor settings,
            Ids ids,
            Clock clock) {
        this.companies = companies;
        this.users = users;
        this.roles = roles;
        this.projects = projects;
        this.memberships = memberships;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    void onStart(@Observes StartupEvent event) throws Throwable {
        VertxContextSupport.subscribeAndAwait(this::seed);
    }

    private Uni<Void> seed() {
        return Panache.withSession(() -> companies.find(COMPANY)).chain(existing -> {
            if (existing != null) {
                return Uni.createFrom().voidItem();
            }
            TokenSecret secret = Objects.requireNonNull(TokenSecret.parse(DemoCompany.SCIM_TOKEN));
            return Panache.withTransaction(this::people)
                    .chain(() -> settings.enable(ORIGIN, secret))
                    .replaceWithVoid();
        });
    }

    private Uni<Void> people() {
        Instant now = clock.instant();
        Company company = new Company(COMPANY, DemoCompany.NAME, true, now);
        company.switchScimFeature(true);
        Project tower = new Project(ids.next(), COMPANY, "Harbour Tower", now);
        Project bridge = new Project(ids.next(), COMPANY, "River Bridge", now);
        return companies
                .persist(company)
                .chain(() -> projects.persist(tower))
                .chain(() -> projects.persist(bridge))
                .chain(() -> users.persist(DemoCompany.admin(now)))
                .chain(admin -> roles.assign(COMPANY, admin, "Company admin", now, ORIGIN.by()))
                .chain(() -> person("mia.chen@demo.example", "Mia", "Chen", "Site manager", tower, now))
                .chain(() -> person("omar.haddad@demo.example", "Omar", "Haddad", "Engineer", tower, now))
                .chain(() -> person("ines.roth@demo.example", "Ines", "Roth", "Inspector", bridge, now))
                .replaceWithVoid();
    }

    private Uni<Boolean> person(
            String userName, String given, String family, String role, Project project, Instant now) {
        User user = new User(ids.next(), COMPANY, DemoCompany.attributes(userName, given, family), null, now);
        return users.persist(user)
                .chain(() -> roles.assign(COMPANY, user, role, now, ORIGIN.by()))
                .chain(() -> memberships.add(COMPANY, user, project, now, ORIGIN.by()));
    }
}
