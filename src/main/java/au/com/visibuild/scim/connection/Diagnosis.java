package au.com.visibuild.scim.connection;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the doctor finds in a window of time.
 *
 * @param verdict what to do something about first
 * @param others what else was found, once each, the most pressing first
 * @param requests the requests that were kept, newest first
 * @param lastWorked when a request last went well, in the window or before, or null
 */
public record Diagnosis(
        Verdict verdict,
        List<Verdict> others,
        List<Seen> requests,
        Instant since,
        Instant now,
        @Nullable Instant lastWorked) {

    /**
     * One finding.
     *
     * @param message what was received
     * @param nextStep what to do
     * @param at when, or null when nothing was received
     * @param requestId which request shows it, or null
     * @param times how many of the kept requests show it
     */
    public record Verdict(
            Finding finding,
            String message,
            String nextStep,
            @Nullable Instant at,
            @Nullable String requestId,
            int times) {}

    /**
     * One request, as received; texts are cut.
     *
     * @param keyId the public part of the token it carried, or null
     */
    public record Seen(
            UUID id,
            Instant at,
            Finding finding,
            String message,
            String method,
            String path,
            int status,
            @Nullable String detail,
            @Nullable String keyId,
            @Nullable String userAgent,
            String requestId,
            int millis) {}
}
