package au.com.visibuild.scim.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.OwnCompany;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.requirement.Requirement;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** When a userName or an externalId is somebody's already, by each way of writing. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class TakenNamesTest {

    @TestHTTPResource
    URI root;

    /** Spellings of one name: in capitals, in wide letters, and with its accent as a letter of its own. */
    static Stream<Arguments> spellings() {
        return Stream.of(
                Arguments.of("jörg-%s", "JÖRG-%S"),
                Arguments.of("jorg-%s", "ｊｏｒｇ-%s"),
                Arguments.of("jörg-%s", "jo\u0308rg-%s"));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    @Requirement({"AT-26", "CR-09", "ERR-03", "I18N-01", "PATCH-14", "PUT-11", "US-01"})
    void aUserNameIsTakenInEverySpelling(String one, String other) {
        OwnCompany company = OwnCompany.at(root);
        String unique = OwnCompany.unique();
        company.scim("POST", "/Users", named(one.formatted(unique))).send().expect(201);
        String somebody = company.scim("POST", "/Users", named("somebody-" + unique))
                .send()
                .expect(201)
                .text("id");
        String taken = other.formatted(unique);

        refused(company.scim("POST", "/Users", named(taken)).send());
        refused(company.scim("PUT", "/Users/" + somebody, named(taken)).send());
        refused(company.scim(
                        "PATCH",
                        "/Users/" + somebody,
                        "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":["
                                + "{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"" + taken + "\"}]}")
                .send());
    }

    @Test
    @Requirement({"CM-10", "TEN-02"})
    void anExternalIdIsTakenExactlyAndInItsOwnCompanyOnly() {
        OwnCompany company = OwnCompany.at(root);
        String unique = OwnCompany.unique();
        company.scim("POST", "/Users", known("one-" + unique, "Id-" + unique))
                .send()
                .expect(201);

        refused(company.scim("POST", "/Users", known("two-" + unique, "Id-" + unique))
                .send());
        company.scim("POST", "/Users", known("two-" + unique, "ID-" + unique))
                .send()
                .expect(201);
        Answer elsewhere = OwnCompany.at(root)
                .scim("POST", "/Users", known("one-" + unique, "Id-" + unique))
                .send()
                .expect(201);
        assertThat(elsewhere.text("externalId")).isEqualTo("Id-" + unique);
    }

    private static void refused(Answer answer) {
        answer.expectScimError(409);
        assertThat(answer.text("scimType")).isEqualTo("uniqueness");
    }

    private static String named(String userName) {
        return "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"" + userName + "\"}";
    }

    private static String known(String userName, String externalId) {
        return named(userName).replace("}", ",\"externalId\":\"" + externalId + "\"}");
    }
}
