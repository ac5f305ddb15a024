package au.com.visibuild.scim.api.admin;

import au.com.visibuild.scim.audit.AuditAction;
import au.com.visibuild.scim.audit.AuditEntry;
import au.com.visibuild.scim.history.LogFilter;
import au.com.visibuild.scim.platform.Ids;
import au.com.visibuild.scim.platform.RequestRefused;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The query parameters by which the log is asked; those that take several values may stand more than once. */
public class LogParameters {

    private static final int LONGEST = 320;

    @QueryParam("from")
    @Nullable
    String from;

    @QueryParam("to")
    @Nullable
    String to;

    @QueryParam("person")
    @Nullable
    String person;

    @QueryParam("action")
    @Nullable
    List<String> actions;

    @QueryParam("outcome")
    @Nullable
    List<String> outcomes;

    @QueryParam("status")
    @Nullable
    List<String> statuses;

    @QueryParam("actor")
    @Nullable
    String actor;

    @QueryParam("requestId")
    @Nullable
    String requestId;

    @QueryParam("before")
    @Nullable
    String before;

    @QueryParam("preset")
    @Nullable
    String preset;

    /** What they say; 400 for what is none. */
    LogFilter filter() {
        LogFilter filter = new LogFilter(
                moment("from", from),
                moment("to", to),
                text("person", person),
                words("action", AuditAction.values(), actions),
                words("outcome", AuditEntry.Outcome.values(), outcomes),
                numbers(statuses),
                text("actor", actor),
                text("requestId", requestId),
                id(before));
        LogFilter.Preset asked = preset();
        return asked == null ? filter : filter.with(asked);
    }

    /** The preset, or null. */
    LogFilter.@Nullable Preset preset() {
        Set<LogFilter.Preset> found =
                words("preset", LogFilter.Preset.values(), preset == null || preset.isEmpty() ? null : List.of(preset));
        return found.isEmpty() ? null : found.iterator().next();
    }

    static @Nullable Instant moment(String name, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        try {
            Instant moment = OffsetDateTime.parse(value).toInstant();
            int year = moment.atOffset(ZoneOffset.UTC).getYear();
            if (year >= 2000 && year < 3000) {
                return moment;
            }
        } catch (DateTimeException e) {
            // Refused below, as every other text that is no time of this age.
        }
        throw RequestRefused.invalid(name + " is no time such as 2026-03-01T09:00:00Z.");
    }

    private static @Nullable String text(String name, @Nullable String value) {
        if (value != null && value.length() > LONGEST) {
            throw RequestRefused.invalid(name + " is longer than " + LONGEST + " characters.");
        }
        return value == null || value.isBlank() ? null : value;
    }

    private static @Nullable UUID id(@Nullable String value) {
        UUID id = Ids.read(value);
        if (id == null && value != null && !value.isEmpty()) {
            throw RequestRefused.invalid("before is no entry's id.");
        }
        return id;
    }

    private static Set<Integer> numbers(@Nullable List<String> values) {
        Set<Integer> numbers = new TreeSet<>();
        for (String value : values == null ? List.<String>of() : values) {
            if (!value.matches("[1-5][0-9][0-9]")) {
                throw RequestRefused.invalid("status is no HTTP status.");
            }
            numbers.add(Integer.valueOf(value));
        }
        return numbers;
    }

    /** {@code access-removed}, {@code access_removed} and {@code ACCESS_REMOVED} are the same. */
    private static <E extends Enum<E>> Set<E> words(String name, E[] all, @Nullable List<String> values) {
        Set<E> found = new TreeSet<>();
        for (String value : values == null ? List.<String>of() : values) {
            String word = value.toUpperCase(Locale.ROOT).replace('-', '_');
            found.add(Arrays.stream(all)
                    .filter(one -> one.name().equals(word))
                    .findFirst()
                    .orElseThrow(() -> RequestRefused.invalid(name + " is none of " + list(all, Enum::name) + ".")));
        }
        return found;
    }

    private static <E extends Enum<E>> String list(E[] all, Function<E, String> name) {
        return Arrays.stream(all).map(name).collect(Collectors.joining(", "));
    }
}
