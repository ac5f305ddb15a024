package au.com.visibuild.scim.signal;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The writing side of the table {@code delivery}, in the caller's transaction. */
@ApplicationScoped
class DeliveryRowStore implements PanacheRepositoryBase<DeliveryRow, UUID> {}
