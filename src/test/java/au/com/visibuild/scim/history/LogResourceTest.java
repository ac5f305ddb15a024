package au.com.visibuild.scim.history;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.OwnCompany;
import au.com.visibuild.scim.fixture.OwnCompany.Person;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.fixture.Rows;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The provisioning log as an admin and staff read it over HTTP. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class LogResourceTest {

    @TestHTTPResource
    URI root;

    private OwnCompany company;

    @BeforeEach
    void aCompany() {
        company = OwnCompany.at(root);
    }

    @Test
    void aDeactivationSaysWhatItCaused() {
        // given
        Person person = company.employed();
        company.activate(person, false).send().expect(200);

        // when
        JsonNode entry = entries("?action=DEACTIVATE_USER").getFirst();
        JsonNode detail = detail(entry);

        // then
        assertThat(entry.path("what").asText()).isEqualTo("Deactivated " + person.userName());
        assertThat(entry.path("effects").asText())
                .isEqualTo("2 roles and 2 project memberships ended, signed out of 2 sessions");
        assertThat(entry.path("status").asInt()).isEqualTo(200);
        assertThat(entry.path("actor").path("kind").asText()).isEqualTo("SCIM");
        assertThat(entry.path("actor").path("id").asText())
                .isEqualTo(company.token().substring(7, 15));
        assertThat(detail.path("effects").path("rolesEnded").asInt()).isEqualTo(2);
        JsonNode told = detailOnceTold(entry);
        assertThat(told.path("events").findValuesAsText("type")).contains("session-revoked");
        assertThat(told.path("events").findValuesAsText("receiver")).containsOnly("Visibuild");
        assertThat(detail.path("changes").path(0).path("attribute").asText()).isEqualTo("active");
        assertThat(detail.path("changes").path(0).path("before").asText()).isEqualTo("true");
        assertThat(detail.path("changes").path(0).path("after").asText()).isEqualTo("false");
    }

    @Test
    void aConflictNamesThePersonWhoIsHereAlreadyAndWhatHelps() {
        // given
        Person byHand = company.personByHand();
        company.scim("POST", "/Users", byHand.body(true)).send().expectScimError(409);

        // when
        JsonNode entry = entries("?preset=problems").getFirst();
        JsonNode detail = detail(entry);

        // then
        assertThat(entry.path("what").asText()).isEqualTo("Refused: add " + byHand.userName());
        assertThat(entry.path("reason").asText()).contains("has this userName");
        assertThat(detail.path("scimType").asText()).isEqualTo("uniqueness");
        assertThat(detail.path("existing").path("id").asText())
                .isEqualTo(byHand.id().toString());
        assertThat(detail.path("existing").path("scimManagedSince").isNull()).isTrue();
        assertThat(detail.path("remedy").asText()).contains("match by userName");
    }

    @Test
    void anAddressThatIsTakenElsewhereNamesNobody() {
        // given
        Person elsewhere = OwnCompany.at(root).person();
        company.scim("POST", "/Users", elsewhere.body(true)).send().expectScimError(409);

        // when
        Answer answer = log("?outcome=REFUSED");

        // then
        JsonNode entry = answer.json().path("entries").path(0);
        assertThat(entry.path("reason").asText()).contains("contact support");
        assertThat(detail(entry).path("existing").isNull()).isTrue();
        assertThat(detail(entry).toString()).doesNotContain(elsewhere.id().toString());
    }

    @Test
    void refusedWritesStandThereThatNeverReachedAPerson() {
        // when
        company.scim("POST", "/Groups", "{\"displayName\":\"Builders\"}").send().expectScimError(501);
        company.scim("POST", "/Users", "{\"userName\": ").send().expectScimError(400);
        company.scim("POST", "/Bulk", """
                {"schemas": ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"], "Operations":
                  [{"method": "POST", "path": "/Groups", "bulkId": "g", "data": {"displayName": "Crane drivers"}}]}""").send().expect(200);

        // then
        List<JsonNode> groups = entries("?action=WRITE_GROUP");
        assertThat(groups).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.path("status").asInt()).isEqualTo(501);
            assertThat(detail(entry).path("remedy").asText()).contains("Switch group provisioning off");
        });
        assertThat(entries("?status=400").getFirst().path("what").asText()).startsWith("Refused: add");
    }

    @Test
    void personalDataIsHiddenUntilTheAdminAsksAndThatIsLogged() {
        // given
        Person person = company.person();
        JsonNode entry = entries("?person=" + person.userName()).getFirst();

        // when
        Answer hidden = company.admin("GET", "/log/" + entry.path("id").asText(), null)
                .send()
                .expect(200);
        Answer shown = company.admin("POST", "/log/" + entry.path("id").asText() + "/reveal", null)
                .send()
                .expect(200);

        // then
        assertThat(hidden.body()).contains(person.userName()).doesNotContain("Kim Ito");
        assertThat(hidden.json().path("hidden").asInt()).isEqualTo(3);
        assertThat(shown.body()).contains("Kim Ito");
        JsonNode logged = entries("?action=REVEAL_PERSONAL_DATA").getFirst();
        assertThat(logged.path("person").path("id").asText())
                .isEqualTo(person.id().toString());
        assertThat(logged.path("actor").path("kind").asText()).isEqualTo("ADMIN");
    }

    @Test
    void staffSeeNamesAndAddressesCut() {
        // given
        Person person = company.person();

        // when
        Answer page = company.staff("GET", path("/log"), null).send().expect(200);
        String id = page.json().path("entries").path(0).path("id").asText();
        Answer detail = company.staff("GET", path("/log/" + id), null).send().expect(200);
        Answer csv = company.staff("GET", path("/log/export.csv"), null).send().expect(200);

        // then
        for (Answer answer : List.of(page, detail, csv)) {
            assertThat(answer.body()).doesNotContain(person.userName()).doesNotContain("Kim Ito");
        }
        assertThat(page.body()).contains("k•••@own.example");
        company.staff("GET", path("/log/export.csv?personal=true"), null).send().expectProblem(403);
        assertThat(entries("?action=EXPORT_LOG")).hasSize(1);
    }

    @Test
    void eachFilterFindsItsRowsAndNoOthers() {
        // given
        Person first = company.person();
        Instant between = Instant.now();
        Person second = company.person();
        company.activate(second, false).send().expect(200);
        company.activate(second, false).send().expect(200);
        company.patch(first, "{\"op\":\"add\",\"path\":\"externalId\",\"value\":\"Ext-" + first.id() + "\"}")
                .send()
                .expect(200);
        company.scim("DELETE", "/Users/" + first.id(), null).send().expect(204);

        // then
        assertThat(names("?person=" + second.id())).containsExactly("UPDATE_USER", "DEACTIVATE_USER", "CREATE_USER");
        assertThat(names("?person=" + first.userName().substring(0, 9).toUpperCase(java.util.Locale.ROOT)))
                .containsExactly("DELETE_USER", "UPDATE_USER", "CREATE_USER");
        assertThat(names("?person=Ext-" + first.id())).hasSize(3);
        assertThat(names("?person=ext-" + first.id())).as("exact in case").isEmpty();
        assertThat(names("?outcome=NO_CHANGE")).containsExactly("UPDATE_USER");
        assertThat(names("?outcome=NO_CHANGE&outcome=REFUSED")).containsExactly("UPDATE_USER");
        assertThat(names("?status=204")).containsExactly("DELETE_USER");
        assertThat(names("?preset=access-removed")).containsExactly("DELETE_USER", "DEACTIVATE_USER");
        assertThat(names("?preset=problems")).isEmpty();
        assertThat(names("?preset=access-removed&action=DELETE_USER")).containsExactly("DELETE_USER");
        assertThat(names("?preset=access-removed&action=CREATE_USER")).isEmpty();
        assertThat(names("?preset=problems&outcome=NO_CHANGE")).isEmpty();
        assertThat(names("?preset=last-connection-test&to=2020-01-01T00:00:00Z"))
                .isEmpty();
        assertThat(names("?action=CREATE_USER&to=" + between)).hasSize(1);
        assertThat(names("?action=CREATE_USER&from=" + between)).hasSize(1);
        assertThat(names("?actor=" + company.token().substring(7, 15))).hasSize(6);
        assertThat(names("?person=" + second.id() + "&status=201")).containsExactly("CREATE_USER");
        String requestId =
                entries("?action=DELETE_USER").getFirst().path("requestId").asText();
        assertThat(names("?requestId=" + requestId)).containsExactly("DELETE_USER");
        for (String wrong : List.of("?from=yesterday", "?action=EAT", "?status=99", "?before=x", "?preset=all")) {
            company.admin("GET", "/log" + wrong, null).send().expectProblem(400);
        }
    }

    @Test
    void refusedPeopleWhoNeverCameToBeAreFoundByTheirName() {
        // given
        Person elsewhere = OwnCompany.at(root).person();
        company.scim("POST", "/Users", elsewhere.body(true)).send().expectScimError(409);

        // then
        assertThat(names("?person=" + elsewhere.userName().substring(0, 10))).containsExactly("CREATE_USER");
        assertThat(names("?person=" + elsewhere.userName() + "x")).isEmpty();
    }

    @Test
    void pagesFollowEachOtherWithoutGapAndOverlap() {
        // given
        Person person = company.person();
        for (int i = 0; i < 110; i++) {
            company.activate(person, true).send().expect(200);
        }

        // when
        List<String> ids = new ArrayList<>();
        String before = null;
        do {
            JsonNode page = log("?outcome=NO_CHANGE" + (before == null ? "" : "&before=" + before))
                    .json();
            page.path("entries").forEach(entry -> ids.add(entry.path("id").asText()));
            before = page.path("next").isNull() ? null : page.path("next").asText();
        } while (before != null);

        // then
        assertThat(ids).hasSize(110).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void anExportIsHarmlessInASpreadsheetAndHasEveryRow() {
        // given
        String formula = "=HYPERLINK(\\\"http://evil.example\\\")";
        company.scim(
                        "POST",
                        "/Users",
                        "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"" + formula
                                + "\"}")
                .send()
                .expect(201);
        company.person();

        // when
        Answer csv = company.admin("GET", "/log/export.csv?action=CREATE_USER", null)
                .send()
                .expect(200);
        Answer lines = company.admin("GET", "/log/export.jsonl?action=CREATE_USER&personal=true", null)
                .send()
                .expect(200);

        // then
        assertThat(csv.header("content-type")).startsWith("text/csv");
        assertThat(csv.header("content-disposition")).startsWith("attachment");
        assertThat(csv.body()).startsWith("time,what,").contains("\"'=HYPERLINK(\"\"http://evil.example\"\")\"");
        assertThat(csv.body()).doesNotContain("Kim Ito");
        assertThat(lines.body().lines()).hasSize(2);
        assertThat(lines.body()).contains("Kim Ito").contains("name.givenName");
        assertThat(names("?action=EXPORT_LOG")).hasSize(2);
    }

    @Test
    void actsByHandSayWhatChangedToo() {
        // given
        Person person = company.personByHand();
        company.assign(person, "Foreman").send().expect(204);
        company.token();

        // then
        assertThat(detail(entries("?action=ASSIGN_ROLE").getFirst())
                        .path("changes")
                        .toString())
                .contains("\"role\"", "\"Foreman\"");
        assertThat(detail(entries("?action=ENABLE_SCIM").getFirst())
                        .path("changes")
                        .toString())
                .contains("\"token\"", company.token().substring(7, 15))
                .doesNotContain(company.token());
        assertThat(Rows.count(
                        "SELECT count(*) FROM provisioning_log WHERE company_id = ? AND status IS NULL", company.id()))
                .isZero();
    }

    private String path(String rest) {
        return "/companies/" + company.id() + rest;
    }

    private Answer log(String query) {
        return company.admin("GET", "/log" + query, null).send().expect(200);
    }

    private List<JsonNode> entries(String query) {
        return StreamSupport.stream(log(query).json().path("entries").spliterator(), false)
                .toList();
    }

    private List<String> names(String query) {
        return entries(query).stream()
                .map(entry -> entry.path("action").asText())
                .toList();
    }

    /** Receivers are told a moment after the commit. */
    private JsonNode detailOnceTold(JsonNode entry) {
        Instant end = Instant.now().plusSeconds(30);
        while (detail(entry).path("events").findValuesAsText("state").stream().noneMatch("DELIVERED"::equals)
                && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(20_000_000L);
        }
        return detail(entry);
    }

    private JsonNode detail(@Nullable JsonNode entry) {
        assertThat(entry).isNotNull();
        return company.admin("GET", "/log/" + entry.path("id").asText(), null)
                .send()
                .expect(200)
                .json();
    }
}
