package au.com.visibuild.scim.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.OwnCompany;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.fixture.Rows;
import au.com.visibuild.scim.requirement.Requirement;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Identity providers repeat themselves, sometimes at once. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ParallelCreatesTest {

    private static final int CREATES = 20;

    @TestHTTPResource
    URI root;

    @ParameterizedTest
    @ValueSource(strings = {"kim-%s@own.example", "no-address-%s"})
    @Requirement({"AT-26", "CR-09", "ERR-03", "US-01"})
    void ofTwentyParallelCreatesOfOneUserNameOneIsMadeAndNineteenAreRefused(String pattern) {
        OwnCompany company = OwnCompany.at(root);
        company.token();
        String userName = pattern.formatted(OwnCompany.unique());

        List<CompletableFuture<Answer>> begun = IntStream.range(0, CREATES)
                .mapToObj(i -> i % 2 == 0 ? userName : userName.toUpperCase(Locale.ROOT))
                .map(name -> company.scim("POST", "/Users", new OwnCompany.Person(company.id(), name).body(true))
                        .begin())
                .toList();
        List<Answer> answers = begun.stream().map(CompletableFuture::join).toList();

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .hasSize(CREATES - 1)
                .allSatisfy(answer -> assertThat(answer.text("scimType")).isEqualTo("uniqueness"));
        assertThat(Rows.count(
                        "SELECT count(*) FROM users WHERE company_id = ? AND lower(user_name) = lower(?)",
                        company.id(),
                        userName))
                .isEqualTo(1);
        assertThat(Rows.count(
                        "SELECT count(*) FROM provisioning_log WHERE company_id = ? AND outcome = 'REFUSED' AND status = 409",
                        company.id()))
                .isEqualTo(CREATES - 1L);
    }
}
