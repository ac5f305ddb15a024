package au.com.visibuild.scim.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import au.com.visibuild.scim.fixture.Artefact;
import au.com.visibuild.scim.fixture.BesideTheService;
import au.com.visibuild.scim.fixture.Caller;
import au.com.visibuild.scim.fixture.DemoJwts;
import au.com.visibuild.scim.fixture.Instance;
import au.com.visibuild.scim.fixture.ProductionCompany;
import au.com.visibuild.scim.fixture.ProductionKeys;
import au.com.visibuild.scim.fixture.TestPostgres;
import au.com.visibuild.scim.requirement.Requirement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the packaged service shows of itself while it runs and when it ends. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@BesideTheService
class RunningIT {

    private static final String USERS = "/scim_v2/Users";

    private final Artefact artefact = Artefact.production(TestPostgres.newDatabase())
            .with("quarkus.http.proxy.proxy-address-forwarding", "true")
            .with("quarkus.http.proxy.enable-forwarded-host", "true")
            .with("quarkus.http.proxy.trusted-proxies", "127.0.0.1");
    private final Instance instance = artefact.start().awaitReady();

    @AfterAll
    void stop() {
        instance.close();
    }

    @Test
    void healthIsOnTheManagementPortAndNotOnThePortOfTheApi() {
        Caller management = Caller.at(instance.management());

        assertThat(management
                        .get("/q/health/ready")
                        .expect(200)
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("UP");
        var live = management.get("/q/health/live").expect(200).json();
        assertThat(live.path("status").asText()).isEqualTo("UP");
        assertThat(live.path("checks").size()).as("liveness asks no database").isZero();
        ProductionCompany.anyone(instance).get("/q/health/live").expect(404);
        management.get("/scim_v2/ServiceProviderConfig").expect(404);
    }

    /** At least a fifth of the most that it ever had: nearly half by measure, less what the tests beside this one touch. */
    @Test
    void anExecutableGivesBackWhatItsStartAloneNeeded() throws InterruptedException {
        assumeThat(artefact.isExecutable()).as("an executable").isTrue();

        for (int tenths = 0; tenths < 300 && shareInMemory() >= 0.8; tenths++) {
            Thread.sleep(100);
        }
        assertThat(shareInMemory()).isLessThan(0.8);
    }

    private double shareInMemory() {
        return instance.memory("VmRSS") / instance.memory("VmHWM");
    }

    @Test
    void behindAProxyLocationsAreThoseThatTheCallerSees() {
        ProductionCompany company = ProductionCompany.make(instance);
        Caller provider = company.scim(instance, company.enable(instance));
        String person = "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\""
                + company.userName("bo") + "\"}";
        String id = provider.post(USERS, person).expect(201).json().path("id").asText();

        for (String query : List.of("", "?attributes=userName")) {
            String seen = provider.with("X-Forwarded-Proto", "https")
                    .with("X-Forwarded-Host", "scim.example.com:8443")
                    .get(USERS + "/" + id + query)
                    .expect(200)
                    .header("content-location");
            assertThat(seen).isEqualTo("https://scim.example.com:8443" + USERS + "/" + id);
        }
    }

    @Test
    @Requirement("AUTH-05")
    void nobodyGivesAwayJwtsInProduction() {
        for (String group : new String[] {"staff", "company-admin", "platform"}) {
            ProductionCompany.anyone(instance).get("/demo/jwt?group=" + group).expect(404);
        }
    }

    @Test
    void theDocumentOfTheApiIsForDevelopersOnly() {
        ProductionCompany.anyone(instance).get("/q/openapi").expect(404);
    }

    @Test
    @Requirement("AUTH-05")
    void aJwtOfTheDemosIssuerIsNothingInProduction() {
        Map<String, Object> claims = Map.of("groups", List.of("staff"), "sub", "staff-1");
        String demos = DemoJwts.ofIssuer("https://issuer.demo.visibuild.example", claims);
        String inAnothersName = DemoJwts.ofIssuer(ProductionKeys.ISSUER, claims);

        for (String forged : List.of(demos, inAnothersName)) {
            ProductionCompany.anyone(instance).bearer(forged).get("/companies").expect(401);
        }
        // The same claims by the key that production was given.
        ProductionCompany.anyone(instance)
                .bearer(ProductionKeys.jwt(claims))
                .get("/companies")
                .expect(200);
    }

    @Test
    @Requirement("AT-22")
    void theLogHoldsNoSecretThatWentThrough() {
        ProductionCompany company = ProductionCompany.make(instance);
        String old = company.enable(instance);
        String token = company.regenerate(instance);
        company.scim(instance, old).get(USERS).expect(401);
        company.scim(instance, token + "x").get(USERS).expect(401);
        company.scim(instance, token).post(USERS, "{\"userName\":").expect(400);
        company.scim(instance, token).get(USERS + "?filter=" + token).expect(400);
        String person = "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\""
                + company.userName("ana") + "\",\"password\":\"Pass-w0rd-of-ana\"}";
        company.scim(instance, token).post(USERS, person).expect(201);
        company.scim(instance, token).post(USERS, person).expect(409);
        String session = ProductionCompany.platform(instance)
                .post("/sessions", "{\"userName\":\"" + company.userName("ana") + "\",\"platform\":\"web\"}")
                .expect(201)
                .json()
                .path("access_token")
                .asText();

        assertThat(instance.output())
                .contains("Listening on")
                .doesNotContain(
                        secret(old),
                        secret(token),
                        session,
                        "Pass-w0rd-of-ana",
                        "Authorization",
                        artefact.setting("quarkus.datasource.password"));
    }

    @Test
    void sigtermEndsItWithoutAnErrorWhateverItHadToDo() {
        try (Instance brief = Artefact.production(TestPostgres.newDatabase()).start()) {
            ProductionCompany company = ProductionCompany.make(brief.awaitReady());
            company.scim(brief, company.enable(brief)).get(USERS).expect(200);

            int status = brief.terminate();

            assertThat(status).as(brief.output()).isIn(0, 143);
            assertThat(brief.output())
                    .contains("stopped in")
                    .doesNotContain("\"level\":\"ERROR\"", "\"level\":\"WARN\"", "\tat ");
        }
    }

    /** What follows the public key id. */
    private static String secret(String token) {
        return token.substring("vbscim_".length() + 8);
    }
}
