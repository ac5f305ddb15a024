package au.com.visibuild.scim.signal;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver answered to a push, and what that means (RFC 8935 §2.2 to §2.4).
 *
 * <p>Taken is 202, as the RFC says, and 204: only code that was written for it answers a POST so. 200 is not: it is what a
 * sign-in page, a proxy's default and a web application's catch-all route answer, and an event that goes there is lost
 * without anybody noticing, while one that is refused is tried again and seen. No redirect is followed: where an event may
 * go was checked when the stream was made.
 *
 * @param body the beginning of the body, of an answer of 400 only
 */
record PushAnswer(int status, @Nullable String retryAfter, String body) {

    /** The longest that a receiver can have us wait by itself; the schedule's own waits may be longer. */
    static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private static final int BAD_REQUEST = 400;
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.:/-]{1,100}");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    /** Whether it says that the receiver has the token. */
    static boolean isTaken(int status) {
        return status == 202 || status == 204;
    }

    /** Whether the body says more than the status. */
    static boolean hasReason(int status) {
        return status == BAD_REQUEST;
    }

    /** Null when the receiver has the token, else why it does not; never with the secret that was sent. */
    @Nullable
    NotTaken verdict(Instant now, String secret) {
        if (isTaken(status)) {
            return null;
        }
        NotTaken said = status == BAD_REQUEST ? said(secret) : null;
        return said == null ? NotTaken.yet("The receiver answered " + status + hint(), after(now)) : said;
    }

    private String hint() {
        if (status >= 200 && status < 300) {
            return ", which does not say that it took the event; 202 does";
        }
        return status >= 300 && status < BAD_REQUEST ? "; redirects are not followed" : "";
    }

    /** A body of another form is no receiver's: a proxy's, perhaps. That may heal. */
    private @Nullable NotTaken said(String secret) {
        try {
            JsonObject error = new JsonObject(body);
            if (!(error.getValue("err") instanceof String code)
                    || !CODE.matcher(code).matches()) {
                return null;
            }
            String description = error.getValue("description") instanceof String text ? text : "";
            return NotTaken.said(code, without(secret, description));
        } catch (DecodeException e) {
            return null;
        }
    }

    /** A receiver that complains of a header may quote it. */
    private static String without(String secret, String text) {
        String word = secret.substring(secret.lastIndexOf(' ') + 1);
        return word.isEmpty() ? text : text.replace(word, "…");
    }

    private @Nullable Duration after(Instant now) {
        if (retryAfter == null) {
            return null;
        }
        Duration wait = asked(retryAfter.strip(), now);
        return wait == null || wait.isNegative() ? null : wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /** RFC 9110 §10.2.3: seconds or a date. */
    private static @Nullable Duration asked(String header, Instant now) {
        if (SECONDS.matcher(header).matches()) {
            return Duration.ofSeconds(Long.parseLong(header));
        }
        try {
            return Duration.between(
                    now,
                    ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
