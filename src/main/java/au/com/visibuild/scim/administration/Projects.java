package au.com.visibuild.scim.administration;

import au.com.visibuild.scim.audit.AuditAction;
import au.com.visibuild.scim.audit.AuditLog;
import au.com.visibuild.scim.audit.OldAndNew;
import au.com.visibuild.scim.audit.Origin;
import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.platform.Ids;
import au.com.visibuild.scim.platform.PgErrors;
import au.com.visibuild.scim.platform.RequestRefused;
import au.com.visibuild.scim.user.Project;
import au.com.visibuild.scim.user.ProjectStore;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A company admin's work on projects. */
@ApplicationScoped
public class Projects {

    private static final int PAGE = 100;

    /** Far behind the last one there is; what is beyond could not be counted. */
    private static final int LAST_PAGE = 1_000_000;

    private final ProjectStore store;
    private final AuditLog log;
    private final Ids ids;
    private final Clock clock;

    Projects(ProjectStore store, AuditLog log, Ids ids, Clock clock) {
        this.store = store;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    /** A project as answered. */
    public record Listed(UUID id, String name, Instant createdAt) {
        static Listed of(Project project) {
            return new Listed(project.id(), project.name(), project.createdAt());
        }
    }

    /** Makes a project; 409 when the company has one of that name. */
    public Uni<Listed> create(Origin origin, @Nullable String name) {
        Project project = new Project(ids.next(), origin.company(), Names.checked("name", name, 200), clock.instant());
        return Panache.withTransaction(() -> store.persistAndFlush(project)
                        .call(() -> log.done(
                                origin,
                                AuditAction.CREATE_PROJECT,
                                AuditLog.Subject.NOBODY,
                                OldAndNew.of("name", null, project.name()),
                                null)))
                .onFailure(failure -> "project_name".equals(PgErrors.violatedUniqueness(failure)))
                .transform(_ -> RequestRefused.conflict("The company has a project of that name already."))
                .map(Listed::of);
    }

    /** The company's projects by name, a hundred a page; {@code page} counts from 0. */
    public Uni<List<Listed>> page(CompanyId company, int page) {
        return Panache.withSession(() -> store.page(company, Math.clamp(page, 0, LAST_PAGE), PAGE))
                .map(found -> found.stream().map(Listed::of).toList());
    }
}
