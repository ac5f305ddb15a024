package au.com.visibuild.scim.api;

import au.com.visibuild.scim.history.LogDetail;
import au.com.visibuild.scim.history.LogExport;
import au.com.visibuild.scim.history.LogPage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The two forms in which the log can be taken away. */
public final class LogFiles {

    private LogFiles() {}

    /**
     * Comma-separated values (RFC 4180). A cell that a spreadsheet would take for a formula begins with an apostrophe
     * (OWASP ASVS 1.2.10): what stands in the log was sent by others.
     */
    public static final LogExport.Format CSV = new LogExport.Format() {
        @Override
        public String head() {
            return line(
                    "time",
                    "what",
                    "action",
                    "outcome",
                    "status",
                    "reason",
                    "effects",
                    "personId",
                    "person",
                    "actorKind",
                    "actor",
                    "actorName",
                    "requestId",
                    "changes");
        }

        @Override
        public String row(LogPage.Entry entry, List<LogDetail.Change> changes) {
            LogPage.Person person = entry.person();
            return line(
                    entry.at().toString(),
                    entry.what(),
                    entry.action().name(),
                    entry.outcome().name(),
                    text(entry.status()),
                    entry.reason(),
                    entry.effects(),
                    person == null ? null : text(person.id()),
                    person == null ? null : person.name(),
                    entry.actor().kind().name(),
                    entry.actor().id(),
                    entry.actor().name(),
                    entry.requestId(),
                    changes.stream().map(LogFiles::change).collect(Collectors.joining("\n")));
        }

        @Override
        public String name() {
            return "csv";
        }
    };

    /** A line of JSON for each entry. */
    public static LogExport.Format jsonLines(ObjectMapper json) {
        return new LogExport.Format() {
            @Override
            public String head() {
                return "";
            }

            @Override
            public String row(LogPage.Entry entry, List<LogDetail.Change> changes) {
                try {
                    return json.writeValueAsString(new Line(entry, changes)) + "\n";
                } catch (JsonProcessingException e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public String name() {
                return "jsonl";
            }
        };
    }

    /** An entry with what it changed. */
    record Line(LogPage.Entry entry, List<LogDetail.Change> changes) {}

    private static String change(LogDetail.Change change) {
        return change.attribute() + ": " + text(change.before()) + " → " + text(change.after());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String line(@Nullable String... cells) {
        return Arrays.stream(cells).map(LogFiles::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    public static String cell(@Nullable String value) {
        String text = value == null ? "" : value;
        String harmless = isFormula(text) ? "'" + text : text;
        boolean quoted = harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                || !harmless.equals(text);
        return quoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }

    /** Spreadsheets also take the full-width forms of the signs, and what follows blanks. */
    private static boolean isFormula(String text) {
        String begin = text.stripLeading();
        return !text.isEmpty()
                && ("\t\r\n".indexOf(text.charAt(0)) >= 0
                        || (!begin.isEmpty() && "=+-@＝＋－＠".indexOf(begin.charAt(0)) >= 0));
    }

    /** The file's name, as {@code Content-Disposition} has it. */
    public static String attachment(String company, String ending) {
        String plain = company.toLowerCase(Locale.ROOT).replaceAll("[^0-9a-f-]", "");
        return "attachment; filename=\"provisioning-log-" + plain + "." + ending + "\"";
    }
}
