package au.com.visibuild.scim.api.settings;

import au.com.visibuild.scim.connection.Diagnosis;
import au.com.visibuild.scim.connection.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the connection doctor says.
 *
 * @param verdict what to do something about first
 * @param others what else was found
 * @param requests the requests that were seen, newest first
 * @param watch since when this page watches live, as ISO text, or empty
 * @param over whether the ten minutes of watching are over
 * @param seen changes when there is something new to say
 * @param now the moment of the diagnosis
 */
public record DoctorView(
        Told verdict, List<Told> others, List<Request> requests, String watch, boolean over, String seen, When now) {

    /** For how long the page watches. */
    static final Duration WATCH = Duration.ofMinutes(10);

    private static final int SHOWN = 25;

    /** One finding. {@code level}: ok, wait, warn or stop. */
    public record Told(
            String finding,
            String level,
            String message,
            String nextStep,
            @Nullable When at,
            @Nullable String requestId) {}

    /** One request as received. */
    public record Request(
            When at,
            String level,
            String message,
            String method,
            String path,
            int status,
            @Nullable String userAgent,
            String requestId,
            long millis) {}

    /** Where to ask for more. */
    public String poll() {
        return "/doctor/findings?since=" + Frame.encoded(watch) + "&seen=" + Frame.encoded(seen);
    }

    static DoctorView of(Diagnosis found, @Nullable Instant watch) {
        Told first = told(found.verdict());
        return new DoctorView(
                first,
                found.others().stream().map(DoctorView::told).toList(),
                found.requests().stream().limit(SHOWN).map(DoctorView::request).toList(),
                watch == null ? "" : watch.toString(),
                watch != null && watch.plus(WATCH).isBefore(found.now()),
                first.finding() + "." + first.requestId() + "."
                        + found.requests().size()
                        + (found.requests().isEmpty()
                                ? ""
                                : "." + found.requests().getFirst().id()),
                When.at(found.now()));
    }

    private static Told told(Diagnosis.Verdict verdict) {
        return new Told(
                verdict.finding().name(),
                level(verdict.finding()),
                verdict.message(),
                verdict.nextStep(),
                When.atOrNull(verdict.at()),
                verdict.requestId());
    }

    private static Request request(Diagnosis.Seen seen) {
        return new Request(
                When.at(seen.at()),
                level(seen.finding()),
                seen.message(),
                seen.method(),
                seen.path(),
                seen.status(),
                seen.userAgent(),
                seen.requestId(),
                seen.millis());
    }

    private static String level(Finding finding) {
        return switch (finding) {
            case WORKS, UNKNOWN_ID, CHANGED_MEANWHILE -> "ok";
            case NOTHING_SEEN, WORKS_THEN_QUIET -> "wait";
            case CONFLICT, VALUE, FILTER, PATCH_PATH, NOT_OFFERED, FAULT -> "warn";
            default -> "stop";
        };
    }
}
