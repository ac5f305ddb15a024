package au.com.visibuild.scim.company;

import au.com.visibuild.scim.platform.CrossTenant;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code company}. All methods need an open session. */
@ApplicationScoped
public class CompanyStore implements PanacheRepositoryBase<Company, UUID> {

    /** The company, or null. */
    public Uni<@Nullable Company> find(CompanyId id) {
        return findById(id.value());
    }

    /** The company, locked until the transaction ends, or null. */
    public Uni<@Nullable Company> findForUpdate(CompanyId id) {
        return findById(id.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    /** Companies by name, one page of at most {@code size}; {@code page} counts from 0. */
    @CrossTenant("staff see all companies")
    public Uni<List<Company>> page(int page, int size) {
        return findAll(Sort.by("name").and("id")).page(page, size).list();
    }
}
