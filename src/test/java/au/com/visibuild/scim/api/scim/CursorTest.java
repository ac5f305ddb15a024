package au.com.visibuild.scim.api.scim;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.IdentityProvider;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.requirement.Requirement;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages by cursor (RFC 9865). */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class CursorTest {

    @TestHTTPResource
    URI root;

    private static final String OTHERS = "filter=userName+sw+%22p%22";

    private IdentityProvider idp;

    @BeforeEach
    void aCompanyWithSevenPeople() {
        idp = IdentityProvider.at(root);
        for (int i = 0; i < 7; i++) {
            String title = i % 3 == 0 ? "" : ",'title':'t" + i % 2 + "'";
            String emails = i % 2 == 0 ? "" : ",'emails':[{'value':'e" + i % 3 + "','primary':true}]";
            idp.made("'userName':'p" + i + "','active':" + (i % 2 == 0) + title + emails);
        }
    }

    private Answer page(String query) {
        return idp.get("/Users?" + OTHERS + "&" + query);
    }

    private static List<String> names(Answer answer) {
        List<String> names = new ArrayList<>();
        answer.expect(200)
                .json()
                .path("Resources")
                .forEach(person -> names.add(person.path("userName").asText()));
        return names;
    }

    private static String next(Answer answer) {
        return answer.expect(200).text("nextCursor");
    }

    private List<String> walk(String query) {
        List<String> all = new ArrayList<>();
        Answer page = page(query + "&cursor=");
        all.addAll(names(page));
        while (page.json().has("nextCursor")) {
            page = page(query + "&cursor=" + next(page));
            all.addAll(names(page));
        }
        return all;
    }

    private void assertInvalid(Answer answer) {
        answer.expectScimError(400);
        assertThat(answer.text("scimType")).as("%s", answer).isEqualTo("invalidCursor");
    }

    @Test
    @Requirement({"CUR-01", "CUR-02", "CUR-03", "CUR-04", "CUR-05", "CUR-07", "QU-02"})
    void eachPageLeadsToTheNextUntilTheLast() {
        Answer first = page("count=3&cursor");
        Answer second = page("count=3&cursor=" + next(first));
        Answer third = page("count=3&cursor=" + next(second));

        assertThat(names(first)).containsExactly("p0", "p1", "p2");
        assertThat(names(second)).containsExactly("p3", "p4", "p5");
        assertThat(names(third)).containsExactly("p6");
        assertThat(third.json().has("nextCursor")).isFalse();
        assertThat(List.of(first, second, third)).allSatisfy(page -> {
            assertThat(page.json().at("/schemas/0").asText()).isEqualTo(IdentityProvider.MESSAGES + "ListResponse");
            assertThat(page.json().path("itemsPerPage").asInt())
                    .isEqualTo(page.json().path("Resources").size());
            assertThat(page.json().has("startIndex")).isFalse();
            assertThat(page.json().has("previousCursor")).isFalse();
            assertThat(page.text("nextCursor")).matches("[A-Za-z0-9._~-]*");
        });
    }

    @Test
    @Requirement({"CUR-04", "CUR-01"})
    void theLastPageIsKnownAlsoWhenItIsFull() {
        for (String first : List.of("cursor", "cursor=", "&cursor&")) {
            Answer whole = page("count=7&" + first);
            assertThat(names(whole)).hasSize(7);
            assertThat(whole.json().has("nextCursor")).isFalse();
            assertThat(whole.json().path("totalResults").asInt()).isEqualTo(7);
            assertThat(page("count=6&" + first).json().has("nextCursor")).isTrue();
        }
        Answer none = idp.get("/Users?cursor&filter=userName+eq+%22nobody%22").expect(200);
        assertThat(none.json().path("totalResults").asInt(-1)).isZero();
        assertThat(none.json().has("nextCursor")).isFalse();
    }

    @Test
    @Requirement("CUR-12")
    void withoutACursorPagesAreByIndex() {
        Answer answer = page("count=3");

        assertThat(answer.json().path("startIndex").asInt()).isEqualTo(1);
        assertThat(answer.json().has("nextCursor")).isFalse();
    }

    @Test
    @Requirement({"CUR-03", "CUR-09"})
    void noPeopleAreWantedOfACountOfNone() {
        for (String count : List.of("0", "-1", "-99999999999999999999")) {
            JsonNode answer = page("cursor&count=" + count).expect(200).json();
            assertThat(answer.path("totalResults").asInt()).isEqualTo(7);
            assertThat(answer.path("Resources")).isEmpty();
        }
        assertInvalid(page("cursor=nonsense&count=0"));
    }

    @Test
    @Requirement("CUR-09")
    void aCountBesideACursorThatIsNoCountHasAnErrorOfItsOwn() {
        assertThat(page("cursor&count=many").expectScimError(400).text("scimType"))
                .isEqualTo("invalidCount");
        assertThat(page("cursor&count=1.5").expectScimError(400).text("scimType"))
                .isEqualTo("invalidCount");
        assertThat(page("count=many").expectScimError(400).text("scimType")).isEqualTo("invalidValue");
    }

    @Test
    @Requirement({"CUR-10", "CUR-04", "SO-02", "SO-03"})
    void aWalkMeetsEverybodyOnceInTheOrderOfTheList() {
        for (String by : List.of(
                "title",
                "emails.value",
                "userName",
                "active",
                "externalId",
                "id",
                "meta.created",
                "meta.lastModified",
                "meta.version",
                "name.givenName",
                "emails.primary")) {
            for (String order : List.of("ascending", "descending")) {
                String sort = "sortBy=" + by + "&sortOrder=" + order;
                List<String> list = names(page(sort));
                for (int count : new int[] {1, 2, 3}) {
                    assertThat(walk(sort + "&count=" + count))
                            .as(sort + " by " + count)
                            .isEqualTo(list)
                            .hasSize(7)
                            .doesNotHaveDuplicates();
                }
            }
        }
    }

    @Test
    void whoComesOrGoesMeanwhileShiftsNobody() {
        Answer first = page("count=3&cursor&sortBy=userName");
        String gone = first.json().at("/Resources/0/id").asText();
        idp.delete("/Users/" + gone).expect(204);
        idp.made("'userName':'p00'");
        idp.made("'userName':'p55'");

        Answer second = page("count=9&sortBy=userName&cursor=" + next(first));

        assertThat(names(second)).containsExactly("p3", "p4", "p5", "p55", "p6");
    }

    @Test
    void thePageMayChangeItsSize() {
        Answer first = page("count=2&cursor");

        Answer second = page("count=4&cursor=" + next(first));

        assertThat(names(second)).containsExactly("p2", "p3", "p4", "p5");
        assertThat(names(page("cursor=" + next(second)))).containsExactly("p6");
    }

    @Test
    @Requirement({"CUR-06", "CUR-09"})
    void aCursorIsGoodForItsOwnQueryOnly() {
        String cursor = next(page("count=2&cursor&sortBy=title"));

        assertInvalid(idp.get("/Users?count=2&sortBy=title&cursor=" + cursor));
        assertInvalid(idp.get("/Users?count=2&sortBy=title&filter=userName+sw+%22q%22&cursor=" + cursor));
        assertInvalid(page("count=2&cursor=" + cursor));
        assertInvalid(page("count=2&sortBy=userName&cursor=" + cursor));
        assertInvalid(page("count=2&sortBy=title&sortOrder=descending&cursor=" + cursor));
        page("count=2&sortBy=TITLE&attributes=userName&cursor=" + cursor).expect(200);
        page("count=2&sortBy=title&sortOrder=ascending&cursor=" + cursor).expect(200);
    }

    @Test
    @Requirement({"CUR-15", "CUR-17"})
    void anotherCompanysCursorIsAsGoodAsAnInventedOne() {
        IdentityProvider other = IdentityProvider.at(root);
        for (int i = 0; i < 3; i++) {
            other.made("'userName':'p" + i + "'");
        }
        String theirs = next(other.get("/Users?" + OTHERS + "&count=2&cursor"));

        Answer stolen = page("count=2&cursor=" + theirs);

        assertInvalid(stolen);
        assertThat(stolen.json()).isEqualTo(page("count=2&cursor=invented").json());
    }

    @Test
    @Requirement({"CUR-18", "CUR-09"})
    void whateverIsNotOursIsRefused() {
        String cursor = next(page("count=2&cursor"));

        for (int i = 0; i < cursor.length() - 1; i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            assertInvalid(page("count=2&cursor=" + cursor.substring(0, i) + other + cursor.substring(i + 1)));
        }
        for (String forged : List.of(
                "x",
                "1",
                "-1",
                "%20",
                "%2B%2F%3D",
                "null",
                cursor + "A",
                cursor + "AAAA",
                cursor + cursor,
                cursor.substring(4),
                cursor.substring(0, cursor.length() - 4),
                "A".repeat(4_000))) {
            assertInvalid(page("count=2&cursor=" + forged));
        }
        page("count=2&cursor=" + cursor).expect(200);
    }

    @Test
    @Requirement({"CUR-09", "CUR-14"})
    @DisabledOnIntegrationTest("sets the clock of the code in this JVM")
    void aCursorEndsAfterADay() {
        Answer first = page("count=2&cursor");
        Clock now = Clock.systemUTC();

        QuarkusMock.installMockForType(Clock.offset(now, Duration.ofDays(1).minusSeconds(60)), Clock.class);
        assertThat(names(page("count=2&cursor=" + next(first)))).containsExactly("p2", "p3");
        QuarkusMock.installMockForType(Clock.offset(now, Duration.ofDays(1).plusSeconds(2)), Clock.class);
        Answer late = page("count=2&cursor=" + next(first));

        late.expectScimError(400);
        assertThat(late.text("scimType")).isEqualTo("expiredCursor");
        assertThat(late.text("detail")).contains("without");
    }

    @Test
    @Requirement("CUR-01")
    void whereBothAreSentTheCursorCounts() {
        Answer first = page("count=2&startIndex=5&cursor");
        Answer second = page("count=2&startIndex=1&cursor=" + next(first));

        assertThat(names(first)).containsExactly("p0", "p1");
        assertThat(names(second)).containsExactly("p2", "p3");
        assertThat(first.json().has("startIndex") || second.json().has("startIndex"))
                .isFalse();
    }

    @Test
    @Requirement("CUR-13")
    void aSearchByPostIsPagedTheSameWay() {
        String search = "'filter':'userName sw \\\"p\\\"','sortBy':'title','count':3,'cursor':'";
        for (String path : List.of("/Users/.search", "/.search")) {
            List<String> all = new ArrayList<>();
            Answer answer = idp.search(path, search + "'");
            all.addAll(names(answer));
            while (answer.json().has("nextCursor")) {
                answer = idp.search(path, search + next(answer) + "'");
                all.addAll(names(answer));
            }
            assertThat(all).isEqualTo(walk("sortBy=title&count=3")).hasSize(7);
        }
        assertInvalid(idp.search("/Users/.search", search + "nonsense'"));
        String cursor = next(page("count=3&cursor&sortBy=title"));
        assertThat(names(idp.search("/Users/.search", search + cursor + "'")))
                .as("GET and POST ask the same question")
                .isEqualTo(names(page("count=3&sortBy=title&cursor=" + cursor)));
    }
}
