package au.com.visibuild.scim.signal;

import static java.util.stream.Collectors.toSet;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.keys.Signatures;
import au.com.visibuild.scim.outbox.OutboxSubscriber;
import au.com.visibuild.scim.outbox.UserEvent;
import au.com.visibuild.scim.platform.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Makes one delivery of each outbox event for each stream that wants it, in the transaction that hands it on. */
@ApplicationScoped
public class FanOut implements OutboxSubscriber {

    private final BuiltInStream builtIn;
    private final StreamStore streams;
    private final DeliveryRowStore deliveries;
    private final StreamNews news;
    private final String issuer;
    private final Ids ids;
    private final Clock clock;

    FanOut(
            BuiltInStream builtIn,
            StreamStore streams,
            DeliveryRowStore deliveries,
            StreamNews news,
            Signatures signatures,
            Ids ids,
            Clock clock) {
        this.builtIn = builtIn;
        this.streams = streams;
        this.deliveries = deliveries;
        this.news = news;
        this.issuer = signatures.issuer();
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Uni<Runnable> take(List<UserEvent> events) {
        Set<CompanyId> companies = events.stream().map(UserEvent::company).collect(toSet());
        return builtIn.keep()
                .chain(() -> streams.thatTake(companies))
                .chain(takers ->
                        removals(events, takers).chain(removals -> write(deliveries(events, takers, removals))));
    }

    private Uni<Set<String>> removals(List<UserEvent> events, List<EventStream> takers) {
        Set<String> subjects = events.stream()
                .flatMap(event -> Subjects.of(event, issuer).stream())
                .collect(toSet());
        return streams.removals(takers.stream().map(EventStream::id).toList(), subjects);
    }

    /** Answers what is to be done once it is committed. */
    private Uni<Runnable> write(List<DeliveryRow> rows) {
        Set<UUID> streamsWithNews = rows.stream().map(DeliveryRow::stream).collect(toSet());
        return (rows.isEmpty() ? Uni.createFrom().voidItem() : deliveries.persist(rows)).replaceWith(() -> {
            builtIn.kept();
            news.of(streamsWithNews);
        });
    }

    /** A person's in the order of the events: the database numbers them as they are written. */
    private List<DeliveryRow> deliveries(List<UserEvent> events, List<EventStream> takers, Set<String> removals) {
        Instant now = clock.instant();
        List<DeliveryRow> rows = new ArrayList<>();
        for (UserEvent event : events) {
            for (EventStream stream : takers) {
                boolean removed = Subjects.of(event, issuer).stream()
                        .anyMatch(subject -> removals.contains(Subjects.removal(stream.id(), subject)));
                if (!removed && stream.sees(event.company()) && stream.wants(SignalType.of(event.type()))) {
                    rows.add(DeliveryRow.of(ids.next(), stream.id(), event, now));
                }
            }
        }
        return rows;
    }
}
