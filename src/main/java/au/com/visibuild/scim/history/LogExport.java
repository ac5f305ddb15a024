package au.com.visibuild.scim.history;

import au.com.visibuild.scim.audit.AuditAction;
import au.com.visibuild.scim.audit.AuditLog;
import au.com.visibuild.scim.audit.AuditReadStore;
import au.com.visibuild.scim.audit.LogConfig;
import au.com.visibuild.scim.audit.LogEntry;
import au.com.visibuild.scim.audit.LogQuery;
import au.com.visibuild.scim.audit.OldAndNew;
import au.com.visibuild.scim.audit.Origin;
import au.com.visibuild.scim.company.CompanyId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The log as a file: read page by page while its receiver takes it, so that a large one needs no more memory and no
 * longer statement than a small one. The newest rows, up to the configured number; for older ones the caller narrows the
 * time. Each export is an entry of the log itself.
 */
@ApplicationScoped
public class LogExport {

    private static final int PAGE = 500;

    private final ProvisioningHistory history;
    private final AuditReadStore store;
    private final AuditLog log;
    private final LogConfig config;

    LogExport(ProvisioningHistory history, AuditReadStore store, AuditLog log, LogConfig config) {
        this.history = history;
        this.store = store;
        this.log = log;
        this.config = config;
    }

    /** How rows become text. */
    public interface Format {
        /** What stands before the first row. */
        String head();

        /** One row, with its end. */
        String row(LogPage.Entry entry, List<LogDetail.Change> changes);

        /** The name of the format, for the log. */
        String name();
    }

    /** How many rows an export has at most. */
    public int mostRows() {
        return config.exportRows();
    }

    /** Logs the export, then gives the text, in pieces. */
    public Uni<Multi<String>> begin(Origin origin, LogFilter filter, Sight sight, Format format) {
        return Panache.withTransaction(() -> log.done(
                        origin,
                        AuditAction.EXPORT_LOG,
                        AuditLog.Subject.NOBODY,
                        OldAndNew.both(
                                OldAndNew.of("format", null, format.name()),
                                OldAndNew.of("personalData", null, String.valueOf(sight == Sight.EVERYTHING))),
                        null))
                .chain(() -> history.question(origin.company(), filter, PAGE))
                .map(question -> text(origin.company(), question.query(), sight, format));
    }

    private Multi<String> text(CompanyId company, LogQuery query, Sight sight, Format format) {
        Multi<String> rows = Multi.createBy()
                .repeating()
                .uni(() -> new Reading(company, query), reading -> reading.next(sight, format))
                .whilst(piece -> !piece.isEmpty());
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(format.head()), rows)
                .filter(piece -> !piece.isEmpty());
    }

    /** Where an export is. */
    private final class Reading {
        private final CompanyId company;
        private @Nullable LogQuery next;
        private int left = config.exportRows();

        Reading(CompanyId company, LogQuery query) {
            this.company = company;
            this.next = query;
        }

        /** The next piece; empty at the end. */
        Uni<String> next(Sight sight, Format format) {
            LogQuery query = next;
            if (query == null || left <= 0) {
                return Uni.createFrom().item("");
            }
            return store.page(company, query, true).chain(rows -> {
                List<LogEntry> taken = rows.size() > left ? rows.subList(0, left) : rows;
                left -= taken.size();
                next = rows.size() < PAGE ? null : query.after(rows.getLast().id(), PAGE);
                return history.shown(company, taken, sight).map(shown -> written(taken, shown, sight, format));
            });
        }
    }

    private static String written(List<LogEntry> rows, List<LogPage.Entry> shown, Sight sight, Format format) {
        List<String> lines = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            LogEntry row = rows.get(i);
            lines.add(format.row(shown.get(i), ChangedValues.of(row.changes(), row.userId() != null, sight)));
        }
        return String.join("", lines);
    }
}
