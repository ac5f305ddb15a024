package au.com.visibuild.scim.protocol.filter;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.protocol.attribute.AttributePath;
import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.schema.AttributeDefinition;
import au.com.visibuild.scim.protocol.schema.CoreSchemas;
import java.time.Instant;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The times of resources and filters. */
class OperandTimesTest {

    private static final AttributeDefinition CREATED = Objects.requireNonNull(
                    CoreSchemas.USER_TYPE.resolve(AttributePath.of("meta", "created")))
            .leaf();

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T09:30:05Z, 2026-01-31T09:30:05Z",
        "2026-01-31T09:30:05.1Z, 2026-01-31T09:30:05.100Z",
        "2026-01-31T09:30:05.000001Z, 2026-01-31T09:30:05.000001Z",
        "2026-01-31T09:30:05.123456789Z, 2026-01-31T09:30:05.123456Z",
        "2026-01-31t09:30:05z, 2026-01-31T09:30:05Z",
        "2026-01-31T09:30:05+02:00, 2026-01-31T07:30:05Z",
        "2026-01-31T09:30:05, 2026-01-31T09:30:05Z",
        "2026-01-31T09:30Z, 2026-01-31T09:30:00Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z"
    })
    void aTimeIsAnInstantToTheMicrosecond(String text, Instant instant) {
        assertThat(read(text)).isEqualTo(new Operand.Time(instant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-13-01T09:30:05Z",
                "2026-01-31T25:30:05Z",
                "2026-01-31T09:30:60Z",
                "2026-01-31T09:30:05.1234567890Z",
                "2026-01-31T09:30:0xZ",
                "2026-01-31T09:30:05,1Z",
                "2026-01-31T09:30:05.+1Z",
                "+026-01-31T09:30:05Z",
                "2026-01-31 09:30:05Z",
                "0000-12-31T23:59:59Z",
                "20260131T093005Z",
                "Z"
            })
    void whatIsNoTimeHasNoOperand(String text) {
        assertThat(read(text)).isNull();
    }

    @Test
    void theServicesOwnFormMeansWhatTheGeneralReaderMakesOfIt() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            String local = "%04d-%02d-%02dT%02d:%02d:%02d"
                    .formatted(
                            random.nextInt(10_000),
                            random.nextInt(14),
                            random.nextInt(33),
                            random.nextInt(26),
                            random.nextInt(62),
                            random.nextInt(62));
            int digits = random.nextInt(11);
            String fraction = digits == 0 ? "" : "." + "0123456789".substring(10 - digits);

            assertThat(read(local + fraction + "Z")).as(local + fraction).isEqualTo(read(local + fraction + "+00:00"));
        }
    }

    private static @Nullable Operand read(String text) {
        return Operand.of(CREATED, AttributeValue.text(text));
    }
}
