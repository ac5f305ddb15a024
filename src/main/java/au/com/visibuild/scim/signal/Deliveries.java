package au.com.visibuild.scim.signal;

import au.com.visibuild.scim.company.CompanyId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Shows how far others have been told of what happened to a company's people. */
@ApplicationScoped
public class Deliveries {

    private static final int MOST = 200;

    private final DeliveryViewStore store;

    Deliveries(DeliveryViewStore store) {
        this.store = store;
    }

    /** Deliveries about this person, newest first, at most 200; none for another company's person. */
    public Uni<List<DeliveryView>> of(CompanyId company, UUID user) {
        return store.of(company, user, null, MOST);
    }

    /** The same for one cause: {@code txn} is what the outbox gave all events of one change. */
    public Uni<List<DeliveryView>> causedBy(CompanyId company, UUID user, String txn) {
        return store.of(company, user, txn, MOST);
    }
}
