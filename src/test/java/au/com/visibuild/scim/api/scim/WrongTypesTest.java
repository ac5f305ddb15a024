package au.com.visibuild.scim.api.scim;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.Caller;
import au.com.visibuild.scim.fixture.CompanyRows;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.fixture.Tenant;
import au.com.visibuild.scim.protocol.schema.AttributeDefinition;
import au.com.visibuild.scim.protocol.schema.CoreSchemas;
import au.com.visibuild.scim.protocol.schema.Mutability;
import au.com.visibuild.scim.protocol.schema.Schema;
import au.com.visibuild.scim.requirement.Requirement;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A value of a wrong type for each attribute that the User schemas define, by each way of writing. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class WrongTypesTest {

    private static final String PATCH =
            "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[";

    @TestHTTPResource
    URI root;

    private Tenant tenant;
    private Caller scim;
    private String person;

    @BeforeEach
    void aCompanyWithAPerson() {
        tenant = Tenant.make(root);
        scim = tenant.anyone().bearer(tenant.enable());
        person = "/scim_v2/Users/" + tenant.person("pat");
    }

    /** An attribute by its name, its path, and the members of a User that give it a wrong value. */
    private record Wrong(String name, String path, String members) {
        /** The attribute's own name, without schema and sub-attribute. */
        String attribute() {
            String last = path.substring(path.lastIndexOf(':') + 1);
            return last.contains(".") ? last.substring(0, last.indexOf('.')) : last;
        }
    }

    @Test
    @Requirement({"AT-05", "AT-06", "AT-09", "PATCH-07", "PATCH-14"})
    void eachIsRefusedByNameAndNothingIsStored() {
        // given
        List<Wrong> all = new ArrayList<>();
        CoreSchemas.USER.attributes().forEach(attribute -> all.addAll(wrong(CoreSchemas.USER, attribute)));
        CoreSchemas.ENTERPRISE_USER
                .attributes()
                .forEach(attribute -> all.addAll(wrong(CoreSchemas.ENTERPRISE_USER, attribute)));
        Map<String, List<String>> before = CompanyRows.withoutLogOf(tenant.id());
        assertThat(all).hasSizeGreaterThan(60);

        // when
        for (Wrong one : all) {
            String schemas =
                    "{\"schemas\":[\"" + CoreSchemas.USER.id() + "\",\"" + CoreSchemas.ENTERPRISE_USER.id() + "\"],";
            String userName = one.name().equals("userName") ? "" : "\"userName\":\"u\",";
            String body = schemas + userName + one.members() + "}";
            refused(one, scim.post("/scim_v2/Users", body));
            refused(one, scim.put(person, body));
            refused(one, scim.patch(person, PATCH + "{\"op\":\"add\",\"value\":{" + one.members() + "}}]}"));
            refused(
                    one,
                    scim.patch(
                            person,
                            PATCH + "{\"op\":\"replace\",\"path\":\"" + one.path() + "\",\"value\":" + wrongValue(one)
                                    + "}]}"));
        }

        // then
        assertThat(CompanyRows.withoutLogOf(tenant.id())).isEqualTo(before);
    }

    private static String wrongValue(Wrong one) {
        return one.path().endsWith("manager") ? "42" : "[[42]]";
    }

    private static void refused(Wrong one, Answer answer) {
        assertThat(answer.status()).as("%s: %s", one, answer).isEqualTo(400);
        answer.expectScimError(400);
        assertThat(answer.json().path("detail").asText()).as("%s", one).containsIgnoringCase(one.attribute());
    }

    private static List<Wrong> wrong(Schema schema, AttributeDefinition attribute) {
        boolean core = schema.equals(CoreSchemas.USER);
        List<Wrong> all = new ArrayList<>();
        String prefix = core ? "" : schema.id() + ":";
        if (attribute.mutability() != Mutability.READ_ONLY) {
            all.add(new Wrong(
                    attribute.name(),
                    prefix + attribute.name(),
                    within(schema, "\"" + attribute.name() + "\":[[42]]")));
            for (AttributeDefinition sub : attribute.subAttributes()) {
                if (sub.mutability() != Mutability.READ_ONLY) {
                    String value = "{\"" + sub.name() + "\":[[42]]}";
                    all.add(new Wrong(
                            sub.name(),
                            prefix + attribute.name() + "." + sub.name(),
                            within(
                                    schema,
                                    "\"" + attribute.name() + "\":"
                                            + (attribute.multiValued() ? "[" + value + "]" : value))));
                }
            }
        }
        return all;
    }

    private static String within(Schema schema, String member) {
        return schema.equals(CoreSchemas.USER) ? member : "\"" + schema.id() + "\":{" + member + "}";
    }
}
