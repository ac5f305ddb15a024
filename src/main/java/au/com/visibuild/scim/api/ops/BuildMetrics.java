package au.com.visibuild.scim.api.ops;

import au.com.visibuild.scim.platform.MetricsConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ApplicationConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** {@code scim_build_info}: what runs here. */
@Singleton
class BuildMetrics {

    private final ApplicationConfig application;
    private final MetricsConfig config;
    private final MeterRegistry registry;

    BuildMetrics(ApplicationConfig application, MetricsConfig config, MeterRegistry registry) {
        this.application = application;
        this.config = config;
        this.registry = registry;
    }

    void start(@Observes StartupEvent event) {
        Gauge.builder("scim.build.info", () -> 1)
                .description("What runs here")
                .tag("version", application.version().orElse("unknown"))
                .tag("revision", config.revision().orElse("unknown"))
                .register(registry);
    }
}
