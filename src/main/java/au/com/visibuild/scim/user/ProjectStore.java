package au.com.visibuild.scim.user;

import au.com.visibuild.scim.company.CompanyId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code project}. All methods need an open session. */
@ApplicationScoped
public class ProjectStore implements PanacheRepositoryBase<Project, UUID> {

    /** The company's project, or null. */
    public Uni<@Nullable Project> find(CompanyId company, UUID project) {
        return find("companyId = ?1 and id = ?2", company.value(), project).firstResult();
    }

    /** The company's projects by name, one page of at most {@code size}; {@code page} counts from 0. */
    public Uni<List<Project>> page(CompanyId company, int page, int size) {
        return find("companyId = ?1 order by name", company.value())
                .page(page, size)
                .list();
    }
}
