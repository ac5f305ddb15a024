package au.com.visibuild.scim.provisioning;

import au.com.visibuild.scim.protocol.interop.Tolerance;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * {@code scim_tolerance_total}: how many requests were read by which tolerance, whatever then became of them; in Bulk each
 * operation is one. All counters are there from the start, so that a rate can be told from nothing.
 */
@ApplicationScoped
public class ToleranceMetrics {

    private final Map<Tolerance, Counter> counters;

    ToleranceMetrics(MeterRegistry registry) {
        Map<Tolerance, Counter> all = new EnumMap<>(Tolerance.class);
        for (Tolerance tolerance : Tolerance.values()) {
            if (tolerance.kind() == Tolerance.Kind.REPAIR) {
                all.put(tolerance, counter(tolerance, registry));
            }
        }
        counters = Collections.unmodifiableMap(all);
    }

    /** Counts one request for each of these. */
    void acted(Set<Tolerance> tolerances) {
        for (Tolerance tolerance : tolerances) {
            Counter counter = counters.get(tolerance);
            if (counter != null) {
                counter.increment();
            }
        }
    }

    private static Counter counter(Tolerance tolerance, MeterRegistry registry) {
        return Counter.builder("scim.tolerance")
                .description("Requests that needed a tolerance to be understood")
                .tag("tolerance", tolerance.name())
                .tag("name", tolerance.title())
                .register(registry);
    }
}
