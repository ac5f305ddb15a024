package au.com.visibuild.scim.api.ops;

import au.com.visibuild.scim.platform.DatabaseProbe;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** No requests for an instance whose database does not answer. */
@Readiness
@Singleton
class DatabaseReadiness implements AsyncHealthCheck {

    private final DatabaseProbe database;

    DatabaseReadiness(DatabaseProbe database) {
        this.database = database;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return database.answers()
                .map(up -> HealthCheckResponse.named("database").status(up).build());
    }
}
