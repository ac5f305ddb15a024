package au.com.visibuild.scim.api.scim;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.CompanyRows;
import au.com.visibuild.scim.fixture.IdentityProvider;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.requirement.Requirement;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** ETags (RFC 7644 §3.14, RFC 9110 §13). */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ConditionalRequestsTest {

    private static final String TITLE = "{'op':'replace','path':'title','value':'%s'}";

    @TestHTTPResource
    URI root;

    private IdentityProvider idp;
    private String person;

    @BeforeEach
    void aCompanyWithAPerson() {
        idp = IdentityProvider.at(root);
        person = "/Users/" + idp.made("'userName':'ann','title':'Fitter'");
    }

    @Test
    @Requirement({"ET-02", "CM-17", "CM-18"})
    void theEtagIsTheVersionCharacterByCharacterInEveryAnswerWithAResource() {
        Answer made = idp.make("'userName':'bob'").expect(201);
        String bob = "/Users/" + made.text("id");
        List<Answer> answers = List.of(
                made,
                idp.get(bob).expect(200),
                idp.patch(bob, TITLE.formatted("Joiner")).expect(200),
                idp.put(bob, IdentityProvider.user("'userName':'bob'")).expect(200));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.header("etag")).matches("W/\"[^\"]+\"");
            assertThat(answer.json().at("/meta/version").asText()).isEqualTo(answer.header("etag"));
        });
        assertThat(answers.get(1).header("etag")).isEqualTo(made.header("etag"));
        assertThat(answers.get(2).header("etag")).as("after a change").isNotEqualTo(made.header("etag"));
        assertThat(answers.get(3).header("etag"))
                .as("after another")
                .isNotIn(made.header("etag"), answers.get(2).header("etag"));
        assertThat(idp.find("userName eq \"bob\"")
                        .json()
                        .at("/Resources/0/meta/version")
                        .asText())
                .as("in a list")
                .isEqualTo(answers.get(3).header("etag"));
    }

    @Test
    @Requirement("ET-03")
    void aVersionThatTheCallerHasIsNotSentAgain() {
        Answer whole = idp.get(person).expect(200);
        String etag = whole.header("etag");

        for (String known : List.of(etag, etag.substring(2), "*", "W/\"0\", " + etag, etag + ",\"x\"")) {
            Answer answer = idp.with("If-None-Match", known).get(person).expect(304);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.header("etag")).isEqualTo(etag);
            assertThat(answer.header("content-location")).isEqualTo(whole.header("content-location"));
        }
        idp.with("If-None-Match", "W/\"0\"")
                .with("If-None-Match", etag)
                .get(person)
                .expect(304);
        for (String other : List.of("W/\"0\"", "\"x\", \"y\"", "W/", "nonsense", "\"" + etag)) {
            Answer answer = idp.with("If-None-Match", other).get(person).expect(200);
            assertThat(answer.json()).isEqualTo(whole.json());
        }
    }

    @Test
    @Requirement("ET-03")
    void afterAChangeTheOldVersionIsNoLongerKnown() {
        String old = idp.get(person).header("etag");
        idp.patch(person, TITLE.formatted("Joiner")).expect(200);

        Answer answer = idp.with("If-None-Match", old).get(person).expect(200);

        assertThat(answer.text("title")).isEqualTo("Joiner");
    }

    @Test
    @Requirement({"ET-04", "DEL-06"})
    void aWriteUponAStaleVersionIsRefusedAndChangesNothing() {
        String old = idp.get(person).header("etag");
        idp.patch(person, TITLE.formatted("Joiner")).expect(200);
        Map<String, List<String>> before = CompanyRows.withoutLogOf(idp.tenant().id());

        for (String stale : List.of(old, old.substring(2), old + ", \"x\"", "\"x\"", "W/", "", "nonsense")) {
            IdentityProvider late = idp.with("If-Match", stale);
            assertRefused(late.patch(person, TITLE.formatted("Late")));
            assertRefused(late.put(person, IdentityProvider.user("'userName':'late'")));
            assertRefused(late.delete(person));
        }

        assertThat(CompanyRows.withoutLogOf(idp.tenant().id())).isEqualTo(before);
    }

    private static void assertRefused(Answer answer) {
        answer.expectScimError(412);
        assertThat(answer.text("detail")).contains("If-Match");
    }

    @Test
    @Requirement({"ET-04", "DEL-06"})
    void aWriteUponTheCurrentVersionIsDoneHoweverItIsSpelt() {
        int i = 0;
        for (String form : List.of("%s", "STRONG", "*", "\"x\", %s", "%s,W/\"0\"")) {
            String etag = idp.get(person).header("etag");
            String sent = form.equals("STRONG") ? etag.substring(2) : form.formatted(etag);
            Answer patched = idp.with("If-Match", sent)
                    .patch(person, TITLE.formatted("Title " + i++))
                    .expect(200);
            String next = patched.header("etag");
            idp.with("If-Match", form.equals("STRONG") ? next.substring(2) : form.formatted(next))
                    .put(person, IdentityProvider.user("'userName':'ann'"))
                    .expect(200);
        }
        String last = idp.get(person).header("etag");
        idp.with("If-Match", "\"x\"")
                .with("If-Match", last)
                .patch(person, TITLE.formatted("Two headers"))
                .expect(200);
        idp.with("If-Match", idp.get(person).header("etag")).delete(person).expect(204);
    }

    @Test
    void aConditionOnNobodyIs404() {
        IdentityProvider conditional = idp.with("If-Match", "*");
        String nobody = "/Users/00000000-0000-0000-0000-000000000000";
        conditional.patch(nobody, TITLE.formatted("x")).expectScimError(404);
        conditional.put(nobody, IdentityProvider.user("'userName':'x'")).expectScimError(404);
        conditional.delete(nobody).expectScimError(404);
        idp.with("If-None-Match", "*").get(nobody).expectScimError(404);
    }

    /** RFC 9110 §13.1.2: a condition that does not hold forbids the write; nobody sends this by accident. */
    @Test
    void aWriteThatMustNotMeetTheCurrentVersionIsRefused() {
        String etag = idp.get(person).header("etag");
        Map<String, List<String>> before = CompanyRows.withoutLogOf(idp.tenant().id());

        for (String known : List.of("*", etag)) {
            IdentityProvider conditional = idp.with("If-None-Match", known);
            conditional.patch(person, TITLE.formatted("x")).expectScimError(412);
            conditional.put(person, IdentityProvider.user("'userName':'x'")).expectScimError(412);
            conditional.delete(person).expectScimError(412);
        }

        assertThat(CompanyRows.withoutLogOf(idp.tenant().id())).isEqualTo(before);
        idp.with("If-None-Match", "\"x\"")
                .patch(person, TITLE.formatted("Joiner"))
                .expect(200);
    }

    /** RFC 9110 §13.1.1 knows no method to which If-Match does not apply. */
    @Test
    void aReadOfAVersionThatIsGoneIsRefused() {
        String old = idp.get(person).header("etag");
        idp.patch(person, TITLE.formatted("Joiner")).expect(200);

        idp.with("If-Match", old).get(person).expectScimError(412);
        idp.with("If-Match", idp.get(person).header("etag")).get(person).expect(200);
    }

    @Test
    @Requirement("ET-04")
    void twoWritersUponOneVersionDoNotBothWin() {
        String etag = idp.get(person).header("etag");

        List<Answer> answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> idp.with("If-Match", etag).patch(person, TITLE.formatted("Writer " + i)))
                .toList();

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(200);
        assertThat(answers).extracting(Answer::status).containsOnly(200, 412);
    }
}
