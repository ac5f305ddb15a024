package au.com.visibuild.scim.token;

import au.com.visibuild.scim.platform.MetricsConfig;
import au.com.visibuild.scim.token.Authentication.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * {@code scim_auth_failures_total}: refused SCIM requests by what was wrong with their token; and
 * {@code scim_token_expiry_timestamp_seconds}: when companies' tokens end. Which company only where operators have
 * switched that on; else the token that ends first stands for all. One that has ended has no moment to come, and would hide those
 * that have.
 */
@ApplicationScoped
class TokenMetrics {

    private static final Logger LOG = Logger.getLogger(TokenMetrics.class);

    private final ScimTokenStore store;
    private final MetricsConfig config;
    private final Vertx vertx;
    private final Clock clock;
    private final Map<Reason, Counter> failures;
    private final MultiGauge ends;
    private long timer;

    TokenMetrics(ScimTokenStore store, MetricsConfig config, Vertx vertx, Clock clock, MeterRegistry registry) {
        this.store = store;
        this.config = config;
        this.vertx = vertx;
        this.clock = clock;
        Map<Reason, Counter> all = new EnumMap<>(Reason.class);
        for (Reason reason : Reason.values()) {
            all.put(
                    reason,
                    Counter.builder("scim.auth.failures")
                            .description("SCIM requests that were refused for their token")
                            .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
        failures = Collections.unmodifiableMap(all);
        ends = MultiGauge.builder("scim.token.expiry.timestamp.seconds")
                .description("The moment at which a company's token ends")
                .register(registry);
    }

    void start(@Observes StartupEvent event) {
        look();
        timer = vertx.setPeriodic(config.interval().toMillis(), _ -> look());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    /** Counts a refusal. */
    void seen(Authentication authentication) {
        if (authentication instanceof Authentication.Refused refused) {
            Counter counter = failures.get(refused.reason());
            if (counter != null) {
                counter.increment();
            }
        }
    }

    private void look() {
        store.ends(clock.instant(), config.companyLimit())
                .subscribe()
                .with(this::show, failure -> LOG.debugf("The ends of tokens are not known: %s", failure.getMessage()));
    }

    private void show(List<ScimTokenStore.End> known) {
        List<MultiGauge.Row<?>> rows = config.companies()
                ? known.stream()
                        .<MultiGauge.Row<?>>map(end -> row(end.company().value().toString(), end.at()))
                        .toList()
                : known.stream()
                        .map(ScimTokenStore.End::at)
                        .min(Comparator.naturalOrder())
                        .<List<MultiGauge.Row<?>>>map(first -> List.of(row("all", first)))
                        .orElse(List.of());
        ends.register(rows, true);
    }

    private static MultiGauge.Row<?> row(String tenant, Instant at) {
        return MultiGauge.Row.of(Tags.of("tenant", tenant), at.getEpochSecond());
    }
}
