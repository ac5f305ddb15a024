package au.com.visibuild.scim.history;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.signal.Deliveries;
import au.com.visibuild.scim.signal.DeliveryView;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far others were told of what an entry of the log caused. */
@ApplicationScoped
class EventTellings {

    private final Deliveries deliveries;

    EventTellings(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** One for each receiver and event; empty when nothing was to be told, or nobody receives events. */
    Uni<List<LogDetail.Event>> of(CompanyId company, @Nullable UUID person, @Nullable String txn) {
        return person == null || txn == null
                ? Uni.createFrom().item(List.of())
                : deliveries
                        .causedBy(company, person, txn)
                        .map(found -> found.stream().map(EventTellings::event).toList());
    }

    private static LogDetail.Event event(DeliveryView delivery) {
        LogDetail.State state = switch (delivery.state()) {
            case WAITING, RETRYING -> LogDetail.State.OPEN;
            case DELIVERED -> LogDetail.State.DELIVERED;
            case DEAD -> LogDetail.State.GIVEN_UP;
        };
        return new LogDetail.Event(
                delivery.type().substring(delivery.type().lastIndexOf('/') + 1),
                receiver(delivery),
                state,
                delivery.attempts(),
                state == LogDetail.State.DELIVERED ? delivery.doneAt() : null);
    }

    /** What a platform calls its stream is its own matter. */
    private static String receiver(DeliveryView delivery) {
        if (!delivery.ofCompany()) {
            return LogWords.SENTENCES.tell("receiver.visibuild");
        }
        String description = delivery.description();
        return description == null || description.isBlank() ? LogWords.SENTENCES.tell("receiver.unnamed") : description;
    }
}
