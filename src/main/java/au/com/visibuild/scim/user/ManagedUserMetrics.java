package au.com.visibuild.scim.user;

import au.com.visibuild.scim.platform.MetricsConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * {@code scim_managed_users}: people by company and state. Only where operators have switched companies' series on: it
 * names customers, and counting reads the whole table.
 */
@ApplicationScoped
class ManagedUserMetrics {

    private static final Logger LOG = Logger.getLogger(ManagedUserMetrics.class);

    private final ManagedUserStore store;
    private final MetricsConfig config;
    private final Vertx vertx;
    private final MultiGauge people;
    private long timer = -1;

    ManagedUserMetrics(ManagedUserStore store, MetricsConfig config, Vertx vertx, MeterRegistry registry) {
        this.store = store;
        this.config = config;
        this.vertx = vertx;
        this.people = MultiGauge.builder("scim.managed.users")
                .description("People whom an identity provider has written")
                .register(registry);
    }

    void start(@Observes StartupEvent event) {
        if (config.companies()) {
            look();
            timer = vertx.setPeriodic(config.interval().toMillis(), _ -> look());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    /** Each company has two groups at most. */
    private void look() {
        store.count(2 * config.companyLimit())
                .subscribe()
                .with(this::show, failure -> LOG.debugf("People could not be counted: %s", failure.getMessage()));
    }

    private void show(List<ManagedUserStore.Group> groups) {
        people.register(
                groups.stream()
                        .<MultiGauge.Row<?>>map(group -> MultiGauge.Row.of(
                                Tags.of(
                                        "tenant",
                                        group.company().value().toString(),
                                        "state",
                                        group.active() ? "active" : "inactive"),
                                group.people()))
                        .toList(),
                true);
    }
}
