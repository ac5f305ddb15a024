package au.com.visibuild.scim.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.OwnCompany;
import au.com.visibuild.scim.fixture.OwnCompany.Person;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.fixture.Rows;
import au.com.visibuild.scim.requirement.Requirement;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However a person is switched off, the same happens. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class DeprovisioningTest {

    /** What must be equal after every way; a DELETE's own additions are left out and looked at apart. */
    private static final List<String> END = List.of(
            "SELECT active, document, search -> 'active' AS search, login_email, external_id,"
                    + " scim_managed_since IS NOT NULL AS managed FROM users WHERE id = ?",
            "SELECT role, ended_at >= started_at AS ended, ended_reason FROM role_assignment"
                    + " WHERE user_id = ? ORDER BY role",
            "SELECT p.name, m.ended_at >= m.started_at AS ended, m.ended_reason FROM project_membership m"
                    + " JOIN project p ON p.id = m.project_id WHERE m.user_id = ? ORDER BY p.name",
            "SELECT platform, revoked_at >= opened_at AS revoked, revoked_reason FROM login_session WHERE user_id = ?",
            "SELECT type, payload FROM outbox_event WHERE user_id = ? AND type <> 'ACCOUNT_PURGED' ORDER BY position",
            "SELECT outcome, subject, effects::jsonb - 'txn' AS effects FROM provisioning_log"
                    + " WHERE user_id = ? AND effects IS NOT NULL");

    @TestHTTPResource
    URI root;

    @Test
    void everyWayEndsInTheSameRows() {
        OwnCompany company = OwnCompany.at(root);
        Map<SwitchOff, String> ends = new EnumMap<>(SwitchOff.class);
        for (SwitchOff way : SwitchOff.values()) {
            Person person = company.employed();

            way.of(company, person).send().expect(way.status());

            ends.put(way, end(person));
        }

        assertThat(ends).allSatisfy((way, end) -> assertThat(end).isEqualTo(ends.get(SwitchOff.PATCH_WITH_PATH)));
    }

    @ParameterizedTest
    @EnumSource
    @Requirement({"DEL-01", "US-06"})
    void accessEndsWithTimeAndReasonAndTheRowsStay(SwitchOff way) {
        OwnCompany company = OwnCompany.at(root);
        Person person = company.employed();
        OwnCompany.Session session = company.signIn(person);

        way.of(company, person).send().expect(way.status());

        Map<String, List<JsonNode>> rows = Rows.about(person.id());
        assertThat(rows.get("users")).singleElement().satisfies(user -> {
            assertThat(user.path("active").asBoolean()).isFalse();
            assertThat(user.path("deleted_at").isNull()).isEqualTo(way != SwitchOff.DELETE);
        });
        assertThat(rows.get("role_assignment")).hasSize(2).allSatisfy(DeprovisioningTest::isDeprovisioned);
        assertThat(rows.get("project_membership")).hasSize(2).allSatisfy(DeprovisioningTest::isDeprovisioned);
        assertThat(rows.get("login_session")).hasSize(3).allSatisfy(row -> {
            assertThat(row.path("revoked_at").isNull()).isFalse();
            assertThat(row.path("revoked_reason").asText()).isEqualTo("DEPROVISIONED");
        });
        assertThat(company.introspect(session.accessToken()).send().body()).isEqualTo("{\"active\":false}");
    }

    @ParameterizedTest
    @EnumSource
    void theEventsAreInTheOutboxWithOneTransactionAndTheLogHasItsRow(SwitchOff way) {
        OwnCompany company = OwnCompany.at(root);
        Person person = company.employed();

        way.of(company, person).send().expect(way.status());

        List<JsonNode> events = Rows.query(
                "SELECT type, txn, payload FROM outbox_event WHERE user_id = ? ORDER BY position", person.id());
        List<String> expected = way == SwitchOff.DELETE
                ? List.of("SESSION_REVOKED", "ACCOUNT_DISABLED", "ACCOUNT_PURGED")
                : List.of("SESSION_REVOKED", "ACCOUNT_DISABLED");
        assertThat(events).extracting(event -> event.path("type").asText()).isEqualTo(expected);
        assertThat(events)
                .extracting(event -> event.path("txn").asText())
                .containsOnly(events.getFirst().path("txn").asText());
        assertThat(events)
                .extracting(event -> event.path("payload").path("email").asText())
                .containsOnly(person.userName());
        String txn = events.getFirst().path("txn").asText();
        List<JsonNode> log = Rows.query(
                "SELECT * FROM provisioning_log WHERE user_id = ? AND action IN ('DEACTIVATE_USER', 'DELETE_USER')",
                person.id());
        assertThat(log).singleElement().satisfies(row -> {
            assertThat(row.path("action").asText())
                    .isEqualTo(way == SwitchOff.DELETE ? "DELETE_USER" : "DEACTIVATE_USER");
            assertThat(row.path("outcome").asText()).isEqualTo("DONE");
            assertThat(row.path("subject").asText()).isEqualTo(person.userName());
            assertThat(row.path("actor_kind").asText()).isEqualTo(way.name().startsWith("BY_HAND") ? "ADMIN" : "SCIM");
            assertThat(row.path("effects").toString())
                    .isEqualTo("{\"txn\":\"" + txn + "\",\"rolesEnded\":2,\"projectsEnded\":2,\"sessionsEnded\":2}");
            assertThat(row.path("status").asInt()).isEqualTo(way == SwitchOff.DELETE ? 204 : 200);
            if (way != SwitchOff.DELETE) {
                assertThat(row.path("changes").toString()).isEqualTo("{\"active\":{\"new\":false,\"old\":true}}");
            }
        });
    }

    @Test
    void nobodyElsesAccessIsTouched() {
        OwnCompany company = OwnCompany.at(root);
        Person leaver = company.employed();
        Person stayer = company.employed();
        Map<String, List<JsonNode>> before = Rows.about(stayer.id());

        company.activate(leaver, false).send().expect(200);

        assertThat(Rows.about(stayer.id())).isEqualTo(before);
    }

    @Test
    @Requirement({"DEL-01", "DEL-02"})
    void deletingSomeoneInactivePurgesAndEndsNothingTwice() {
        OwnCompany company = OwnCompany.at(root);
        Person person = company.employed();
        company.activate(person, false).send().expect(200);
        Map<String, List<JsonNode>> before = Rows.about(person.id());

        company.scim("DELETE", "/Users/" + person.id(), null).send().expect(204);

        Map<String, List<JsonNode>> after = Rows.about(person.id());
        assertThat(List.of("role_assignment", "project_membership", "login_session"))
                .allSatisfy(table -> assertThat(after.get(table)).isEqualTo(before.get(table)));
        assertThat(after.get("outbox_event"))
                .extracting(event -> event.path("type").asText())
                .containsExactlyInAnyOrder("SESSION_REVOKED", "ACCOUNT_DISABLED", "ACCOUNT_PURGED");
        company.scim("GET", "/Users/" + person.id(), null).send().expect(404);
    }

    private static void isDeprovisioned(JsonNode row) {
        assertThat(row.path("ended_at").isNull()).isFalse();
        assertThat(row.path("ended_reason").asText()).isEqualTo("DEPROVISIONED");
    }

    private static String end(Person person) {
        StringBuilder end = new StringBuilder();
        for (String query : END) {
            end.append(Rows.query(query, person.id())).append('\n');
        }
        return end.toString().replace(person.userName(), "someone");
    }
}
