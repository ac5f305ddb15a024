package au.com.visibuild.scim.api.ops;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** When the certificate in use ends, and whether its files hold one that could not take its place. */
@Singleton
class CertificateMetrics {

    private final AtomicLong endsAt = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final MeterRegistry registry;

    CertificateMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** There is a certificate: from now on it is told of. */
    void begin(Instant end) {
        taken(end);
        Gauge.builder("scim.tls.cert.expiry.timestamp.seconds", endsAt, AtomicLong::doubleValue)
                .description("The moment at which the certificate in use ends")
                .tag("use", "server")
                .register(registry);
        Gauge.builder("scim.tls.reload.failed", failed, AtomicLong::doubleValue)
                .description("1 while the certificate's files hold something that cannot be used")
                .tag("use", "server")
                .register(registry);
    }

    void taken(Instant end) {
        endsAt.set(end.getEpochSecond());
        failed.set(0);
    }

    /** The files hold the one in use. */
    void kept() {
        failed.set(0);
    }

    void refused() {
        failed.set(1);
    }
}
