package au.com.visibuild.scim.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokenNoticesTest {

    private static final Instant END = Instant.parse("2026-12-01T12:00:00Z");

    @Test
    void eachNoticeFallsDueOnceAsTheDaysGoBy() {
        for (int days : new int[] {30, 7, 1}) {
            Instant moment = END.minus(Duration.ofDays(days));
            assertThat(TokenNotices.due(END, moment.minusSeconds(60), moment.minusSeconds(1)))
                    .isEmpty();
            assertThat(TokenNotices.due(END, moment.minusSeconds(60), moment)).hasValue(days);
            assertThat(TokenNotices.due(END, moment, moment.plusSeconds(60))).isEmpty();
        }
    }

    @Test
    void whoLooksSeldomIsToldTheMostPressingOnly() {
        assertThat(TokenNotices.due(END, END.minus(Duration.ofDays(40)), END.minus(Duration.ofHours(2))))
                .hasValue(1);
    }
}
