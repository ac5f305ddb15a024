package au.com.visibuild.scim.launch;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.embedded.EmbeddedDatabase;
import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.Artefact;
import au.com.visibuild.scim.fixture.BesideTheService;
import au.com.visibuild.scim.fixture.Caller;
import au.com.visibuild.scim.fixture.Instance;
import au.com.visibuild.scim.fixture.OwnServer;
import au.com.visibuild.scim.fixture.ProductionCompany;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A database that is away when the service starts, goes while it works, freezes, and comes back. */
@BesideTheService
class DatabaseFaultsIT {

    private static final String USERS = "/scim_v2/Users";

    /** Far more than the few seconds that are promised: the machine may be busy. */
    private static final Duration NO_HANG = Duration.ofSeconds(20);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final OwnServer server = OwnServer.start();
    private final Artefact artefact = Artefact.production("any")
            .with("visibuild.database.url", server.url())
            .with("quarkus.datasource.username", EmbeddedDatabase.USER)
            .with("quarkus.datasource.password", server.password())
            .with("visibuild.database.acquire-timeout", "3s")
            .with("visibuild.database.statement-timeout", "4s");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aStartWaitsForTheDatabaseAndIsReadyOnceItIsThere() {
        server.crash();
        try (Instance instance = artefact.start()) {
            awaitOutput(instance, "Waiting for the database");

            server.startAgain();

            instance.awaitReady();
        }
    }

    @Test
    void whileItIsAwayTheServiceLivesIsNotReadyAndSaysComeAgain() {
        try (Instance instance = artefact.start()) {
            ProductionCompany company = ProductionCompany.make(instance.awaitReady());
            Caller scim = company.scim(instance, company.enable(instance));
            scim.get(USERS).expect(200);

            server.crash();

            for (int i = 0; i < 100; i++) {
                comesAgain(scim.get(USERS));
            }
            Answer elsewhere =
                    company.admin(instance).get(company.path("/scim")).expectProblem(503);
            assertThat(elsewhere.header("retry-after")).matches("[0-9]+");
            livesAndIsNotReady(instance);

            server.startAgain();

            answersAgain(scim);
            assertThat(instance.isReady()).isTrue();
            assertThat(instance.output().lines().filter(line -> line.contains("the database is away")))
                    .as("no line for each request")
                    .hasSizeBetween(1, 60);
            assertThat(instance.output()).doesNotContain("Uncaught exception");
        }
    }

    @Test
    void whileItIsFrozenNobodyHangs() {
        try (Instance instance = artefact.start()) {
            ProductionCompany company = ProductionCompany.make(instance.awaitReady());
            Caller scim = company.scim(instance, company.enable(instance));
            scim.get(USERS).expect(200);

            server.freeze();
            try {
                Instant start = Instant.now();
                comesAgain(scim.get(USERS));
                comesAgain(scim.post(USERS, "{\"userName\":\"" + company.userName("cold") + "\"}"));
                livesAndIsNotReady(instance);
                assertThat(Duration.between(start, Instant.now())).isLessThan(NO_HANG.multipliedBy(3));
            } finally {
                server.thaw();
            }

            answersAgain(scim);
        }
    }

    private static void comesAgain(Answer answer) {
        answer.expectScimError(503);
        assertThat(answer.header("retry-after")).matches("[0-9]+");
    }

    private static void livesAndIsNotReady(Instance instance) {
        Caller management = Caller.at(instance.management());
        management.get("/q/health/live").expect(200);
        Instant start = Instant.now();
        management.get("/q/health/ready").expect(503);
        assertThat(Duration.between(start, Instant.now())).isLessThan(NO_HANG);
    }

    private static void answersAgain(Caller scim) {
        Instant until = Instant.now().plus(PATIENCE);
        while (scim.get(USERS).status() != 200) {
            assertThat(Instant.now()).isBefore(until);
        }
    }

    private static void awaitOutput(Instance instance, String text) {
        Instant until = Instant.now().plus(PATIENCE);
        while (!instance.output().contains(text)) {
            assertThat(Instant.now()).as(instance.output()).isBefore(until);
            LockSupport.parkNanos(20_000_000L);
        }
    }
}
