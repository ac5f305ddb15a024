package au.com.visibuild.scim.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Answer;
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
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Returns of people who were switched off or deleted, and who cannot. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ComingBackTest {

    @TestHTTPResource
    URI root;

    @Test
    @Requirement("US-06")
    void reactivationRestoresTheLoginAndNothingElse() {
        OwnCompany company = OwnCompany.at(root);
        Person person = company.employed();
        OwnCompany.Session old = company.signIn(person);
        company.activate(person, false).send().expect(200);

        company.activate(person, true).send().expect(200);

        Answer seen = company.admin("GET", "/users/" + person.id(), null).send().expect(200);
        assertThat(seen.json().path("active").asBoolean()).isTrue();
        assertThat(seen.json().path("roles")).isEmpty();
        assertThat(seen.json().path("projects")).isEmpty();
        assertThat(company.introspect(old.accessToken()).send().body()).isEqualTo("{\"active\":false}");
        OwnCompany.Session opened = company.signIn(person);
        assertThat(company.introspect(opened.accessToken())
                        .send()
                        .json()
                        .path("active")
                        .asBoolean())
                .isTrue();
        assertThat(types(person.id())).containsExactly("SESSION_REVOKED", "ACCOUNT_DISABLED", "ACCOUNT_ENABLED");
        assertThat(actions(person.id())).endsWith("DEACTIVATE_USER DONE", "REACTIVATE_USER DONE");
    }

    @Test
    void whoComesBackCanBeAssignedByHandAgain() {
        OwnCompany company = OwnCompany.at(root);
        Person person = company.employed();
        company.activate(person, false).send().expect(200);
        company.assign(person, "Role 1").send().expect(409);
        company.activate(person, true).send().expect(200);

        company.assign(person, "Role 1").send().expect(204);

        assertThat(Rows.query(
                        "SELECT ended_at FROM role_assignment WHERE user_id = ? AND role = 'Role 1'", person.id()))
                .extracting(row -> row.path("ended_at").isNull())
                .containsExactlyInAnyOrder(true, false);
    }

    @Test
    @Requirement({"CM-08", "DEL-01", "DEL-02", "DEL-03", "DEL-04", "RT-01"})
    void afterADeleteTheSamePersonIsANewRowThatPointsToTheNewestOldOne() {
        OwnCompany company = OwnCompany.at(root);
        Person first = company.person();
        company.scim("DELETE", "/Users/" + first.id(), null).send().expect(204);
        Person second = company.create(first);
        company.scim("DELETE", "/Users/" + second.id(), null).send().expect(204);

        Person third = company.create(first);

        assertThat(List.of(first.id(), second.id(), third.id())).doesNotHaveDuplicates();
        assertThat(previous(first.id())).isEqualTo("null");
        assertThat(previous(second.id())).isEqualTo(first.id().toString());
        assertThat(previous(third.id())).isEqualTo(second.id().toString());
        company.scim("GET", "/Users/" + first.id(), null).send().expect(404);
        company.scim("GET", "/Users/" + third.id(), null).send().expect(200);
        assertThat(company.scim("GET", "/Users?filter=userName%20eq%20%22" + first.userName() + "%22", null)
                        .send()
                        .text("totalResults"))
                .isEqualTo("1");
    }

    @Test
    void withoutAnAddressInCommonTheExternalIdTellsWhoComesBack() {
        OwnCompany company = OwnCompany.at(root);
        String externalId = OwnCompany.unique();
        String same = "\"externalId\": \"" + externalId + "\"";
        String old = company.scim("POST", "/Users", named("old-" + externalId, same))
                .send()
                .expect(201)
                .text("id");
        company.scim("DELETE", "/Users/" + old, null).send().expect(204);

        String now = company.scim("POST", "/Users", named("new-" + externalId, same))
                .send()
                .expect(201)
                .text("id");

        assertThat(previous(UUID.fromString(now))).isEqualTo(old);
    }

    @Test
    void aDeletedPersonOfAnotherCompanyIsNobodysPast() {
        OwnCompany other = OwnCompany.at(root);
        Person there = other.person();
        other.scim("DELETE", "/Users/" + there.id(), null).send().expect(204);

        Person here = OwnCompany.at(root).create(there);

        assertThat(previous(here.id())).isEqualTo("null");
    }

    @Test
    void renamedAndDisabledInOneRequestTheOldAddressIsInTheEvents() {
        OwnCompany company = OwnCompany.at(root);
        Person person = company.employed();
        String tombstone = OwnCompany.unique() + person.userName();

        company.patch(
                        person,
                        "{\"op\": \"Replace\", \"path\": \"userName\", \"value\": \"" + tombstone
                                + "\"}, {\"op\": \"Replace\", \"path\": \"active\", \"value\": \"False\"}")
                .send()
                .expect(200);

        List<JsonNode> events = toldUnder(person, "SESSION_REVOKED", "ACCOUNT_DISABLED", "IDENTIFIER_CHANGED");
        assertThat(events.getLast().path("payload").path("newEmail").asText()).isEqualTo(tombstone);
        Person successor = company.create(person);
        assertThat(successor.id()).isNotEqualTo(person.id());
    }

    @Test
    @Requirement("ERR-03")
    void aReturnToAnAddressThatAnotherCompanyUsesIsRefusedUntilStaffReleaseIt() {
        OwnCompany here = OwnCompany.at(root);
        OwnCompany there = OwnCompany.at(root);
        Person person = here.person();
        here.activate(person, false).send().expect(200);
        Person holder = there.create(person);
        OwnCompany.Session held = there.signIn(holder);

        Answer refused = here.activate(person, true).send().expect(409);

        assertThat(refused.text("scimType")).isEqualTo("uniqueness");
        assertThat(refused.body())
                .doesNotContain(there.name(), there.id().toString(), holder.id().toString(), holder.userName());
        assertThat(Rows.query(
                        "SELECT reason, status, subject FROM provisioning_log WHERE company_id = ? AND outcome = 'REFUSED'",
                        here.id()))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.path("status").asInt()).isEqualTo(409);
                    assertThat(row.path("reason").asText()).containsIgnoringCase("in use outside your company");
                    assertThat(row.toString())
                            .doesNotContain(there.name(), there.id().toString());
                });

        String address = "/login-emails/" + person.userName();
        Answer seen = here.staff("GET", address, null).send().expect(200);
        assertThat(seen.text("userId")).isEqualTo(holder.id().toString());
        assertThat(seen.text("companyId")).isEqualTo(there.id().toString());
        here.staff("POST", address + "/release", null).send().expect(200);

        here.activate(person, true).send().expect(200);
        assertThat(here.introspect(here.signIn(person).accessToken()).send().text("sub"))
                .isEqualTo(person.id().toString());
        assertThat(there.introspect(held.accessToken()).send().body()).isEqualTo("{\"active\":false}");
        assertThat(there.scim("GET", "/Users/" + holder.id(), null)
                        .send()
                        .json()
                        .path("active")
                        .asBoolean())
                .isTrue();
        assertThat(Rows.query("SELECT revoked_reason FROM login_session WHERE user_id = ?", holder.id()))
                .extracting(row -> row.path("revoked_reason").asText())
                .containsExactly("LOGIN_RELEASED");
    }

    @Test
    void thatAnAddressIsReleasedIsToldUnderItAndTheNextAddressUnderNone() {
        OwnCompany company = OwnCompany.at(root);
        Person person = company.person();

        company.staff("POST", "/login-emails/" + person.userName() + "/release", null)
                .send()
                .expect(200);

        List<JsonNode> events = toldUnder(person, "SESSION_REVOKED", "IDENTIFIER_CHANGED");
        assertThat(events.getLast().path("payload").path("newEmail").isTextual())
                .isFalse();

        String next = "next-" + person.userName();
        company.patch(person, "{\"op\": \"replace\", \"path\": \"userName\", \"value\": \"" + next + "\"}")
                .send()
                .expect(200);
        company.open(next).send().expect(201);
        assertThat(Rows.count("SELECT count(*) FROM outbox_event WHERE user_id = ?", person.id()))
                .isEqualTo(2);
    }

    @Test
    void aClashWithinTheCompanyDoesNotSpeakOfOthers() {
        OwnCompany company = OwnCompany.at(root);
        Person person = company.person();
        company.activate(person, false).send().expect(200);
        String mail = "\"emails\": [{\"value\": \"" + person.userName() + "\"}]";
        company.scim("POST", "/Users", named("by-name-" + OwnCompany.unique(), mail))
                .send()
                .expect(201);

        Answer refused = company.activate(person, true).send().expect(409);

        assertThat(refused.text("scimType")).isEqualTo("uniqueness");
        assertThat(Rows.query(
                        "SELECT reason FROM provisioning_log WHERE company_id = ? AND outcome = 'REFUSED'",
                        company.id()))
                .singleElement()
                .satisfies(row -> assertThat(row.path("reason").asText())
                        .contains("of the company")
                        .doesNotContain("outside"));
    }

    private static String named(String userName, String member) {
        return "{\"schemas\": [\"urn:ietf:params:scim:schemas:core:2.0:User\"], \"userName\": \"" + userName + "\", "
                + member + "}";
    }

    /** The events of these types, all under the address that was the person's first, and all of one cause. */
    private static List<JsonNode> toldUnder(Person person, String... types) {
        assertThat(types(person.id())).containsExactly(types);
        List<JsonNode> events =
                Rows.query("SELECT payload, txn FROM outbox_event WHERE user_id = ? ORDER BY position", person.id());
        assertThat(events)
                .extracting(event -> event.path("payload").path("email").asText())
                .containsOnly(person.userName());
        assertThat(events)
                .extracting(event -> event.path("txn").asText())
                .containsOnly(events.getFirst().path("txn").asText());
        return events;
    }

    private static List<String> types(UUID person) {
        return Rows.query("SELECT type FROM outbox_event WHERE user_id = ? ORDER BY position", person).stream()
                .map(row -> row.path("type").asText())
                .toList();
    }

    private static List<String> actions(UUID person) {
        return Rows.query(
                        "SELECT action || ' ' || outcome AS act FROM provisioning_log WHERE user_id = ? ORDER BY occurred_at, id",
                        person)
                .stream()
                .map(row -> row.path("act").asText())
                .toList();
    }

    private static String previous(UUID person) {
        return Rows.query("SELECT previous_user_id FROM users WHERE id = ?", person)
                .getFirst()
                .path("previous_user_id")
                .asText();
    }
}
