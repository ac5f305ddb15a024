package au.com.visibuild.scim.signal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * How the telling goes: {@code scim_outbox_oldest_age_seconds}, {@code scim_outbox_pending}, {@code scim_outbox_dead},
 * {@code scim_outbox_publish_total} and {@code scim_outbox_delivery_seconds}. No company, person, stream or URL is in
 * them.
 */
@Startup
@ApplicationScoped
class DeliveryMetrics {

    /** What came of one attempt. */
    enum Result {
        /** The receiver has it. */
        DELIVERED,
        /** It failed and is tried again. */
        RETRIED,
        /** It failed and is given up. */
        DEAD
    }

    private final Map<Result, Counter> attempts;
    private final Timer latency;

    DeliveryMetrics(MeterRegistry registry, DeliveryLag lag) {
        Map<Result, Counter> all = new EnumMap<>(Result.class);
        for (Result result : Result.values()) {
            all.put(
                    result,
                    Counter.builder("scim.outbox.publish")
                            .description("Attempts to tell a receiver of an event")
                            .tag("result", result.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
        attempts = Collections.unmodifiableMap(all);
        latency = Timer.builder("scim.outbox.delivery")
                .description("From an event until a receiver has it")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(5))
                .maximumExpectedValue(Duration.ofMinutes(5))
                .register(registry);
        Gauge.builder("scim.outbox.oldest.age", lag, seen -> seen.oldest().toMillis() / 1000.0)
                .description("How long the oldest event has been waiting that not everybody has")
                .baseUnit("seconds")
                .strongReference(true)
                .register(registry);
        Gauge.builder("scim.outbox.pending", lag, DeliveryLag::pending)
                .description("Events and deliveries that wait")
                .strongReference(true)
                .register(registry);
        Gauge.builder("scim.outbox.dead", lag, DeliveryLag::dead)
                .description("Deliveries that were given up and not told again")
                .strongReference(true)
                .register(registry);
    }

    /** A receiver has an event that happened then. */
    void delivered(Instant occurredAt, Instant now) {
        count(Result.DELIVERED);
        Duration took = Duration.between(occurredAt, now);
        latency.record(took.isNegative() ? Duration.ZERO : took);
    }

    /** An attempt ended like this. */
    void count(Result result) {
        Counter counter = attempts.get(result);
        if (counter != null) {
            counter.increment();
        }
    }
}
