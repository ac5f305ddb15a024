package au.com.visibuild.scim.launch;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Artefact;
import au.com.visibuild.scim.fixture.BesideTheService;
import au.com.visibuild.scim.fixture.Caller;
import au.com.visibuild.scim.fixture.Instance;
import au.com.visibuild.scim.fixture.ProductionCompany;
import au.com.visibuild.scim.fixture.TestPostgres;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Traces go where they are asked for, and hold nothing that names a person. */
@BesideTheService
class TracesIT {

    private static final String CANARY = "canary-in-a-trace";
    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final Queue<String> received = new ConcurrentLinkedQueue<>();

    @Test
    void withAnEndpointRequestsAndStatementsAreToldOfWithoutWhatNamesPeople() throws IOException {
        HttpServer collector = collector();
        try (Instance instance = tracing(collector).start().awaitReady()) {
            ProductionCompany company = ProductionCompany.make(instance);
            Caller scim = company.scim(instance, company.enable(instance)).with("traceparent", PARENT);
            String person = "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\""
                    + company.userName(CANARY) + "\"}";
            String id = scim.post("/scim_v2/Users", person).expect(201).text("id");
            scim.post("/scim_v2/Users", person).expect(409);
            scim.get("/scim_v2/Users?filter=userName%20eq%20%22" + CANARY + "%22")
                    .expect(200);
            scim.get("/scim_v2/Users/" + CANARY).expect(404);
            ProductionCompany.staff(instance).get("/login-emails/" + CANARY + "@x.example");
            scim.get("/scim_v2/Users/" + id).expect(200);

            await("/scim_v2/Users/{id}", instance);
            await("SELECT", instance);
            assertThat(String.join("\n", received)).doesNotContain(CANARY, id);
        } finally {
            collector.stop(0);
        }
    }

    @Test
    void ofWhatComesWithoutATraceOnlyThePartIsKeptThatIsSet() throws IOException {
        HttpServer collector = collector();
        try (Instance instance = tracing(collector)
                .with("quarkus.otel.traces.sampler.arg", "0.0")
                .start()
                .awaitReady()) {
            ProductionCompany company = ProductionCompany.make(instance);
            Caller scim = company.scim(instance, company.enable(instance));
            scim.get("/scim_v2/Schemas").expect(200);
            scim.with("traceparent", PARENT).get("/scim_v2/ResourceTypes").expect(200);

            await("/scim_v2/ResourceTypes", instance);
            assertThat(String.join("\n", received)).doesNotContain("/scim_v2/Schemas", "/companies");
        } finally {
            collector.stop(0);
        }
    }

    private HttpServer collector() throws IOException {
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        return collector;
    }

    private static Artefact tracing(HttpServer collector) {
        return Artefact.production(TestPostgres.newDatabase())
                .with(
                        "otel.exporter.otlp.endpoint",
                        "http://127.0.0.1:" + collector.getAddress().getPort())
                .with("quarkus.otel.exporter.otlp.protocol", "http/protobuf")
                .with("quarkus.otel.bsp.schedule.delay", "200ms");
    }

    @Test
    void withoutAnEndpointThereIsNothingOfIt() {
        try (Instance instance =
                Artefact.production(TestPostgres.newDatabase()).start().awaitReady()) {
            ProductionCompany company = ProductionCompany.make(instance);
            company.scim(instance, company.enable(instance))
                    .get("/scim_v2/Users")
                    .expect(200);

            assertThat(instance.output())
                    .doesNotContain("traceId", "4317", "otlp", "\"level\":\"WARN\"", "\"level\":\"ERROR\"");
        }
    }

    private void await(String text, Instance instance) {
        Instant until = Instant.now().plusSeconds(60);
        while (received.stream().noneMatch(spans -> spans.contains(text))) {
            assertThat(Instant.now())
                    .as(text + " in " + received + instance.output())
                    .isBefore(until);
            LockSupport.parkNanos(20_000_000L);
        }
    }
}
