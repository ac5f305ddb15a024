package au.com.visibuild.scim.audit;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The table {@code provisioning_log}. */
@ApplicationScoped
class AuditStore implements PanacheRepositoryBase<AuditEntry, UUID> {}
