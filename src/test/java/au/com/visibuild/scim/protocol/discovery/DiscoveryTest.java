package au.com.visibuild.scim.protocol.discovery;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.visibuild.scim.platform.AttributeJson;
import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.bulk.BulkRequest;
import au.com.visibuild.scim.protocol.bulk.BulkResult;
import au.com.visibuild.scim.protocol.error.ScimError;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.patch.PatchRequest;
import au.com.visibuild.scim.protocol.query.ListResponse;
import au.com.visibuild.scim.protocol.query.SearchRequest;
import au.com.visibuild.scim.protocol.schema.AttributeDefinition;
import au.com.visibuild.scim.protocol.schema.CoreSchemas;
import au.com.visibuild.scim.protocol.schema.Schema;
import au.com.visibuild.scim.requirement.Requirement;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscoveryTest {

    private static final String BASE = "https://scim.example/scim_v2";
    private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";

    private final ServiceProviderConfig config = new ServiceProviderConfig(
            null,
            true,
            new ServiceProviderConfig.Bulk(false, 1000, 1_048_576),
            new ServiceProviderConfig.Filter(true, 200),
            false,
            true,
            true,
            new ServiceProviderConfig.Pagination(true, true, 100, 200, 3600));

    @Test
    @Requirement({"CFG-01", "CFG-02", "CFG-03", "CUR-14"})
    void theConfigurationSaysEverythingClientsLookForEvenOfWhatIsOff() {
        assertThat(AttributeJson.write(config.document(BASE + "/")))
                .isEqualTo("{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig\"],"
                        + "\"patch\":{\"supported\":true},"
                        + "\"bulk\":{\"supported\":false,\"maxOperations\":1000,\"maxPayloadSize\":1048576},"
                        + "\"filter\":{\"supported\":true,\"maxResults\":200},"
                        + "\"changePassword\":{\"supported\":false},\"sort\":{\"supported\":true},"
                        + "\"etag\":{\"supported\":true},"
                        + "\"pagination\":{\"cursor\":true,\"index\":true,\"defaultPaginationMethod\":\"index\","
                        + "\"defaultPageSize\":100,\"maxPageSize\":200,\"cursorTimeout\":3600},"
                        + "\"authenticationSchemes\":[{\"type\":\"oauthbearertoken\",\"name\":\"OAuth Bearer Token\","
                        + "\"description\":\"Send the company's SCIM token in the Authorization header as a bearer"
                        + " token.\",\"specUri\":\"https://www.rfc-editor.org/info/rfc6750\",\"primary\":true}],"
                        + "\"meta\":{\"resourceType\":\"ServiceProviderConfig\","
                        + "\"location\":\"https://scim.example/scim_v2/ServiceProviderConfig\"}}");
    }

    @Test
    @Requirement({"BULK-01", "CFG-02", "CUR-14", "SO-01"})
    void theConfigurationFollowsItsSettings() {
        ServiceProviderConfig other = new ServiceProviderConfig(
                "https://manual.example",
                false,
                new ServiceProviderConfig.Bulk(true, 5, 6),
                new ServiceProviderConfig.Filter(false, 7),
                true,
                false,
                false,
                new ServiceProviderConfig.Pagination(true, false, 8, 9, null));

        assertThat(AttributeJson.write(other.document(BASE)))
                .contains("\"documentationUri\":\"https://manual.example\",\"patch\":{\"supported\":false}")
                .contains("\"bulk\":{\"supported\":true,\"maxOperations\":5,\"maxPayloadSize\":6}")
                .contains("\"filter\":{\"supported\":false,\"maxResults\":7}")
                .contains("\"changePassword\":{\"supported\":true},\"sort\":{\"supported\":false}")
                .contains("\"etag\":{\"supported\":false}")
                .contains("\"pagination\":{\"cursor\":true,\"index\":false,\"defaultPaginationMethod\":\"cursor\","
                        + "\"defaultPageSize\":8,\"maxPageSize\":9}");
    }

    @Test
    void theConfigurationHasNoMemberThatItsSchemaLacks() {
        ComplexValue document = config.document(BASE);

        assertThat(document.members())
                .extracting(ComplexValue.Member::name)
                .filteredOn(name -> CoreSchemas.SERVICE_PROVIDER_CONFIG.attribute(name) == null)
                .containsExactly("schemas", "meta");
        for (ComplexValue.Member member : document.members()) {
            AttributeDefinition attribute = CoreSchemas.SERVICE_PROVIDER_CONFIG.attribute(member.name());
            if (attribute != null && member.value() instanceof Complex(var object)) {
                assertThat(object.members()).allMatch(sub -> attribute.subAttribute(sub.name()) != null);
            }
        }
    }

    @Test
    @Requirement({"CFG-05", "CFG-09"})
    void userIsTheOnlyResourceType() {
        assertThat(AttributeJson.write(ResourceTypes.list(BASE)))
                .isEqualTo("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:ListResponse\"],"
                        + "\"totalResults\":1,\"itemsPerPage\":1,\"startIndex\":1,\"Resources\":["
                        + AttributeJson.write(ResourceTypes.find("User", BASE)) + "]}");
        assertThat(AttributeJson.write(ResourceTypes.find("User", BASE)))
                .isEqualTo("{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:ResourceType\"],\"id\":\"User\","
                        + "\"name\":\"User\",\"description\":\"A person who may use the service.\","
                        + "\"endpoint\":\"/Users\",\"schema\":\"" + USER + "\",\"schemaExtensions\":[{\"schema\":"
                        + "\"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User\",\"required\":false}],"
                        + "\"meta\":{\"resourceType\":\"ResourceType\","
                        + "\"location\":\"https://scim.example/scim_v2/ResourceTypes/User\"}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Group", "user", "", "../Users"})
    @Requirement("CFG-06")
    void anUnknownResourceTypeIsNotFound(String name) {
        assertThatThrownBy(() -> ResourceTypes.find(name, BASE))
                .asInstanceOf(InstanceOfAssertFactories.type(ScimException.class))
                .satisfies(thrown -> assertThat(thrown.error().status()).isEqualTo(404));
    }

    @Test
    @Requirement({"BASE-03", "CFG-05", "CFG-06", "CFG-12"})
    void everySchemaIsListedAndFoundByItsUrnInAnyCase() {
        ComplexValue list = Schemas.list(BASE);

        assertThat(elements(list, "Resources"))
                .extracting(schema -> schema.text("id"))
                .containsExactly(
                        USER,
                        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
                        "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig",
                        "urn:ietf:params:scim:schemas:core:2.0:ResourceType",
                        "urn:ietf:params:scim:schemas:core:2.0:Schema");
        for (ComplexValue schema : elements(list, "Resources")) {
            String urn = requireNonNull(schema.text("id"));
            assertThat(Schemas.find(urn.toUpperCase(Locale.ROOT), BASE)).isEqualTo(schema);
            assertThat(AttributeJson.write(schema)).endsWith("\"location\":\"" + BASE + "/Schemas/" + urn + "\"}}");
        }
        assertThatThrownBy(() -> Schemas.find("urn:ietf:params:scim:schemas:core:2.0:Group", BASE))
                .asInstanceOf(InstanceOfAssertFactories.type(ScimException.class))
                .satisfies(thrown -> assertThat(thrown.error().status()).isEqualTo(404));
    }

    @Test
    @Requirement({"BASE-02", "BASE-03"})
    void messagesHaveUrnsOfTheApiAndAreNoSchemas() {
        List<String> messages = List.of(
                PatchRequest.SCHEMA,
                BulkRequest.SCHEMA,
                BulkResult.RESPONSE_SCHEMA,
                SearchRequest.SCHEMA,
                ListResponse.SCHEMA,
                ScimError.SCHEMA);

        assertThat(messages)
                .doesNotHaveDuplicates()
                .allMatch(urn -> urn.startsWith("urn:ietf:params:scim:api:messages:2.0:"));
        assertThat(CoreSchemas.ALL).extracting(Schema::id).doesNotContainAnyElementsOf(messages);
    }

    @Test
    @Requirement("CFG-11")
    void anAttributeIsDescribedWithAllItsCharacteristics() {
        List<ComplexValue> attributes = elements(Schemas.find(USER, BASE), "attributes");

        assertThat(AttributeJson.write(attributes.getFirst()))
                .isEqualTo("{\"name\":\"userName\",\"type\":\"string\",\"multiValued\":false,"
                        + "\"description\":\"The name the identity provider knows the person by. Unique.\","
                        + "\"required\":true,\"caseExact\":false,\"mutability\":\"readWrite\","
                        + "\"returned\":\"default\",\"uniqueness\":\"server\"}");
        ComplexValue emails = attributes.get(12);
        assertThat(emails.text("name")).isEqualTo("emails");
        assertThat(AttributeJson.write(elements(emails, "subAttributes").get(2)))
                .contains("\"canonicalValues\":[\"work\",\"home\",\"other\"]");
        assertThat(AttributeJson.write(attributes.get(4))).contains("\"referenceTypes\":[\"external\"]");
    }

    @Test
    @Requirement("CFG-11")
    void documentsAndDefinitionsHaveTheSameAttributes() {
        for (Schema schema : CoreSchemas.ALL) {
            sameNames(schema.attributes(), elements(Schemas.find(schema.id(), BASE), "attributes"));
        }
    }

    @Test
    void theSchemaOfSchemasKnowsEveryMemberOfAnAttributesDocument() {
        AttributeDefinition attributes = requireNonNull(CoreSchemas.SCHEMA.attribute("attributes"));

        for (ComplexValue document : elements(Schemas.find(USER, BASE), "attributes")) {
            assertThat(document.members()).allMatch(member -> attributes.subAttribute(member.name()) != null);
        }
    }

    private static void sameNames(List<AttributeDefinition> definitions, List<ComplexValue> documents) {
        assertThat(documents)
                .extracting(document -> document.text("name"))
                .containsExactlyElementsOf(
                        definitions.stream().map(AttributeDefinition::name).toList());
        for (int i = 0; i < documents.size(); i++) {
            if (definitions.get(i).isComplex()) {
                sameNames(definitions.get(i).subAttributes(), elements(documents.get(i), "subAttributes"));
            }
        }
    }

    private static List<ComplexValue> elements(ComplexValue document, String name) {
        AttributeValue value = document.get(name);
        assertThat(value).as(name).isInstanceOf(Multi.class);
        return ((Multi) requireNonNull(value))
                .elements().stream().map(element -> ((Complex) element).value()).toList();
    }
}
