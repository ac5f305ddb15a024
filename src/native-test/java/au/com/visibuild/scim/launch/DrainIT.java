package au.com.visibuild.scim.launch;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Artefact;
import au.com.visibuild.scim.fixture.Balancer;
import au.com.visibuild.scim.fixture.BesideTheService;
import au.com.visibuild.scim.fixture.Caller;
import au.com.visibuild.scim.fixture.Instance;
import au.com.visibuild.scim.fixture.LongRun;
import au.com.visibuild.scim.fixture.ProductionCompany;
import au.com.visibuild.scim.fixture.TestPostgres;
import au.com.visibuild.scim.fixture.Traffic;
import au.com.visibuild.scim.fixture.TwoInstances;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** An instance that is asked to end, under load: nobody whose requests it took notices. */
@BesideTheService
class DrainIT {

    private static final int WORKERS = 4;

    private final Artefact artefact =
            Artefact.production(TestPostgres.newDatabase()).with("quarkus.shutdown.delay", "2s");

    private int clients;

    @Test
    void instancesEndOneAfterTheOtherAndNoRequestFails() {
        try (TwoInstances two = TwoInstances.of(artefact, artefact)) {
            ProductionCompany company = ProductionCompany.make(two.one());
            String token = company.enable(two.one());
            Instance stays = two.one();
            Instance goes = two.other();
            try (Balancer balancer = new Balancer(List.of(stays, goes));
                    Traffic traffic = Traffic.begin(WORKERS, this::nextClient, balancer, token)) {
                for (int i = LongRun.count(2, 20); i > 0; i--) {
                    traffic.awaitMore(50);
                    assertThat(goes.terminate()).as(goes.output()).isIn(0, 143);
                    assertThat(goes.output()).doesNotContain("\"level\":\"ERROR\"");
                    goes.close();
                    Instance gone = goes;
                    goes = stays;
                    stays = artefact.start();
                    // The one that stayed is the next to go, once another has come.
                    stays.awaitReady();
                    balancer.between(List.of(stays, goes));
                    traffic.awaitMore(50);
                    assertThat(traffic.failures()).as(gone.output()).isEmpty();
                }
            } finally {
                stays.close();
                goes.close();
            }
        }
    }

    @Test
    void readinessFailsFirstAndRequestsAreStillServedOnConnectionsThatEndBehindThem() {
        try (Instance instance = artefact.with("quarkus.shutdown.delay", "4s").start()) {
            ProductionCompany company = ProductionCompany.make(instance.awaitReady());
            String token = company.enable(instance);

            instance.askToEnd();
            while (instance.isReady()) {
                LockSupport.parkNanos(20_000_000L);
            }

            var answer = Caller.at(instance.root(), client(HttpClient.Version.HTTP_1_1))
                    .bearer(token)
                    .get("/scim_v2/Users")
                    .expect(200);
            assertThat(answer.header("connection")).isEqualTo("close");
        }
    }

    /** Of HTTP/1.1 and HTTP/2 in turns. */
    private HttpClient nextClient() {
        return client(clients++ % 2 == 0 ? HttpClient.Version.HTTP_1_1 : HttpClient.Version.HTTP_2);
    }

    private static HttpClient client(HttpClient.Version version) {
        return HttpClient.newBuilder().version(version).build();
    }
}
