package au.com.visibuild.scim.api.scim;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.CompanyRows;
import au.com.visibuild.scim.fixture.IdentityProvider;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.requirement.Requirement;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Order and pages by index (RFC 7644 §3.4.2.3, §3.4.2.4). */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ListingTest {

    @TestHTTPResource
    URI root;

    private static final List<Integer> SEVEN = List.of(0, 1, 2, 3, 4, 5, 6);

    private IdentityProvider idp;

    @BeforeEach
    void aCompany() {
        idp = IdentityProvider.at(root);
    }

    private void seven() {
        SEVEN.forEach(i -> idp.made("'userName':'p" + i + "'"));
    }

    /** A list of the people made here, without the admin. */
    private Answer list(String query) {
        return idp.get("/Users?filter=userName+sw+%22p%22&" + query);
    }

    private static List<String> names(Answer answer) {
        List<String> names = new ArrayList<>();
        answer.expect(200)
                .json()
                .path("Resources")
                .forEach(person -> names.add(person.path("userName").asText()));
        return names;
    }

    private void assertPage(String query, int startIndex, String... names) {
        Answer answer = list(query);
        assertThat(names(answer)).as(query).containsExactly(names);
        JsonNode page = answer.json();
        assertThat(page.at("/schemas/0").asText()).isEqualTo(IdentityProvider.MESSAGES + "ListResponse");
        assertThat(page.path("totalResults").isInt()).as(query).isTrue();
        assertThat(page.path("totalResults").asInt()).as(query).isEqualTo(7);
        assertThat(page.path("itemsPerPage").asInt()).as(query).isEqualTo(names.length);
        assertThat(page.path("startIndex").asInt()).as(query).isEqualTo(startIndex);
        assertThat(page.has("nextCursor")).as(query).isFalse();
    }

    @Test
    @Requirement({"PG-01", "PG-02", "PG-03", "PG-04", "PG-05", "PG-07", "QU-02", "QU-03", "CUR-12"})
    void pagesByIndexFollowEachOther() {
        seven();

        assertPage("", 1, "p0", "p1", "p2", "p3", "p4", "p5", "p6");
        assertPage("count=3", 1, "p0", "p1", "p2");
        assertPage("startIndex=4&count=3", 4, "p3", "p4", "p5");
        assertPage("startIndex=7&count=3", 7, "p6");
        assertPage("startIndex=7", 7, "p6");
        assertPage("startIndex=1&count=7", 1, "p0", "p1", "p2", "p3", "p4", "p5", "p6");
        assertPage("startIndex=8&count=3", 8);
        assertPage("startIndex=2147483647&count=500", 2147483647);
        for (String below : List.of("0", "-1", "-2147483648", "-99999999999999999999")) {
            assertPage("startIndex=" + below + "&count=2", 1, "p0", "p1");
        }
        for (String none : List.of("0", "-0", "-1", "-99999999999999999999")) {
            assertPage("count=" + none, 1);
        }
        assertPage("startIndex=3&count=0", 3);
        for (String more : List.of("500", "501", "2147483648", "99999999999999999999")) {
            assertPage("startIndex=6&count=" + more, 6, "p5", "p6");
        }
        assertPage("startIndex=&count=", 1, "p0", "p1", "p2", "p3", "p4", "p5", "p6");
    }

    @Test
    @Requirement("PG-06")
    void whatIsNoWholeNumberIsRefused() {
        for (String number : List.of("one", "1.5", "1e2", "0x1", "1,2", "%20x", "--1", "9".repeat(5_000), "%D9%A3")) {
            for (String name : List.of("startIndex", "count")) {
                Answer refused = list(name + "=" + number).expectScimError(400);
                assertThat(refused.text("scimType")).as(name + "=" + number).isEqualTo("invalidValue");
                assertThat(refused.text("detail")).contains(name);
            }
        }
    }

    @Test
    @Requirement({"PG-03", "CFG-02"})
    void aPageHasAHundredPeopleUnlessToldOtherwiseAndFiveHundredAtMost() {
        CompanyRows.update("""
                INSERT INTO users (id, company_id, user_name, user_name_key, active, version, document, search,
                                   search_terms, created_at, modified_at)
                SELECT gen_random_uuid(), ?, 'p' || i, 'p' || i, true, 1, json_build_object('userName', 'p' || i),
                       '{}', '{}', now(), now() FROM generate_series(1, 510) i""", idp.tenant().id());

        assertThat(names(list(""))).hasSize(100);
        assertThat(names(list("count=501"))).hasSize(500);
        assertThat(names(list("count=1000&cursor"))).hasSize(500);
        assertThat(list("count=1000").json().path("totalResults").asInt()).isEqualTo(510);
        assertThat(list("count=1000").json().path("itemsPerPage").asInt()).isEqualTo(500);
    }

    @Test
    @Requirement({"QU-01", "QU-04", "QU-03"})
    void nothingFoundIsAnEmptyListAndUnknownParametersAreNothing() {
        for (String query : List.of("filter=userName+eq+%22nobody%22", "filter=userName+eq+%22nobody%22&count=0")) {
            JsonNode list = idp.get("/Users?" + query).expect(200).json();
            assertThat(list.path("totalResults").asInt(-1)).isZero();
            assertThat(list.path("Resources").isArray()).isTrue();
            assertThat(list.path("Resources")).isEmpty();
        }
        seven();
        assertPage("unknown=1&sort=x&Count=3&page=2", 1, "p0", "p1", "p2", "p3", "p4", "p5", "p6");
    }

    @Test
    @Requirement({"SO-02", "SO-03", "SO-04", "AT-01"})
    void textIsSortedByCodePointWithoutCaseAndWhoHasNoneIsLast() {
        idp.made("'userName':'p0','title':'beta'");
        idp.made("'userName':'p1'");
        idp.made("'userName':'p2','title':'ALPHA'");
        idp.made("'userName':'p3','title':'émigré'");
        idp.made("'userName':'p4','title':'Zeta'");
        idp.made("'userName':'p5','title':''");
        idp.made("'userName':'p6','title':'alpha 2'");

        assertPage("sortBy=title", 1, "p2", "p6", "p0", "p4", "p3", "p1", "p5");
        assertPage("sortBy=TITLE&sortOrder=Ascending", 1, "p2", "p6", "p0", "p4", "p3", "p1", "p5");
        assertPage("sortBy=title&sortOrder=descending", 1, "p5", "p1", "p3", "p4", "p0", "p6", "p2");
        assertPage("sortBy=" + IdentityProvider.USER + ":title&count=2&startIndex=2", 2, "p6", "p0");
        assertPage("sortOrder=descending", 1, "p6", "p5", "p4", "p3", "p2", "p1", "p0");
    }

    @Test
    @Requirement({"SO-02", "SO-03", "SO-04"})
    void ofManyValuesThePrimaryCountsElseTheFirst() {
        idp.made("'userName':'p0','emails':[{'value':'z'},{'value':'a','primary':true}]");
        idp.made("'userName':'p1','emails':[{'value':'c'},{'value':'x'}]");
        idp.made("'userName':'p2','emails':[{'value':'B'}]");
        idp.made("'userName':'p3'");
        idp.made("'userName':'p4','emails':[{'value':'d','primary':true},{'value':'0'}]");
        idp.made("'userName':'p5','emails':[{'type':'work','primary':true},{'value':'bb'}]");
        idp.made("'userName':'p6','emails':[{'type':'home'}]");

        for (String by : List.of("emails.value", "emails")) {
            assertPage("sortBy=" + by, 1, "p0", "p2", "p5", "p1", "p4", "p3", "p6");
            assertPage("sortBy=" + by + "&sortOrder=descending", 1, "p6", "p3", "p4", "p1", "p5", "p2", "p0");
        }
    }

    @Test
    @Requirement({"SO-02", "SO-04"})
    void eachTypeHasItsOwnOrder() {
        String enterprise = IdentityProvider.ENTERPRISE;
        idp.made("'userName':'p0','externalId':'b','active':true,'name':{'familyName':'C'}");
        idp.made("'userName':'p1','externalId':'B','active':false,'name':{'familyName':'b'}");
        idp.made("'userName':'p2','externalId':'a','active':true,'" + enterprise + "':{'costCenter':'1'}");
        SEVEN.subList(3, 7).forEach(i -> idp.made("'userName':'p" + i + "'"));
        String p1 = idp.find("userName eq \"p1\"").json().at("/Resources/0/id").asText();
        idp.patch("/Users/" + p1, "{'op':'replace','path':'nickName','value':'x'}")
                .expect(200);

        assertPage("sortBy=externalId&count=3", 1, "p1", "p2", "p0");
        assertPage("sortBy=active&count=2", 1, "p1", "p0");
        assertPage("sortBy=name.familyName&count=3", 1, "p1", "p0", "p2");
        assertPage("sortBy=" + enterprise + ":costCenter&count=2", 1, "p2", "p0");
        assertPage("sortBy=meta.lastModified&sortOrder=descending&count=2", 1, "p1", "p6");
        assertPage("sortBy=meta.created&count=2", 1, "p0", "p1");
        assertPage("sortBy=userName&sortOrder=descending&count=1", 1, "p6");
        assertPage("sortBy=id&count=1", 1, "p0");
    }

    @Test
    @Requirement({"PG-07", "SO-04"})
    void equalValuesHaveOneOrderOnAllPages() {
        SEVEN.forEach(i -> idp.made("'userName':'p" + i + "','title':'same'"));
        for (String order : List.of("ascending", "descending")) {
            List<String> whole = names(list("sortBy=title&sortOrder=" + order));
            List<String> paged = new ArrayList<>();
            for (int start = 1; start <= 7; start += 2) {
                paged.addAll(names(list("count=2&sortBy=title&sortOrder=" + order + "&startIndex=" + start)));
            }
            assertThat(paged).isEqualTo(whole).containsExactlyInAnyOrder("p0", "p1", "p2", "p3", "p4", "p5", "p6");
        }
    }

    @Test
    @Requirement("SO-02")
    void whatCannotBeSortedByIsRefused() {
        for (String query : List.of(
                "sortBy=nonsense",
                "sortBy=name",
                "sortBy=addresses",
                "sortBy=meta",
                "sortBy=password",
                "sortBy=emails.nonsense",
                "sortBy=emails%5Btype+eq+%22work%22%5D.value",
                "sortBy=userName&sortOrder=sideways",
                "sortBy=userName,title")) {
            assertThat(list(query).expectScimError(400).text("scimType"))
                    .as(query)
                    .isEqualTo("invalidValue");
        }
    }

    @Test
    @Requirement({"QU-05", "BASE-06"})
    void theRootListsAllThereIs() {
        seven();
        JsonNode users = idp.get("/Users?count=3&startIndex=2&sortBy=userName")
                .expect(200)
                .json();

        for (String path : List.of("", "/")) {
            assertThat(idp.get(path + "?count=3&startIndex=2&sortBy=userName")
                            .expect(200)
                            .json())
                    .isEqualTo(users);
        }
        assertThat(names(idp.get("?filter=meta.resourceType+eq+%22User%22"))).contains("p0", "p6");
        assertThat(idp.get("?filter=meta.resourceType+eq+%22Group%22")
                        .json()
                        .path("totalResults")
                        .asInt())
                .isZero();
    }
}
