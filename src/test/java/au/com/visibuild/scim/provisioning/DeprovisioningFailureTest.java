package au.com.visibuild.scim.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.OwnCompany;
import au.com.visibuild.scim.fixture.OwnCompany.Person;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.fixture.Rows;
import au.com.visibuild.scim.fixture.Sabotage;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A deprovisioning that fails at any of its steps leaves no trace; repeated, it happens whole. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class DeprovisioningFailureTest {

    @TestHTTPResource
    URI root;

    /** Where the transaction breaks: at each table it writes, at each event, at its end. */
    enum Step {
        USER("users", "NEW.id = '%s' AND NOT NEW.active"),
        ROLES("role_assignment", "NEW.user_id = '%s' AND NEW.ended_at IS NOT NULL"),
        MEMBERSHIPS("project_membership", "NEW.user_id = '%s' AND NEW.ended_at IS NOT NULL"),
        SESSIONS("login_session", "NEW.user_id = '%s' AND NEW.revoked_at IS NOT NULL"),
        SESSION_REVOKED("outbox_event", "NEW.user_id = '%s' AND NEW.type = 'SESSION_REVOKED'"),
        ACCOUNT_DISABLED("outbox_event", "NEW.user_id = '%s' AND NEW.type = 'ACCOUNT_DISABLED'"),
        ACCOUNT_PURGED("outbox_event", "NEW.user_id = '%s' AND NEW.type = 'ACCOUNT_PURGED'"),
        LOG("provisioning_log", "NEW.user_id = '%s' AND NEW.action IN ('DEACTIVATE_USER', 'DELETE_USER')"),
        COMMIT("users", "NEW.id = '%s' AND NOT NEW.active");

        private final String table;
        private final String condition;

        Step(String table, String condition) {
            this.table = table;
            this.condition = condition;
        }

        Sabotage sabotage(Person person) {
            String rows = condition.formatted(person.id());
            return this == COMMIT ? Sabotage.ofCommit(table, rows) : Sabotage.ofRows(table, rows);
        }

        boolean isPartOf(SwitchOff way) {
            return this != ACCOUNT_PURGED || way == SwitchOff.DELETE;
        }
    }

    static Stream<Arguments> everyStepOfEveryWay() {
        return Stream.of(Step.values())
                .flatMap(
                        step -> Stream.of(SwitchOff.PATCH_WITH_PATH, SwitchOff.PUT, SwitchOff.DELETE, SwitchOff.BY_HAND)
                                .filter(step::isPartOf)
                                .map(way -> Arguments.of(step, way)));
    }

    @ParameterizedTest
    @MethodSource("everyStepOfEveryWay")
    void nothingIsVisibleOfADeprovisioningThatFailedAndEverythingOfItsRepetition(Step step, SwitchOff way) {
        OwnCompany company = OwnCompany.at(root);
        Person person = company.employed();
        OwnCompany.Session session = company.signIn(person);
        Map<String, List<JsonNode>> before = Rows.about(person.id());

        Answer failed;
        Map<String, List<JsonNode>> afterFailure;
        try (Sabotage _ = step.sabotage(person)) {
            failed = way.of(company, person).send();
            afterFailure = Rows.about(person.id());
        }

        assertThat(failed.status()).isEqualTo(500);
        assertThat(failed.body())
                .contains("Something went wrong on our side")
                .doesNotContain(Sabotage.SECRET, "sabotage", "Exception", "sql", step.table);
        assertThat(afterFailure).isEqualTo(before);
        assertThat(company.introspect(session.accessToken())
                        .send()
                        .json()
                        .path("active")
                        .asBoolean())
                .isTrue();

        way.of(company, person).send().expect(way.status());

        // Every table differs now: what was equal above would have been seen to differ.
        assertThat(Rows.about(person.id()))
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEqualTo(before.get(table)));
        assertThat(Rows.query("SELECT type FROM outbox_event WHERE user_id = ? ORDER BY position", person.id()))
                .extracting(row -> row.path("type").asText())
                .startsWith("SESSION_REVOKED", "ACCOUNT_DISABLED");
        assertThat(company.introspect(session.accessToken()).send().body()).isEqualTo("{\"active\":false}");
    }
}
