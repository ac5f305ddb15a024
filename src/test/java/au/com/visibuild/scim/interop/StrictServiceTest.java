package au.com.visibuild.scim.interop;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.demo.DemoCompany;
import au.com.visibuild.scim.fixture.Metrics;
import au.com.visibuild.scim.fixture.OwnCompany;
import au.com.visibuild.scim.fixture.OwnCompany.Person;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.protocol.interop.Tolerance;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With every tolerance switched off the service is the RFC's: its clients notice nothing, the others get its errors. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestProfile(StrictServiceTest.NoTolerances.class)
class StrictServiceTest {

    @TestHTTPResource
    URI root;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    /** A service whose settings name every tolerance that can be taken away. */
    public static final class NoTolerances implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "visibuild.provisioning.tolerances-off",
                    Arrays.stream(Tolerance.values())
                            .filter(tolerance -> tolerance.kind() == Tolerance.Kind.REPAIR)
                            .map(Tolerance::name)
                            .collect(Collectors.joining(",")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"generic-rfc", "cursor-pagination", "okta-lifecycle", "okta-put-deactivate"})
    void clientsThatKeepToTheRfcNeedNoTolerance(String conversation) throws IOException {
        new Conversation(root.resolve("/scim_v2").toString(), DemoCompany.SCIM_TOKEN, UnaryOperator.identity())
                .play(Conversation.recorded(conversation));
    }

    @Test
    void theOthersGetTheErrorsOfTheRfc() {
        OwnCompany company = OwnCompany.at(root);
        Person person = company.person();

        assertPatchRefused(
                company, person, "{\"op\": \"Replace\", \"path\": \"active\", \"value\": false}", "invalidSyntax");
        assertPatchRefused(
                company, person, "{\"op\": \"replace\", \"path\": \"active\", \"value\": \"False\"}", "invalidValue");
        assertPatchRefused(
                company,
                person,
                "{\"op\": \"replace\", \"path\": \"emails[type eq \\\"home\\\"].value\", \"value\": \"x@own.example\"}",
                "noTarget");
        assertPatchRefused(
                company, person, "{\"op\": \"replace\", \"path\": \"department\", \"value\": \"D\"}", "invalidPath");
        assertRefused(company, "GET", "/Users?filter=externalId+eq+jyoung", null, "invalidFilter");
        assertRefused(company, "GET", "/Users?filter=employeeNumber+eq+%221%22", null, "invalidFilter");
        assertRefused(company, "GET", "/Users?sortBy=department", null, "invalidValue");
        assertRefused(company, "POST", "/Users", "{\"userName\": \"x\"}", "invalidSyntax");
        assertThat(Metrics.at(metrics).tolerances().values()).isNotEmpty().containsOnly(0.0);
    }

    private static void assertPatchRefused(OwnCompany company, Person person, String operation, String scimType) {
        assertThat(company.patch(person, operation).send().expectScimError(400).text("scimType"))
                .isEqualTo(scimType);
    }

    private static void assertRefused(
            OwnCompany company, String method, String path, @Nullable String body, String scimType) {
        assertThat(company.scim(method, path, body).send().expectScimError(400).text("scimType"))
                .isEqualTo(scimType);
    }
}
