package au.com.visibuild.scim.api.settings;

import au.com.visibuild.scim.history.LogDetail;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the log with all that belongs to it.
 *
 * @param row the entry
 * @param effects what it caused, or null
 * @param remedy what helps, or null
 * @param changes old and new values
 * @param hidden how many of them are hidden
 * @param events how others were told
 * @param existing who has the name already, or null
 */
public record EntryView(
        LogView.Row row,
        @Nullable String reason,
        @Nullable String effects,
        @Nullable String remedy,
        List<LogDetail.Change> changes,
        long hidden,
        List<Told> events,
        @Nullable Existing existing) {

    /** How far one receiver was told. {@code state} is the name of it. */
    public record Told(
            String type,
            String receiver,
            String state,
            long attempts,
            @Nullable When at) {}

    /** Somebody who is here already. */
    public record Existing(String userName, boolean managed, boolean active, When since) {}

    static EntryView of(LogDetail detail) {
        var found = detail.existing();
        return new EntryView(
                LogView.row(detail.entry()),
                detail.entry().reason(),
                detail.entry().effects(),
                detail.remedy(),
                detail.changes(),
                detail.hidden(),
                detail.events().stream()
                        .map(event -> new Told(
                                event.type(),
                                event.receiver(),
                                event.state().name(),
                                event.attempts(),
                                When.atOrNull(event.deliveredAt())))
                        .toList(),
                found == null
                        ? null
                        : new Existing(
                                found.userName(),
                                found.scimManagedSince() != null,
                                found.active(),
                                When.at(found.createdAt())));
    }
}
