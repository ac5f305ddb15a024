package au.com.visibuild.scim.outbox;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The writing side of the table {@code outbox_event}, in the caller's transaction. */
@ApplicationScoped
class OutboxRowStore implements PanacheRepositoryBase<OutboxRow, UUID> {}
