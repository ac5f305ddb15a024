package au.com.visibuild.scim.api.ops;

import au.com.visibuild.scim.keys.ServedCertificate;
import au.com.visibuild.scim.keys.ServerCertificate;
import au.com.visibuild.scim.keys.TlsConfig;
import au.com.visibuild.scim.keys.UnusableKeyException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes a new certificate into use while requests go on, when its files have changed. What is looked at first cannot
 * break what works: files that are no pair stay where they are, and operators are told. Files that change one after the
 * other are no fault yet: only what is still broken at the next look is.
 */
@Singleton
class CertificateReload {

    private static final Logger LOG = Logger.getLogger(CertificateReload.class);

    private final TlsConfig config;
    private final ServedCertificate served;
    private final CertificateMetrics metrics;
    private final Vertx vertx;
    private final Clock clock;
    private String inUse = "";
    private @Nullable String broken;
    private boolean told;
    private long timer = -1;

    CertificateReload(
            TlsConfig config, ServedCertificate served, CertificateMetrics metrics, Vertx vertx, Clock clock) {
        this.config = config;
        this.served = served;
        this.metrics = metrics;
        this.vertx = vertx;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) throws IOException {
        if (config.certificateFile().isEmpty()) {
            return;
        }
        inUse = content();
        metrics.begin(certificate().endsAt());
        // Reading files waits: on a worker thread, and one look at a time.
        timer = vertx.setPeriodic(config.reloadPeriod().toMillis(), _ -> vertx.executeBlocking(this::look, true));
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private synchronized boolean look() {
        String now = "";
        try {
            now = content();
            if (now.equals(inUse)) {
                forget();
                return false;
            }
            ServerCertificate certificate = certificate();
            served.readAgain(vertx);
            inUse = now;
            forget();
            metrics.taken(certificate.endsAt());
            LOG.infof("A new certificate is in use; it ends at %s", certificate.endsAt());
            return true;
        } catch (IOException | UnusableKeyException e) {
            refuse(now, String.valueOf(e.getMessage()));
            return false;
        }
    }

    private void forget() {
        broken = null;
        told = false;
        metrics.kept();
    }

    private void refuse(String content, String reason) {
        if (!content.equals(broken)) {
            broken = content;
            told = false;
        } else if (!told) {
            told = true;
            metrics.refused();
            LOG.errorf("The new certificate cannot be used, the one before stays in use: %s", reason);
        }
    }

    private ServerCertificate certificate() {
        return ServerCertificate.read(
                config.certificateFile().orElseThrow(), config.keyFile().orElseThrow(), clock.instant());
    }

    private String content() throws IOException {
        return Files.readString(Path.of(config.certificateFile().orElseThrow()))
                + Files.readString(Path.of(config.keyFile().orElseThrow()));
    }
}
