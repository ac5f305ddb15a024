package au.com.visibuild.scim.history;

import au.com.visibuild.scim.company.CompanyId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far others were told of what an entry of the log caused. */
@ApplicationScoped
class EventTellings {

    /** One for each receiver and event; empty when nothing was to be told, or not yet handed on to a receiver. */
    Uni<List<LogDetail.Event>> of(CompanyId company, @Nullable UUID person, @Nullable String txn) {
        return Uni.createFrom().item(List.of());
    }
}
