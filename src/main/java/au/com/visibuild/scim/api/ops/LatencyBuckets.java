package au.com.visibuild.scim.api.ops;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** How long requests took, in steps in which objectives are written: 99 % in 250 ms is one of them. */
@Singleton
class LatencyBuckets implements MeterFilter {

    private static final double[] STEPS = Stream.of(10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000)
            .flatMapToDouble(
                    millis -> DoubleStream.of((double) Duration.ofMillis(millis).toNanos()))
            .toArray();

    @Override
    public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
        return id.getName().equals("http.server.requests")
                ? DistributionStatisticConfig.builder()
                        .serviceLevelObjectives(STEPS)
                        .build()
                        .merge(config)
                : config;
    }
}
