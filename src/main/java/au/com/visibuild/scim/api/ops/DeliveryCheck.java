package au.com.visibuild.scim.api.ops;

import au.com.visibuild.scim.signal.DeliveryLag;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Shows, beside readiness, how far behind the telling of events is. It is always up: a receiver that is slow or away is no
 * reason to send this replica no requests, which would only make it worse.
 */
@Readiness
@ApplicationScoped
class DeliveryCheck implements HealthCheck {

    private final DeliveryLag lag;

    DeliveryCheck(DeliveryLag lag) {
        this.lag = lag;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Security events")
                .up()
                .withData("oldestUndeliveredSeconds", lag.oldest().toSeconds())
                .withData("pending", lag.pending())
                .withData("dead", lag.dead())
                .build();
    }
}
