package au.com.visibuild.scim.api.settings;

import au.com.visibuild.scim.audit.AuditAction;
import au.com.visibuild.scim.audit.AuditEntry;
import au.com.visibuild.scim.history.LogFilter;
import au.com.visibuild.scim.platform.Ids;
import au.com.visibuild.scim.platform.RequestRefused;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The filters of the log as they stand in the address, so that a link to what one sees can be sent. */
public final class LogForm {

    private static final List<String> NAMES =
            List.of("preset", "from", "to", "person", "action", "outcome", "status", "actor", "request");
    private static final int LONGEST = 320;

    private final Map<String, String> values = new LinkedHashMap<>();
    private final @Nullable UUID before;

    LogForm(MultivaluedMap<String, String> query) {
        for (String name : NAMES) {
            String value = query.getFirst(name);
            if (value != null && !value.isBlank()) {
                if (value.length() > LONGEST) {
                    throw RequestRefused.invalid("The filter " + name + " is too long.");
                }
                values.put(name, value.strip());
            }
        }
        before = id(query.getFirst("before"));
    }

    /** The value of a filter, or an empty text. */
    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** Whether anything narrows the log. */
    public boolean any() {
        return !values.isEmpty();
    }

    /** Whether this is not the first page. */
    public boolean later() {
        return before != null;
    }

    /** The filters as a query, without the page. */
    public String query() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + Frame.encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** The same with its question mark, or nothing. */
    public String asked() {
        return values.isEmpty() ? "" : "?" + query();
    }

    /** The same with something behind it. */
    public String queryAnd(String more) {
        return values.isEmpty() ? "?" + more : "?" + query() + "&" + more;
    }

    /** What is asked of the log; 400 for what cannot be read. */
    LogFilter filter() {
        LogFilter filter = new LogFilter(
                day("from").map(LogForm::begin).orElse(null),
                day("to").map(day -> begin(day.plusDays(1))).orElse(null),
                values.get("person"),
                word("action", AuditAction.values()),
                word("outcome", AuditEntry.Outcome.values()),
                status(),
                values.get("actor"),
                values.get("request"),
                before);
        LogFilter.Preset preset = preset();
        return preset == null ? filter : filter.with(preset);
    }

    /** The preset, or null. */
    LogFilter.@Nullable Preset preset() {
        Set<LogFilter.Preset> found = word("preset", LogFilter.Preset.values());
        return found.isEmpty() ? null : found.iterator().next();
    }

    private Set<Integer> status() {
        String value = value("status");
        if (value.isEmpty()) {
            return Set.of();
        }
        if (!value.matches("[1-5][0-9]{2}")) {
            throw RequestRefused.invalid("The status must be a number such as 409.");
        }
        return Set.of(Integer.valueOf(value));
    }

    private Optional<LocalDate> day(String name) {
        String value = value(name);
        try {
            Optional<LocalDate> day = value.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(value));
            if (day.isEmpty() || (day.get().getYear() >= 2000 && day.get().getYear() < 3000)) {
                return day;
            }
        } catch (DateTimeException e) {
            // Refused below, as a day of another age.
        }
        throw RequestRefused.invalid("The day must be written as 2026-03-01.");
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private <T extends Enum<T>> Set<T> word(String name, T[] known) {
        String value = value(name).replace('-', '_').toUpperCase(Locale.ROOT);
        if (value.isEmpty()) {
            return Set.of();
        }
        return Arrays.stream(known)
                .filter(one -> one.name().equals(value))
                .findFirst()
                .map(Set::of)
                .orElseThrow(() -> RequestRefused.invalid("The filter " + name + " has a value that is unknown."));
    }

    private static @Nullable UUID id(@Nullable String text) {
        UUID id = Ids.read(text);
        if (id == null && text != null && !text.isBlank()) {
            throw RequestRefused.invalid("The address does not name a page of the log.");
        }
        return id;
    }
}
