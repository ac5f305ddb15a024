package au.com.visibuild.scim.launch;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Artefact;
import au.com.visibuild.scim.fixture.Caller;
import au.com.visibuild.scim.fixture.Instance;
import au.com.visibuild.scim.fixture.ProductionCompany;
import au.com.visibuild.scim.fixture.TestPostgres;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The log of production: JSON, a line for each request, and in no line what names a person or opens a door. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String USERS = "/scim_v2/Users";

    private final Instance instance = Artefact.production(TestPostgres.newDatabase())
            .with("quarkus.log.level", "INFO")
            .start()
            .awaitReady();
    private final ProductionCompany company = ProductionCompany.make(instance);
    private final String token = company.enable(instance);

    @AfterAll
    void stop() {
        instance.close();
    }

    @Test
    void everyLineIsJsonInUtcAndARequestsLineSaysWhoseItWas() {
        company.scim(instance, token)
                .with("X-Request-Id", "r.1")
                .post(USERS, person("whoever"))
                .expect(201);
        company.admin(instance)
                .with("X-Request-Id", "r-2")
                .get(company.path("/scim"))
                .expect(200);
        ProductionCompany.anyone(instance)
                .with("X-Request-Id", "r_3")
                .get(USERS + "/x?filter=y")
                .expect(401);

        JsonNode made = line("r.1");
        assertThat(made.path("operation").asText()).isEqualTo("Users.create");
        assertThat(made.path("status").asInt()).isEqualTo(201);
        assertThat(made.path("duration_ms").asText()).matches("[0-9]+");
        assertThat(made.path("tenant_id").asText()).isEqualTo(company.path("").substring("/companies/".length()));
        assertThat(made.path("token_id").asText()).isEqualTo(token.substring(7, 15));
        JsonNode looked = line("r-2");
        assertThat(looked.path("operation").asText()).isEqualTo("GET /companies/{company}/scim");
        assertThat(looked.path("tenant_id").asText())
                .isEqualTo(made.path("tenant_id").asText());
        JsonNode refused = line("r_3");
        assertThat(refused.path("operation").asText()).isEqualTo("Users.get");
        assertThat(refused.path("status").asInt()).isEqualTo(401);
        assertThat(refused.has("tenant_id")).isFalse();
        for (String each : instance.output().lines().toList()) {
            assertThat(json(each).path("timestamp").asText())
                    .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        }
    }

    @Test
    void noLineHoldsWhatCameInOrWentOut() {
        String canary = "canary" + System.nanoTime();
        String name = company.userName(canary);
        Caller scim = company.scim(instance, token);
        String id = scim.post(USERS, person(canary)).expect(201).text("id");
        scim.post(USERS, person(canary)).expect(409);
        scim.get(USERS + "?filter=userName%20eq%20%22" + name + "%22").expect(200);
        scim.get(USERS + "?filter=" + canary).expect(400);
        scim.get("/" + canary + "/" + canary).expect(404);
        scim.patch(
                        USERS + "/" + id,
                        "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[{\"op\":"
                                + "\"replace\",\"path\":\"active\",\"value\":false}]}")
                .expect(200);
        scim.delete(USERS + "/" + id).expect(204);
        company.scim(instance, "vbscim_" + canary).get(USERS).expect(401);
        ProductionCompany.staff(instance).get("/login-emails/" + name);
        ProductionCompany.platform(instance)
                .post("/sessions", "{\"userName\":\"" + name + "\",\"platform\":\"" + canary + "\"}");
        line("last", scim);

        assertThat(instance.output())
                .doesNotContain(canary, "Pass-w0rd", "Ana Canary", token.substring(15), company.adminJwt());
    }

    private String person(String name) {
        return "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"" + company.userName(name)
                + "\",\"displayName\":\"Ana Canary\",\"password\":\"Pass-w0rd-of-" + name + "\"}";
    }

    /** The line of one more request: those of all before are written, too. */
    private void line(String id, Caller caller) {
        caller.with("X-Request-Id", id).get(USERS).expect(200);
        line(id);
    }

    private JsonNode line(String requestId) {
        Instant until = Instant.now().plusSeconds(30);
        while (Instant.now().isBefore(until)) {
            List<JsonNode> found = instance.output()
                    .lines()
                    .filter(line -> line.contains("\"visibuild.requests\"") && line.endsWith("}"))
                    .map(LogIT::json)
                    .map(line -> line.has("mdc") ? line.path("mdc") : line)
                    .filter(fields -> fields.path("request_id").asText().equals(requestId))
                    .toList();
            if (!found.isEmpty()) {
                assertThat(found).hasSize(1);
                return found.getFirst();
            }
        }
        throw new AssertionError("No line of " + requestId + ": " + instance.output());
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + line, e);
        }
    }
}
