package au.com.visibuild.scim.protocol.schema;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.protocol.attribute.AttributePath;
import au.com.visibuild.scim.requirement.Requirement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The characteristics of RFC 7643 §8.7.1. */
class CoreSchemasTest {

    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    @Test
    @Requirement("EN-01")
    void theUserSchemaHasTheAttributesOfTheRfcInItsOrder() {
        assertThat(CoreSchemas.USER.attributes())
                .extracting(AttributeDefinition::name)
                .containsExactly(
                        "userName",
                        "name",
                        "displayName",
                        "nickName",
                        "profileUrl",
                        "title",
                        "userType",
                        "preferredLanguage",
                        "locale",
                        "timezone",
                        "active",
                        "password",
                        "emails",
                        "phoneNumbers",
                        "ims",
                        "photos",
                        "addresses",
                        "groups",
                        "entitlements",
                        "roles",
                        "x509Certificates");
        assertThat(CoreSchemas.ENTERPRISE_USER.attributes())
                .extracting(AttributeDefinition::name)
                .containsExactly("employeeNumber", "costCenter", "organization", "division", "department", "manager");
    }

    @Test
    @Requirement({"AT-15", "EN-01", "US-17"})
    void complexAttributesHaveTheSubAttributesOfTheRfc() {
        assertThat(subNames("name"))
                .containsExactly(
                        "formatted", "familyName", "givenName", "middleName", "honorificPrefix", "honorificSuffix");
        assertThat(subNames("addresses"))
                .containsExactly(
                        "formatted", "streetAddress", "locality", "region", "postalCode", "country", "type", "primary");
        assertThat(subNames("groups")).containsExactly("value", "$ref", "display", "type");
        assertThat(subNames(ENTERPRISE + ":manager")).containsExactly("value", "$ref", "displayName");
        for (String plural :
                List.of("emails", "phoneNumbers", "ims", "photos", "entitlements", "roles", "x509Certificates")) {
            assertThat(subNames(plural)).as(plural).containsExactly("value", "display", "type", "primary");
        }
    }

    @Test
    @Requirement("US-01")
    void onlyUserNameIsRequiredAndUnique() {
        AttributeDefinition userName = at("userName");

        assertThat(userName.required()).isTrue();
        assertThat(userName.caseExact()).isFalse();
        assertThat(userName.uniqueness()).isEqualTo(Uniqueness.SERVER);
        assertThat(everyResourceAttribute())
                .filteredOn(attribute -> attribute.required() || attribute.uniqueness() != Uniqueness.NONE)
                .containsExactly(userName);
    }

    @Test
    @Requirement("US-07")
    void passwordIsWriteOnlyAndNeverReturned() {
        assertThat(at("password").mutability()).isEqualTo(Mutability.WRITE_ONLY);
        assertThat(at("password").returned()).isEqualTo(Returned.NEVER);
        assertThat(everyResourceAttribute())
                .filteredOn(attribute -> attribute.returned() != Returned.DEFAULT)
                .containsExactly(at("password"));
    }

    @Test
    @Requirement({"EN-02", "US-15"})
    void groupsAndTheManagersNameAreReadOnlyAndNothingElse() {
        assertThat(everyResourceAttribute())
                .filteredOn(attribute -> attribute.mutability() == Mutability.READ_ONLY)
                .containsExactly(
                        at("groups"),
                        at("groups.value"),
                        at("groups.$ref"),
                        at("groups.display"),
                        at("groups.type"),
                        at(ENTERPRISE + ":manager.displayName"));
    }

    @Test
    void typesAreThoseOfTheRfc() {
        assertThat(at("active").type()).isEqualTo(AttributeType.BOOLEAN);
        assertThat(at("x509Certificates.value").type()).isEqualTo(AttributeType.BINARY);
        assertThat(at("photos.value").type()).isEqualTo(AttributeType.REFERENCE);
        assertThat(at("profileUrl").referenceTypes()).containsExactly("external");
        assertThat(at("groups.$ref").referenceTypes()).containsExactly("User", "Group");
        assertThat(at(ENTERPRISE + ":manager.$ref").referenceTypes()).containsExactly("User");
        assertThat(at("emails.primary").type()).isEqualTo(AttributeType.BOOLEAN);
        assertThat(at("meta.created").type()).isEqualTo(AttributeType.DATE_TIME);
    }

    @Test
    void canonicalTypesAreThoseOfTheRfc() {
        assertThat(at("emails.type").canonicalValues()).containsExactly("work", "home", "other");
        assertThat(at("phoneNumbers.type").canonicalValues())
                .containsExactly("work", "home", "mobile", "fax", "pager", "other");
        assertThat(at("ims.type").canonicalValues())
                .containsExactly("aim", "gtalk", "icq", "xmpp", "msn", "skype", "qq", "yahoo");
        assertThat(at("photos.type").canonicalValues()).containsExactly("photo", "thumbnail");
        assertThat(at("groups.type").canonicalValues()).containsExactly("direct", "indirect");
    }

    @Test
    @Requirement({"AT-20", "CM-08"})
    void binariesReferencesAndIdentifiersAreComparedWithCase() {
        assertThat(everyResourceAttribute())
                .filteredOn(AttributeDefinition::caseExact)
                .allMatch(attribute ->
                        attribute.type() == AttributeType.BINARY || attribute.type() == AttributeType.REFERENCE)
                .hasSize(5);
        assertThat(at("id").caseExact()).isTrue();
        assertThat(at("externalId").caseExact()).isTrue();
    }

    @Test
    void everySchemaDefinesEachNameOnceAndDescribesIt() {
        for (Schema schema : CoreSchemas.ALL) {
            eachNameOnce(schema.id(), schema.attributes());
        }
    }

    @Test
    @Requirement("AT-13")
    void onlyAComplexAttributeHasPartsAndTheyAreSimple() {
        for (Schema schema : List.of(CoreSchemas.USER, CoreSchemas.ENTERPRISE_USER)) {
            assertThat(schema.attributes()).allSatisfy(attribute -> {
                assertThat(attribute.subAttributes().isEmpty()).isNotEqualTo(attribute.isComplex());
                assertThat(attribute.subAttributes()).noneMatch(AttributeDefinition::isComplex);
            });
        }
    }

    /** Of display, RFC 7643 §2.4 says that it is immutable, and §8.7.1 that it is readWrite: the schema itself wins. */
    @Test
    @Requirement("AT-15")
    void typeAndPrimaryAndDisplayAreTheSameInEveryList() {
        assertThat(everyResourceAttribute())
                .filteredOn(attribute ->
                        attribute.multiValued() && !attribute.name().equals("groups"))
                .hasSize(8)
                .allSatisfy(attribute -> {
                    assertThat(attribute.subAttribute("primary"))
                            .isNotNull()
                            .extracting(AttributeDefinition::type)
                            .isEqualTo(AttributeType.BOOLEAN);
                    assertThat(attribute.subAttribute("type"))
                            .isNotNull()
                            .extracting(AttributeDefinition::type)
                            .isEqualTo(AttributeType.STRING);
                });
        assertThat(everyResourceAttribute())
                .filteredOn(attribute -> attribute.name().equals("$ref"))
                .hasSize(2)
                .allMatch(attribute -> attribute.type() == AttributeType.REFERENCE);
        assertThat(everyResourceAttribute())
                .filteredOn(attribute -> attribute.name().equals("display"))
                .hasSize(8)
                .allMatch(attribute -> attribute.type() == AttributeType.STRING);
    }

    @Test
    @Requirement("AT-04")
    void noSchemaHasATypeOfItsOwn() {
        assertThat(AttributeType.values())
                .extracting(AttributeType::keyword)
                .containsExactlyInAnyOrder(
                        "string", "boolean", "decimal", "integer", "dateTime", "binary", "reference", "complex");
    }

    @Test
    @Requirement("AT-03")
    void whatASchemaDoesNotSayIsTheRfcsDefault() {
        AttributeDefinition silent = AttributeDefinitions.string("silent", "Says nothing about itself.");

        assertThat(silent)
                .isEqualTo(new AttributeDefinition(
                        "silent",
                        AttributeType.STRING,
                        false,
                        "Says nothing about itself.",
                        false,
                        false,
                        Mutability.READ_WRITE,
                        Returned.DEFAULT,
                        Uniqueness.NONE,
                        List.of(),
                        List.of(),
                        List.of()));
    }

    @Test
    void resourceTypesAreFoundByTheirExactName() {
        assertThat(CoreSchemas.type("User")).isSameAs(CoreSchemas.USER_TYPE);
        assertThat(CoreSchemas.type("user")).isNull();
        assertThat(CoreSchemas.type("Group")).isNull();
    }

    private static void eachNameOnce(String where, List<AttributeDefinition> attributes) {
        Set<String> names = new HashSet<>();
        for (AttributeDefinition attribute : attributes) {
            assertThat(names.add(attribute.name().toLowerCase(Locale.ROOT)))
                    .as(where + " " + attribute.name())
                    .isTrue();
            assertThat(attribute.description()).endsWith(".");
            eachNameOnce(where + "." + attribute.name(), attribute.subAttributes());
        }
    }

    private static List<AttributeDefinition> everyResourceAttribute() {
        List<AttributeDefinition> all = new ArrayList<>();
        for (Schema schema : List.of(CoreSchemas.USER, CoreSchemas.ENTERPRISE_USER)) {
            for (AttributeDefinition attribute : schema.attributes()) {
                all.add(attribute);
                all.addAll(attribute.subAttributes());
            }
        }
        return all;
    }

    private static List<String> subNames(String path) {
        return at(path).subAttributes().stream().map(AttributeDefinition::name).toList();
    }

    static AttributeDefinition at(String path) {
        return resolved(path).leaf();
    }

    static ResolvedAttribute resolved(String path) {
        int colon = path.lastIndexOf(':');
        String[] names = path.substring(colon + 1).split("\\.");
        ResolvedAttribute found = CoreSchemas.USER_TYPE.resolve(new AttributePath(
                colon < 0 ? null : path.substring(0, colon), names[0], names.length > 1 ? names[1] : null));
        assertThat(found).as(path).isNotNull();
        return found;
    }
}
