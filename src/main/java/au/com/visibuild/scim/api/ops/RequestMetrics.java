package au.com.visibuild.scim.api.ops;

import au.com.visibuild.scim.platform.MetricsConfig;
import au.com.visibuild.scim.platform.RequestEffects.Effect;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts SCIM requests by what they asked for and what came of it, and what requests of any kind brought about. A
 * company is named only where operators have switched it on, and only so many of them.
 */
@Singleton
class RequestMetrics {

    private static final String OTHERS = "other";
    private static final String ALL = "all";

    private record Key(ScimOperation operation, String outcome) {}

    private record TenantKey(String tenant, String outcome) {}

    private record Removal(String kind, String tenant) {}

    private final MeterRegistry registry;
    private final MetricsConfig config;
    private final Map<Key, Counter> requests = new ConcurrentHashMap<>();
    private final Map<TenantKey, Counter> tenants = new ConcurrentHashMap<>();
    private final Set<String> named = ConcurrentHashMap.newKeySet();
    private final Map<Removal, Counter> removals = new ConcurrentHashMap<>();
    private final Counter sessionsRevoked;

    RequestMetrics(MeterRegistry registry, MetricsConfig config) {
        this.registry = registry;
        this.config = config;
        if (!config.companies()) {
            begin(ALL);
        }
        this.sessionsRevoked = Counter.builder("scim.sessions.revoked")
                .description("Login sessions that were ended before their time")
                .register(registry);
    }

    /** A SCIM request ended. */
    void scim(ScimOperation operation, String outcome, @Nullable String company) {
        requests.computeIfAbsent(new Key(operation, outcome), this::counter).increment();
        if (company != null && config.companies()) {
            String tenant = tenant(company);
            tenants.computeIfAbsent(new TenantKey(tenant, outcome), this::tenantCounter)
                    .increment();
            begin(tenant);
        }
    }

    /** What a request brought about. */
    void effects(Map<Effect, Integer> effects, @Nullable String company) {
        String tenant = company == null || !config.companies() ? ALL : tenant(company);
        for (Effect removal : new Effect[] {Effect.DEACTIVATED, Effect.DELETED}) {
            int people = effects.getOrDefault(removal, 0);
            if (people > 0) {
                removals(removal, tenant).increment(people);
            }
        }
        sessionsRevoked.increment(effects.getOrDefault(Effect.SESSION_ENDED, 0));
    }

    /** Before anybody is removed, for what a series begins with is no increase. */
    private void begin(String tenant) {
        removals(Effect.DEACTIVATED, tenant);
        removals(Effect.DELETED, tenant);
    }

    /** The first ones that come keep their names; a replica that has seen too many calls the rest others. */
    private String tenant(String company) {
        if (named.contains(company)) {
            return company;
        }
        return named.size() < config.companyLimit() && named.add(company) ? company : OTHERS;
    }

    private Counter counter(Key key) {
        return Counter.builder("scim.requests")
                .description("SCIM requests")
                .tag("resource", key.operation().resource())
                .tag("operation", key.operation().name())
                .tag("outcome", key.outcome())
                .register(registry);
    }

    private Counter tenantCounter(TenantKey key) {
        return Counter.builder("scim.tenant.requests")
                .description("SCIM requests of a company")
                .tag("tenant", key.tenant())
                .tag("outcome", key.outcome())
                .register(registry);
    }

    private Counter removals(Effect effect, String tenant) {
        String kind = effect == Effect.DELETED ? "delete" : "deactivate";
        return removals.computeIfAbsent(
                new Removal(kind, tenant),
                _ -> Counter.builder("scim.deprovisions")
                        .description("People who lost their access: switched off, or deleted without that")
                        .tag("kind", kind)
                        .tag("tenant", tenant)
                        .register(registry));
    }
}
