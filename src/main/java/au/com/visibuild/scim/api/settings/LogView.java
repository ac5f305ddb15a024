package au.com.visibuild.scim.api.settings;

import au.com.visibuild.scim.audit.Origin;
import au.com.visibuild.scim.history.LogPage;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The provisioning log, one page of it.
 *
 * @param form the filters
 * @param rows the entries, newest first
 * @param next the query of the page behind, or null
 * @param morePeople whether the text for a person fits more people than were looked for
 * @param days for how many days entries are kept
 */
@RegisterForReflection
public record LogView(
        LogForm form, List<Row> rows, @Nullable String next, boolean morePeople, long days) {

    /** One entry. {@code outcome} is the name of the outcome. */
    public record Row(
            String id,
            When at,
            String what,
            String outcome,
            @Nullable String why,
            String actor,
            @Nullable String token,
            @Nullable String status,
            String requestId) {

        /** Where it is shown alone. */
        public String path() {
            return "/log/" + id;
        }
    }

    static LogView of(LogForm form, LogPage page, long days) {
        return new LogView(
                form,
                page.entries().stream().map(LogView::row).toList(),
                page.next() == null ? null : form.queryAnd("before=" + page.next()),
                page.morePeople(),
                days);
    }

    static Row row(LogPage.Entry entry) {
        boolean byProvider = entry.actor().kind() == Origin.Kind.SCIM;
        return new Row(
                entry.id().toString(),
                When.at(entry.at()),
                entry.what(),
                entry.outcome().name(),
                entry.reason() == null ? entry.effects() : entry.reason(),
                entry.actor().name(),
                byProvider ? entry.actor().id() : null,
                entry.status() == null ? null : entry.status().toString(),
                entry.requestId());
    }
}
