package au.com.visibuild.scim.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.Call;
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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Writes that change nothing, and what makes a person SCIM-managed. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class NoChangeTest {

    @TestHTTPResource
    URI root;

    /** Writes after which a person is as before. */
    enum Write {
        PATCH {
            @Override
            Call of(OwnCompany company, Person person) {
                return company.activate(person, true);
            }
        },
        PATCH_OF_A_PASSWORD {
            @Override
            Call of(OwnCompany company, Person person) {
                return company.patch(
                        person, "{\"op\": \"replace\", \"path\": \"password\", \"value\": \"s3cret-text\"}");
            }
        },
        PUT {
            @Override
            Call of(OwnCompany company, Person person) {
                return company.scim("PUT", "/Users/" + person.id(), person.body(true));
            }
        },
        PUT_WITHOUT_ACTIVE {
            @Override
            Call of(OwnCompany company, Person person) {
                return company.scim(
                        "PUT", "/Users/" + person.id(), person.body(true).replace("\"active\": true,", ""));
            }
        };

        abstract Call of(OwnCompany company, Person person);
    }

    @ParameterizedTest
    @EnumSource
    @Requirement({"AT-22", "ET-05", "US-08"})
    void aWriteThatChangesNothingOnlySaysSoInTheLog(Write write) {
        OwnCompany company = OwnCompany.at(root);
        Person person = company.employed();
        JsonNode meta =
                company.scim("GET", "/Users/" + person.id(), null).send().json().path("meta");
        Map<String, List<JsonNode>> before = Rows.about(person.id());

        Answer answer = write.of(company, person).send().expect(200);

        assertThat(answer.json().path("meta")).isEqualTo(meta);
        assertThat(Rows.about(person.id())).allSatisfy((table, rows) -> {
            if (!table.equals("provisioning_log")) {
                assertThat(rows).as(table).isEqualTo(before.get(table));
            }
        });
        assertThat(Rows.query(
                        "SELECT * FROM provisioning_log WHERE user_id = ? AND outcome = 'NO_CHANGE'", person.id()))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.path("actor_kind").asText()).isEqualTo("SCIM");
                    assertThat(row.toString()).doesNotContain("s3cret-text");
                });
    }

    @Test
    void switchingScimOnAndReadingChangesNobody() {
        OwnCompany company = OwnCompany.at(root);
        Person person = company.personByHand();
        Map<String, List<JsonNode>> before = Rows.about(person.id());

        company.token();
        company.scim("GET", "/Users/" + person.id(), null).send().expect(200);
        String filter = "?filter=userName%20eq%20%22" + person.userName() + "%22";
        assertThat(company.scim("GET", "/Users" + filter, null).send().text("totalResults"))
                .isEqualTo("1");

        assertThat(Rows.about(person.id())).isEqualTo(before);
        assertThat(managedSince(person)).isEqualTo("null");
    }

    @Test
    void theFirstAcceptedWriteMakesAnExistingPersonScimManagedEvenIfItChangesNothing() {
        OwnCompany company = OwnCompany.at(root);
        Person person = company.personByHand();
        String version = company.scim("GET", "/Users/" + person.id(), null)
                .send()
                .json()
                .at("/meta/version")
                .asText();
        company.patch(person, "{\"op\": \"replace\", \"path\": \"userName\", \"value\": 7}")
                .send()
                .expect(400);
        assertThat(managedSince(person)).as("after a write that was refused").isEqualTo("null");

        Answer accepted = company.activate(person, true).send().expect(200);

        String since = managedSince(person);
        assertThat(since).isNotEqualTo("null");
        assertThat(accepted.json().at("/meta/version").asText()).isEqualTo(version);
        company.patch(person, "{\"op\": \"replace\", \"path\": \"title\", \"value\": \"Fitter\"}")
                .send()
                .expect(200);
        assertThat(managedSince(person)).as("after the second write").isEqualTo(since);
    }

    @Test
    void writesByHandDoNotMakeAPersonScimManaged() {
        OwnCompany company = OwnCompany.at(root);
        Person person = company.personByHand();

        company.admin("PATCH", "/users/" + person.id(), "{\"displayName\": \"Kim I.\"}")
                .send()
                .expect(200);

        assertThat(managedSince(person)).isEqualTo("null");
    }

    private static String managedSince(Person person) {
        return Rows.query("SELECT scim_managed_since FROM users WHERE id = ?", person.id())
                .getFirst()
                .path("scim_managed_since")
                .asText();
    }
}
