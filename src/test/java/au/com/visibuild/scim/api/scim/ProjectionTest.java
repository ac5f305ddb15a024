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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code attributes} and {@code excludedAttributes} (RFC 7644 §3.9) on every operation that returns a resource. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ProjectionTest {

    @TestHTTPResource
    URI root;

    private static final String ANN = "'userName':'%s','title':'Fitter','name':{'givenName':'Ann','familyName':'Bee'},"
            + "'emails':[{'value':'a1','type':'work'},{'value':'a2','type':'home'}],'"
            + IdentityProvider.ENTERPRISE + "':{'department':'Concrete','manager':{'value':'m1'}}";

    private IdentityProvider idp;
    private String path;
    private int made;

    @BeforeEach
    void aCompanyWithAPerson() {
        idp = IdentityProvider.at(root);
        path = "/Users/" + idp.made(ANN.formatted("ann"));
    }

    /** Each operation that answers a resource, by the projection as a query, or as members of a search. */
    private Map<String, BiFunction<String, String, Answer>> operations() {
        String filter = IdentityProvider.encoded("userName eq \"ann\"");
        String found = "'filter':'userName eq \\\"ann\\\"',";
        Map<String, BiFunction<String, String, Answer>> all = new LinkedHashMap<>();
        all.put("GET", (query, members) -> idp.get(path + "?" + query));
        all.put("GET of a list", (query, members) -> idp.get("/Users?filter=" + filter + "&" + query));
        all.put("GET of the root", (query, members) -> idp.get("?filter=" + filter + "&" + query));
        all.put("a page by cursor", (query, members) -> idp.get("/Users?cursor&filter=" + filter + "&" + query));
        all.put("a search", (query, members) -> idp.search("/Users/.search", found + members));
        all.put("a search at the root", (query, members) -> idp.search("/.search", found + members));
        all.put("PUT", (query, members) -> idp.put(path + "?" + query, IdentityProvider.user(ANN.formatted("ann"))));
        all.put(
                "PATCH",
                (query, members) -> idp.patch(path + "?" + query, "{'op':'add','path':'title','value':'Fitter'}"));
        all.put(
                "POST",
                (query, members) -> idp.post("/Users?" + query, IdentityProvider.user(ANN.formatted("new" + made++))));
        return all;
    }

    private void everywhere(String query, String members, Consumer<JsonNode> shows) {
        operations().forEach((name, operation) -> {
            Answer answer = operation.apply(query, members);
            assertThat(answer.status()).as("%s: %s", name, answer).isIn(200, 201);
            JsonNode body = answer.json();
            JsonNode resource = body.has("Resources") ? body.at("/Resources/0") : body;
            assertThat(resource.path("id").asText())
                    .as("%s always has an id", name)
                    .isNotEmpty();
            assertThat(resource.at("/schemas/0").asText()).as(name).isEqualTo(IdentityProvider.USER);
            shows.accept(resource);
        });
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        Collections.sort(names);
        return names;
    }

    @Test
    @Requirement({"RT-02", "RT-03", "RT-05", "AT-01", "AT-23", "AT-24", "QU-07"})
    void namedAttributesAreShownAndNothingElse() {
        everywhere(
                "attributes=USERNAME,%20name.familyName,emails.value",
                "'attributes':['USERNAME','name.familyName','emails.value']", person -> {
                    assertThat(names(person)).containsExactly("emails", "id", "name", "schemas", "userName");
                    assertThat(names(person.path("name"))).containsExactly("familyName");
                    assertThat(names(person.at("/emails/1"))).containsExactly("value");
                });
    }

    @Test
    @Requirement({"RT-02", "RT-05", "RT-06"})
    void anAttributeMayBeNamedByItsUrn() {
        String core = IdentityProvider.USER + ":title";
        String manager = IdentityProvider.ENTERPRISE + ":manager.value";
        everywhere("attributes=" + core + "," + manager, "'attributes':['" + core + "','" + manager + "']", person -> {
            assertThat(names(person)).containsExactly("id", "schemas", "title", IdentityProvider.ENTERPRISE);
            assertThat(person.path(IdentityProvider.ENTERPRISE).toString())
                    .isEqualTo("{\"manager\":{\"value\":\"m1\"}}");
        });
        everywhere(
                "attributes=department",
                "'attributes':['department']",
                person -> assertThat(names(person)).containsExactly("id", "schemas", IdentityProvider.ENTERPRISE));
    }

    @Test
    @Requirement({"RT-02", "RT-03", "AT-23", "AT-24", "CM-19"})
    void excludedAttributesAreNotShownButForWhatAlwaysIs() {
        everywhere(
                "excludedAttributes=id,schemas,META,emails,name.givenName",
                "'excludedAttributes':['id','schemas','META','emails','name.givenName']",
                person -> {
                    assertThat(names(person))
                            .containsExactly(
                                    "active",
                                    "id",
                                    "name",
                                    "schemas",
                                    "title",
                                    IdentityProvider.ENTERPRISE,
                                    "userName");
                    assertThat(names(person.path("name"))).containsExactly("familyName");
                });
        everywhere(
                "excludedAttributes=meta.version",
                "'excludedAttributes':['meta.version']",
                person -> assertThat(names(person.path("meta")))
                        .containsExactly("created", "lastModified", "location", "resourceType"));
    }

    @Test
    @Requirement({"AT-22", "US-07"})
    void whatIsNeverReturnedIsNotReturnedWhenNamed() {
        everywhere(
                "attributes=password",
                "'attributes':['password']",
                person -> assertThat(names(person)).containsExactly("id", "schemas"));
    }

    @Test
    void whatNobodyKnowsShowsNothing() {
        everywhere(
                "attributes=nonsense,x.y.z,urn:x:y",
                "'attributes':['nonsense','x.y.z','urn:x:y']",
                person -> assertThat(names(person)).containsExactly("id", "schemas"));
        everywhere(
                "excludedAttributes=nonsense",
                "'excludedAttributes':['nonsense']",
                person -> assertThat(names(person)).contains("userName", "meta"));
        everywhere(
                "attributes=&excludedAttributes=,",
                "'attributes':[],'excludedAttributes':[]",
                person -> assertThat(names(person)).contains("userName", "meta"));
    }

    @Test
    @Requirement("RT-04")
    void bothTogetherAreRefusedBeforeAnythingIsDone() {
        Map<String, List<String>> rows = CompanyRows.of(idp.tenant().id());
        String both = "attributes=title&excludedAttributes=emails";

        operations().forEach((name, operation) -> {
            Answer answer = operation.apply(both, "'attributes':['title'],'excludedAttributes':['emails']");
            assertThat(answer.expectScimError(400).text("scimType")).as(name).isEqualTo("invalidSyntax");
        });
        idp.patch(path + "?" + both, "{'op':'replace','path':'title','value':'Joiner'}")
                .expectScimError(400);
        idp.put(path + "?" + both, IdentityProvider.user("'userName':'x'")).expectScimError(400);

        assertThat(CompanyRows.of(idp.tenant().id())).isEqualTo(rows);
    }
}
