package au.com.visibuild.scim.api.scim;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.Caller;
import au.com.visibuild.scim.fixture.IdentityProvider;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.requirement.Requirement;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class DiscoveryResourceTest {

    private static final String LIST_RESPONSE = IdentityProvider.MESSAGES + "ListResponse";
    private static final List<String> DOCUMENTS = List.of(
            "/ServiceProviderConfig",
            "/ResourceTypes",
            "/ResourceTypes/User",
            "/Schemas",
            "/Schemas/" + IdentityProvider.USER);

    @TestHTTPResource
    URI root;

    private IdentityProvider idp;

    @BeforeEach
    void aCompany() {
        idp = IdentityProvider.at(root);
    }

    @Test
    @Requirement({"CFG-04", "AUTH-01"})
    void onlyTheConfigurationIsReadableWithoutAToken() {
        Caller anyone = Caller.at(root);

        for (Caller caller : List.of(anyone, anyone.bearer("nonsense"))) {
            for (String base : List.of("/scim_v2", "/scim/v2/")) {
                assertThat(caller.get(base + "/ServiceProviderConfig")
                                .expect(200)
                                .json()
                                .at("/authenticationSchemes/0/type")
                                .asText())
                        .isEqualTo("oauthbearertoken");
            }
        }
        for (String path : DOCUMENTS.subList(1, DOCUMENTS.size())) {
            Answer refused = anyone.get("/scim_v2" + path).expectScimError(401);
            assertThat(refused.header("www-authenticate")).startsWith("Bearer ");
        }
    }

    @Test
    @Requirement({"CFG-01", "CFG-02", "CFG-03", "CUR-14", "BULK-01", "SO-01", "FI-01"})
    void theConfigurationSaysExactlyWhatTheServiceDoes() throws IOException {
        JsonNode config = idp.get("/ServiceProviderConfig").expect(200).json();

        JsonNode expected = new ObjectMapper().readTree("""
                {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"],
                 "patch": {"supported": true},
                 "bulk": {"supported": true, "maxOperations": 1000, "maxPayloadSize": 1048576},
                 "filter": {"supported": true, "maxResults": 500},
                 "changePassword": {"supported": false},
                 "sort": {"supported": true},
                 "etag": {"supported": true},
                 "pagination": {"cursor": true, "index": true, "defaultPaginationMethod": "index",
                                "defaultPageSize": 100, "maxPageSize": 500, "cursorTimeout": 86400}}""");
        ObjectNode said = config.deepCopy();
        said.remove(List.of("authenticationSchemes", "meta"));
        assertThat((JsonNode) said).isEqualTo(expected);
        assertThat(config.path("authenticationSchemes"))
                .as("one scheme, whole in every part")
                .singleElement()
                .satisfies(scheme -> {
                    assertThat(scheme.path("type").asText()).isEqualTo("oauthbearertoken");
                    assertThat(scheme.path("name").asText()).isNotBlank();
                    assertThat(scheme.path("description").asText()).isNotBlank();
                });
        assertThat(config.at("/meta/resourceType").asText()).isEqualTo("ServiceProviderConfig");
        assertThat(config.at("/meta/location").asText())
                .isEqualTo(root.resolve("/scim_v2/ServiceProviderConfig").toString());
    }

    @Test
    @Requirement({"CFG-05", "CFG-09", "CFG-10", "QU-02"})
    void thereIsOneResourceType() {
        JsonNode list = idp.get("/ResourceTypes").expect(200).json();

        assertThat(list.at("/schemas/0").asText()).isEqualTo(LIST_RESPONSE);
        assertThat(list.path("totalResults").asInt()).isEqualTo(1);
        assertThat(list.path("itemsPerPage").asInt()).isEqualTo(1);
        assertThat(list.path("startIndex").asInt()).isEqualTo(1);
        assertThat(list.path("Resources")).singleElement().satisfies(type -> {
            assertThat(type.path("id").asText()).isEqualTo("User");
            assertThat(type.path("name").asText()).isEqualTo("User");
            assertThat(type.path("description").asText()).isNotBlank();
            assertThat(type.path("endpoint").asText()).isEqualTo("/Users");
            assertThat(type.path("schema").asText()).isEqualTo(IdentityProvider.USER);
            assertThat(type.at("/schemaExtensions/0/schema").asText()).isEqualTo(IdentityProvider.ENTERPRISE);
            assertThat(type.at("/schemaExtensions/0/required").isBoolean()).isTrue();
            assertThat(type.at("/schemaExtensions/0/required").asBoolean()).isFalse();
            assertThat(type)
                    .isEqualTo(idp.get("/ResourceTypes/User").expect(200).json());
        });
        // An extension that is not required may stay away.
        idp.made("'userName':'ann'");
    }

    @Test
    @Requirement("CFG-06")
    void whatIsListedNowhereIsNotFound() {
        for (String path : List.of(
                "/ResourceTypes/Group",
                "/ResourceTypes/user",
                "/ResourceTypes/Users",
                "/Schemas/urn:ietf:params:scim:schemas:core:2.0:Group",
                "/Schemas/User",
                "/Schemas/" + LIST_RESPONSE)) {
            idp.get(path).expectScimError(404);
        }
    }

    @Test
    @Requirement({"CFG-05", "CFG-06", "CFG-11"})
    void eachSchemaIsFoundByItsUrnInAnyCaseAndTellsEveryCharacteristicOfEveryAttribute() {
        JsonNode list = idp.get("/Schemas").expect(200).json();

        assertThat(list.at("/schemas/0").asText()).isEqualTo(LIST_RESPONSE);
        assertThat(list.path("totalResults").asInt())
                .isEqualTo(list.path("Resources").size());
        for (JsonNode schema : list.path("Resources")) {
            String urn = schema.path("id").asText();
            assertThat(idp.get("/Schemas/" + urn).expect(200).json()).isEqualTo(schema);
            assertThat(idp.get("/Schemas/" + urn.toUpperCase(Locale.ROOT))
                            .expect(200)
                            .json())
                    .isEqualTo(schema);
            assertThat(schema.path("name").asText()).isNotBlank();
            List<JsonNode> attributes = new ArrayList<>();
            collect(schema.path("attributes"), attributes);
            assertThat(attributes).as(urn).isNotEmpty().allSatisfy(DiscoveryResourceTest::isWhole);
        }
    }

    private static void collect(JsonNode attributes, List<JsonNode> all) {
        for (JsonNode attribute : attributes) {
            all.add(attribute);
            collect(attribute.path("subAttributes"), all);
        }
    }

    private static void isWhole(JsonNode attribute) {
        String type = attribute.path("type").asText();
        assertThat(attribute.path("name").asText()).matches("\\$?[A-Za-z][$A-Za-z0-9_-]*");
        assertThat(type).isIn("string", "boolean", "decimal", "integer", "dateTime", "reference", "complex", "binary");
        assertThat(attribute.path("description").asText()).as("%s", attribute).isNotBlank();
        for (String flag : List.of("multiValued", "required", "caseExact")) {
            assertThat(attribute.path(flag).isBoolean())
                    .as("%s of %s", flag, attribute)
                    .isTrue();
        }
        assertThat(attribute.path("mutability").asText()).isIn("readOnly", "readWrite", "immutable", "writeOnly");
        assertThat(attribute.path("returned").asText()).isIn("always", "never", "default", "request");
        assertThat(attribute.path("uniqueness").asText()).isIn("none", "server", "global");
        assertThat(attribute.has("subAttributes")).as("%s", attribute).isEqualTo(type.equals("complex"));
        assertThat(attribute.has("referenceTypes")).as("%s", attribute).isEqualTo(type.equals("reference"));
    }

    @Test
    @Requirement({"CFG-12", "BASE-03", "CM-02"})
    void everySchemaThatAResourceNamesIsListedAndNoMessageIs() {
        // given
        String person = idp.made("'userName':'ann','" + IdentityProvider.ENTERPRISE + "':{'department':'Concrete'}");
        Set<String> named = new TreeSet<>();

        // when
        List<String> paths = new ArrayList<>(DOCUMENTS);
        paths.add("/Users/" + person);
        for (String path : paths) {
            JsonNode document = idp.get(path).expect(200).json();
            document.path("schemas").forEach(urn -> named.add(urn.asText()));
            document.path("Resources")
                    .forEach(resource -> resource.path("schemas").forEach(urn -> named.add(urn.asText())));
        }

        // then
        Set<String> listed = new TreeSet<>();
        idp.get("/Schemas")
                .json()
                .path("Resources")
                .forEach(schema -> listed.add(schema.path("id").asText()));
        assertThat(named).contains(IdentityProvider.USER, IdentityProvider.ENTERPRISE, LIST_RESPONSE);
        named.remove(LIST_RESPONSE);
        assertThat(listed)
                .isEqualTo(named)
                .noneMatch(urn -> urn.startsWith("urn:ietf:params:scim:api:"))
                .noneMatch(urn -> urn.contains("Group"));
    }

    @Test
    void everyDocumentSaysWhereItIsByTheBaseThatWasUsed() {
        for (String base : List.of("/scim_v2", "/scim/v2")) {
            for (String path : DOCUMENTS) {
                JsonNode document = idp.caller().get(base + path).expect(200).json();
                List<JsonNode> all = new ArrayList<>(List.of(document));
                document.path("Resources").forEach(all::add);
                if (document.has("Resources")) {
                    all.removeFirst();
                }
                for (JsonNode one : all) {
                    String location = one.at("/meta/location").asText();
                    assertThat(location).startsWith(root.resolve(base + "/").toString());
                    assertThat(idp.caller()
                                    .get(URI.create(location).getPath())
                                    .expect(200)
                                    .json())
                            .isEqualTo(one);
                }
            }
        }
    }

    @Test
    @Requirement("CFG-08")
    void aFilterIsRefused() {
        for (String path : DOCUMENTS) {
            idp.get(path + "?filter=" + IdentityProvider.encoded("name eq \"User\""))
                    .expectScimError(403);
            idp.get(path + "?count=1&filter=").expectScimError(403);
        }
    }

    @Test
    @Requirement("CFG-07")
    void sortingAndPagingAreIgnored() {
        for (String path : DOCUMENTS) {
            JsonNode plain = idp.get(path).expect(200).json();
            for (String query : List.of(
                    "startIndex=7&count=0",
                    "count=1&sortBy=name&sortOrder=descending",
                    "startIndex=x&count=y&sortBy=nonsense&sortOrder=sideways",
                    "cursor=nonsense",
                    "unknown=1")) {
                assertThat(idp.get(path + "?" + query).expect(200).json())
                        .as(path + "?" + query)
                        .isEqualTo(plain);
            }
        }
    }

    @Test
    @Requirement({"CFG-13", "FMT-05"})
    void theyAreOnlyRead() {
        for (String path : DOCUMENTS) {
            for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
                Answer answer = idp.caller().send(method, "/scim_v2" + path, method.equals("DELETE") ? null : "{}");
                answer.expectScimError(405);
                assertThat(answer.header("allow")).as(method + " " + path).isEqualTo("GET");
            }
        }
    }
}
