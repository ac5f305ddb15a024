package au.com.visibuild.scim.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each answer of a receiver means (RFC 8935 §2.2 to §2.4). */
class PushAnswerTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {202, 204})
    void theReceiverHasIt(int status) {
        assertThat(verdict(status, null, "")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "200, which does not say that it took the event",
        "201, which does not say that it took the event",
        "301, redirects are not followed",
        "307, redirects are not followed",
        "400, The receiver answered 400",
        "401, The receiver answered 401",
        "403, The receiver answered 403",
        "404, The receiver answered 404",
        "408, The receiver answered 408",
        "410, The receiver answered 410",
        "429, The receiver answered 429",
        "500, The receiver answered 500",
        "503, The receiver answered 503"
    })
    void theReceiverDoesNotHaveItAndMayTakeItLater(int status, String reason) {
        NotTaken verdict = refusal(status, null, "<html>Sign in</html>");

        assertThat(verdict.isForGood()).isFalse();
        assertThat(verdict.reason()).contains(reason).doesNotContain("html");
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_request, true",
        "invalid_issuer, true",
        "invalid_audience, true",
        "invalid_state, true",
        "invalid_key, false",
        "authentication_failed, false",
        "access_denied, false",
        "of_the_future, false"
    })
    void aCodeSaysWhetherARepeatMayHelp(String code, boolean forGood) {
        NotTaken verdict = refusal(400, null, "{\"err\":\"" + code + "\",\"description\":\"Because.\"}");

        assertThat(verdict.isForGood()).isEqualTo(forGood);
        assertThat(verdict.reason()).isEqualTo(code + ": Because.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "\"invalid_request\"",
                "{\"err\":7}",
                "{\"err\":\"invalid_request\\u0000\"}",
                "{\"error\":\"invalid_request\"}",
                "{\"err\":\"\"}"
            })
    void a400WithoutACodeIsNoReceiversLastWord(String body) {
        assertThat(refusal(400, null, body).isForGood()).isFalse();
        assertThat(refusal(400, null, body).reason()).isEqualTo("The receiver answered 400");
    }

    @Test
    void aCodeBesideAnotherStatusIsNotLookedAt() {
        assertThat(refusal(403, null, "{\"err\":\"invalid_request\"}").isForGood())
                .isFalse();
    }

    @Test
    void theReasonIsOneShortLineWithoutTheSecret() {
        String body = "{\"err\":\"access_denied\",\"description\":\"Got Bearer hush-hush\\nand\\u0000"
                + "x".repeat(4_000) + "\"}";

        String reason = refusal(400, null, body).reason();

        assertThat(reason).startsWith("access_denied: Got Bearer … and x").hasSizeLessThan(310);
        assertThat(reason).doesNotContain("hush", "\n", "\0");
    }

    @ParameterizedTest
    @CsvSource({
        "7, 7",
        "0, 0",
        "3600, 3600",
        "86400, 3600",
        "999999999, 3600",
        "'Thu, 26 Nov 2026 12:00:30 GMT', 30",
        "'Fri, 27 Nov 2026 12:00:00 GMT', 3600"
    })
    void itIsAskedNoSoonerThanItSaysWithinReason(String header, long seconds) {
        assertThat(refusal(503, header, "").after()).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(refusal(429, header, "").after()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1.5", "99999999999999999999", "Thu, 26 Nov 2026 11:00:00 GMT"})
    void whatIsNoTimeToComeIsLeftAside(String header) {
        assertThat(refusal(503, header, "").after()).isNull();
    }

    private static NotTaken refusal(int status, @Nullable String retryAfter, String body) {
        NotTaken verdict = verdict(status, retryAfter, body);
        assertThat(verdict).isNotNull();
        return verdict;
    }

    private static @Nullable NotTaken verdict(int status, @Nullable String retryAfter, String body) {
        return new PushAnswer(status, retryAfter, body).verdict(NOW, "Bearer hush-hush");
    }
}
