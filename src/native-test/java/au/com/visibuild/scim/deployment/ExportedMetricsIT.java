package au.com.visibuild.scim.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Artefact;
import au.com.visibuild.scim.fixture.Caller;
import au.com.visibuild.scim.fixture.Instance;
import au.com.visibuild.scim.fixture.ProductionCompany;
import au.com.visibuild.scim.fixture.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Alerts, dashboards and runbooks read nothing that the running service does not export. */
class ExportedMetricsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Artefact artefact = Artefact.production(TestPostgres.newDatabase())
            .with("visibuild.metrics.companies", "true")
            .with("visibuild.metrics.interval", "1s");

    @Test
    void everyMetricThatOperatorsReadIsExported() throws InterruptedException {
        Set<String> read = new TreeSet<>(PromQl.metricsOfAll());
        // Those of the certificate are there where the service has one (launch/HttpsIT).
        read.removeIf(name -> name.startsWith("scim_tls_"));
        assertThat(read).hasSizeGreaterThan(20);

        try (Instance instance = artefact.start().awaitReady()) {
            ProductionCompany company = ProductionCompany.make(instance);
            Caller scim = company.scim(instance, company.enable(instance));
            scim.post(
                            "/scim_v2/Users",
                            "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"ana\"}")
                    .expect(201);
            scim.get("/scim_v2/Users").expect(200);

            Instant until = Instant.now().plus(PATIENCE);
            Set<String> missing = new TreeSet<>(read);
            while (true) {
                missing.removeAll(exported(instance));
                if (missing.isEmpty() || Instant.now().isAfter(until)) {
                    break;
                }
                Thread.sleep(200);
            }
            assertThat(missing).isEmpty();
        }
    }

    private static Set<String> exported(Instance instance) {
        return Caller.at(instance.management())
                .get("/q/metrics")
                .expect(200)
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toSet());
    }
}
