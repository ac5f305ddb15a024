package au.com.visibuild.scim.session;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.Call;
import au.com.visibuild.scim.fixture.OwnCompany;
import au.com.visibuild.scim.fixture.OwnCompany.Person;
import au.com.visibuild.scim.fixture.OwnCompany.Session;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.fixture.Rows;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a platform sees of sessions. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SessionsTest {

    private static final String DEAD = "{\"active\":false}";

    @TestHTTPResource
    URI root;

    private OwnCompany company;

    @BeforeEach
    void makeACompany() {
        company = OwnCompany.at(root);
    }

    @Test
    void anOpenedSessionIsAnsweredWithAnAccessTokenOfFiveMinutes() {
        Person person = company.person();

        Answer opened =
                company.open(person.userName().toUpperCase(Locale.ROOT)).send().expect(201);

        assertThat(opened.text("session_id")).hasSize(36);
        assertThat(opened.text("access_token").split("\\.")).hasSize(3);
        assertThat(opened.text("token_type")).isEqualTo("Bearer");
        assertThat(opened.json().path("expires_in").asLong()).isEqualTo(300);
        assertThat(opened.header("cache-control")).contains("no-store");
    }

    @Test
    void introspectionSaysWhoseSessionItIs() {
        Person person = company.person();
        long before = Instant.now().getEpochSecond();
        Session session = company.signIn(person);

        Answer answer = company.introspect(session.accessToken()).send().expect(200);

        JsonNode said = answer.json();
        assertThat(said.path("active").asBoolean()).isTrue();
        assertThat(said.path("iss").asText()).isEqualTo("https://scim.demo.visibuild.example");
        assertThat(said.path("sub").asText()).isEqualTo(person.id().toString());
        assertThat(said.path("username").asText()).isEqualTo(person.userName());
        assertThat(said.path("company_id").asText()).isEqualTo(company.id().toString());
        assertThat(said.path("sid").asText()).isEqualTo(session.id());
        assertThat(said.path("client_id").asText()).isEqualTo("web");
        assertThat(said.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(said.path("iat").asLong()).isBetween(before, Instant.now().getEpochSecond());
        assertThat(said.path("exp").asLong()).isEqualTo(said.path("iat").asLong() + 300);
        assertThat(answer.header("cache-control")).contains("no-store");
    }

    @Test
    void someoneInactiveIsRefusedAndToldWhy() {
        Person person = company.person();
        company.activate(person, false).send().expect(200);

        Answer refused = company.open(person.userName()).send();

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("detail")).isEqualTo("This person was deactivated by the company.");
    }

    @Test
    void someoneDeletedIsRefusedAndToldWhy() {
        Person person = company.person();
        company.scim("DELETE", "/Users/" + person.id(), null).send().expect(204);

        Answer refused = company.open(person.userName()).send();

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("detail")).isEqualTo("This person was removed by the company.");
    }

    @Test
    void someoneUnknownIsNotFound() {
        company.open("nobody-" + OwnCompany.unique() + "@own.example").send().expect(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"userName\": \" \", \"platform\": \"web\"}",
                "{\"userName\": \"kim@own.example\"}",
                "{\"userName\": \"kim@own.example\", \"platform\": \"\"}",
                "{"
            })
    void aFormThatIsNotWholeIsABadRequest(String form) {
        Call.of("POST", root.resolve("/sessions"), OwnCompany.jwt(root, "platform"), "application/json", form)
                .send()
                .expect(400);
    }

    @Test
    void signingOutEndsThisSessionAndNoOther() {
        Person person = company.person();
        Session one = company.signIn(person);
        Session other = company.signIn(person);

        company.signOut(one.id()).send().expect(204);

        assertThat(company.introspect(one.accessToken()).send().body()).isEqualTo(DEAD);
        assertThat(isActive(other)).isTrue();
        assertThat(Rows.query("SELECT revoked_reason FROM login_session WHERE user_id = ? ORDER BY id", person.id()))
                .extracting(row -> row.path("revoked_reason").asText())
                .containsExactlyInAnyOrder("SIGNED_OUT", "null");
        company.signOut(one.id()).send().expect(404);
        company.signOut("not-an-id").send().expect(404);
    }

    @Test
    void aRenameKeepsTheSession() {
        Person person = company.person();
        Session session = company.signIn(person);
        String renamed = "renamed-" + person.userName();

        company.patch(person, "{\"op\": \"replace\", \"path\": \"userName\", \"value\": \"" + renamed + "\"}")
                .send()
                .expect(200);

        assertThat(company.introspect(session.accessToken()).send().text("username"))
                .isEqualTo(renamed);
    }

    @Test
    void aSessionThatIsOverIsNotActive() {
        Session session = company.signIn(company.person());
        assertThat(isActive(session)).isTrue();

        Rows.execute(
                "UPDATE login_session SET opened_at = now() - interval '2 h', expires_at = now() - interval '1 s'"
                        + " WHERE id = ?::uuid",
                session.id());

        assertThat(company.introspect(session.accessToken()).send().body()).isEqualTo(DEAD);
        company.signOut(session.id()).send().expect(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"staff", "company-admin"})
    void sessionsAreForPlatformsOnly(String group) {
        assertThat(statuses(OwnCompany.jwt(root, group))).containsOnly(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not.a.jwt", "vbscim_demoonlyDemoTokenNeverUseItInProduction007ar9v"})
    void withoutAJwtNobodyIsServed(String bearer) {
        assertThat(statuses(bearer)).containsOnly(401);
    }

    private List<Integer> statuses(String bearer) {
        Session session = company.signIn(company.person());
        String json = "application/json";
        String token = "token=" + session.accessToken();
        String form = "application/x-www-form-urlencoded";
        String open = "{\"userName\": \"kim@own.example\", \"platform\": \"web\"}";
        String sent = bearer.isEmpty() ? null : bearer;
        List<Integer> statuses = List.of(
                Call.of("POST", root.resolve("/sessions"), sent, json, open)
                        .send()
                        .status(),
                Call.of("POST", root.resolve("/sessions/introspect"), sent, form, token)
                        .send()
                        .status(),
                Call.of("DELETE", root.resolve("/sessions/" + session.id()), sent, json, null)
                        .send()
                        .status());
        assertThat(isActive(session)).isTrue();
        return statuses;
    }

    private boolean isActive(Session session) {
        return company.introspect(session.accessToken())
                .send()
                .json()
                .path("active")
                .asBoolean();
    }
}
