package au.com.visibuild.scim.session;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.Call;
import au.com.visibuild.scim.fixture.Jws;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person's sessions as a whole: opened by id, kept alive, seen and ended together. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SignOutTest {

    @TestHTTPResource
    URI root;

    private OwnCompany company;
    private Person person;

    @BeforeEach
    void aPerson() {
        company = OwnCompany.at(root);
        person = company.person();
    }

    @Test
    void aSessionIsOpenedByIdAsByLoginEmail() {
        Answer opened = openById(person.id().toString()).expect(201);

        assertThat(isActive(opened.text("access_token"))).isTrue();
        openById(UUID.randomUUID().toString()).expect(404);
        openById("nobody").expect(404);
    }

    @Test
    void someoneWhoMayNotLogInIsRefusedByIdToo() {
        company.activate(person, false).send().expect(200);
        assertThat(openById(person.id().toString()).expect(403).text("detail"))
                .isEqualTo("This person was deactivated by the company.");

        company.scim("DELETE", "/Users/" + person.id(), null).send().expect(204);
        assertThat(openById(person.id().toString()).expect(403).text("detail"))
                .isEqualTo("This person was removed by the company.");
    }

    @Test
    void someoneWithoutALoginEmailIsRefusedByIdToo() {
        Person nameless = company.create(new Person(company.id(), "no-address-" + OwnCompany.unique()));

        assertThat(openById(nameless.id().toString()).expect(403).text("detail"))
                .isEqualTo("The company has given this person no login e-mail.");
        assertThat(Rows.count("SELECT count(*) FROM login_session WHERE user_id = ?", nameless.id()))
                .isZero();
    }

    @Test
    void thePersonIsNamedInOneWayExactly() {
        String both = "{\"userName\": \"%s\", \"userId\": \"%s\", \"platform\": \"web\"}"
                .formatted(person.userName(), person.id());

        platform("POST", "/sessions", both).expect(400);
    }

    @Test
    void aRefreshedTokenIsOfTheSameSessionAndLivesOn() {
        Session session = company.signIn(person);

        Answer refreshed = refresh(session.id()).expect(200);

        assertThat(refreshed.text("session_id")).isEqualTo(session.id());
        assertThat(refreshed.text("token_type")).isEqualTo("Bearer");
        assertThat(refreshed.json().path("expires_in").asLong()).isEqualTo(300);
        assertThat(refreshed.header("cache-control")).contains("no-store");
        Jws token = Jws.of(refreshed.text("access_token"));
        assertThat(token.isSignedByService()).isTrue();
        assertThat(token.claims().path("sid").asText()).isEqualTo(session.id());
        assertThat(token.claims().path("sub").asText()).isEqualTo(person.id().toString());
        assertThat(isActive(refreshed.text("access_token"))).isTrue();
    }

    @Test
    void noTokenOutlivesItsSession() {
        Session session = company.signIn(person);
        Rows.execute(
                "UPDATE login_session SET expires_at = now() + interval '60 seconds' WHERE id = ?",
                UUID.fromString(session.id()));

        Answer refreshed = refresh(session.id()).expect(200);

        assertThat(refreshed.json().path("expires_in").asLong()).isBetween(50L, 60L);
        JsonNode claims = Jws.of(refreshed.text("access_token")).claims();
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isBetween(50L, 60L);
    }

    @Test
    void aSessionThatIsOverGivesNoMoreTokens() {
        Session signedOut = company.signIn(person);
        Session ended = company.signIn(person);
        Session open = company.signIn(person);
        company.signOut(signedOut.id()).send().expect(204);
        Rows.execute(
                "UPDATE login_session SET opened_at = now() - interval '2 days', expires_at = now() - interval '1 day'"
                        + " WHERE id = ?",
                UUID.fromString(ended.id()));

        refresh(signedOut.id()).expect(404);
        refresh(ended.id()).expect(404);
        refresh(UUID.randomUUID().toString()).expect(404);
        refresh("nothing").expect(404);
        refresh(open.id()).expect(200);
        company.activate(person, false).send().expect(200);
        refresh(open.id()).expect(404);
    }

    @Test
    void thePlatformAndTheAdminSeeWhereAPersonIsSignedInNewestFirst() {
        Session first = company.signIn(person);
        Session second = company.signIn(person);
        company.signOut(company.signIn(person).id()).send().expect(204);
        company.signIn(company.person());

        JsonNode platforms = platform("GET", "/sessions?user_id=" + person.id(), null)
                .expect(200)
                .json();
        JsonNode admins = company.admin("GET", "/users/" + person.id() + "/sessions", null)
                .send()
                .expect(200)
                .json();

        assertThat(platforms.findValuesAsText("session_id")).containsExactly(second.id(), first.id());
        assertThat(platforms.get(0).path("platform").asText()).isEqualTo("web");
        assertThat(platforms.get(0).path("opened_at").asText()).isNotEmpty();
        assertThat(admins.findValuesAsText("id")).containsExactly(second.id(), first.id());
    }

    @Test
    void aPlatformEndsAllSessionsOfAPersonWhoMaySignInAgain() {
        Session one = company.signIn(person);
        Session other = company.signIn(person);
        Session somebodyElses = company.signIn(company.person());

        Answer ended =
                platform("DELETE", "/sessions?user_id=" + person.id(), null).expect(200);

        assertThat(ended.json().path("ended").asInt()).isEqualTo(2);
        assertThat(isActive(one.accessToken())).isFalse();
        assertThat(isActive(other.accessToken())).isFalse();
        assertThat(isActive(somebodyElses.accessToken())).isTrue();
        assertThat(event()).isEqualTo("SIGNED_OUT");
        assertThat(logged()).isEqualTo("PLATFORM DONE 2");
        assertThat(isActive(company.signIn(person).accessToken())).isTrue();
    }

    @Test
    void aSessionThatWasOverAnywayIsNotCountedAsEnded() {
        Session over = company.signIn(person);
        Session open = company.signIn(person);
        Rows.execute(
                "UPDATE login_session SET opened_at = now() - interval '2 days', expires_at = now() - interval '1 day'"
                        + " WHERE id = ?",
                UUID.fromString(over.id()));

        Answer ended =
                platform("DELETE", "/sessions?user_id=" + person.id(), null).expect(200);

        assertThat(ended.json().path("ended").asInt()).isEqualTo(1);
        assertThat(isActive(open.accessToken())).isFalse();
        assertThat(Rows.query("SELECT id FROM login_session WHERE user_id = ? AND revoked_at IS NOT NULL", person.id()))
                .extracting(row -> row.path("id").asText())
                .containsExactly(open.id());
    }

    @Test
    void anAdminSignsAPersonOutEverywhere() {
        Session session = company.signIn(person);

        Answer ended = company.admin("DELETE", "/users/" + person.id() + "/sessions", null)
                .send()
                .expect(200);

        assertThat(ended.json().path("ended").asInt()).isEqualTo(1);
        assertThat(isActive(session.accessToken())).isFalse();
        assertThat(event()).isEqualTo("SIGNED_OUT");
        assertThat(logged()).isEqualTo("ADMIN DONE 1");
    }

    @Test
    void staffLookAndDoNotSignOut() {
        String sessions = "/companies/" + company.id() + "/users/" + person.id() + "/sessions";

        company.staff("GET", sessions, null).send().expect(200);
        company.staff("DELETE", sessions, null).send().expect(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?user_id=", "?user=1"})
    void whoseSessionsMustBeSaid(String query) {
        platform("GET", "/sessions" + query, null).expect(400);
        platform("DELETE", "/sessions" + query, null).expect(400);
    }

    @Test
    void nobodysSessionsAreNotFound() {
        for (String id : new String[] {UUID.randomUUID().toString(), "nobody"}) {
            platform("GET", "/sessions?user_id=" + id, null).expect(404);
            platform("DELETE", "/sessions?user_id=" + id, null).expect(404);
            company.admin("GET", "/users/" + id + "/sessions", null).send().expect(404);
            company.admin("DELETE", "/users/" + id + "/sessions", null).send().expect(404);
        }
    }

    private Answer openById(String id) {
        return platform("POST", "/sessions", "{\"userId\": \"" + id + "\", \"platform\": \"web\"}");
    }

    private Answer refresh(String session) {
        return platform("POST", "/sessions/" + session + "/refresh", null);
    }

    private Answer platform(String method, String path, @Nullable String body) {
        return Call.of(method, root.resolve(path), OwnCompany.jwt(root, "platform"), "application/json", body)
                .send();
    }

    private boolean isActive(String accessToken) {
        return company.introspect(accessToken).send().json().path("active").asBoolean();
    }

    private String event() {
        return Rows.query(
                        "SELECT payload ->> 'reason' AS reason FROM outbox_event WHERE user_id = ? AND type = 'SESSION_REVOKED'",
                        person.id())
                .getLast()
                .path("reason")
                .asText();
    }

    private String logged() {
        JsonNode row = Rows.query(
                        "SELECT actor_kind, outcome, effects ->> 'sessionsEnded' AS ended FROM provisioning_log"
                                + " WHERE user_id = ? AND action = 'SIGN_OUT_USER'",
                        person.id())
                .getLast();
        return row.path("actor_kind").asText() + " " + row.path("outcome").asText() + " "
                + row.path("ended").asText();
    }
}
