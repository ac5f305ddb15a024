package au.com.visibuild.scim.settings;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.CompanyRows;
import au.com.visibuild.scim.fixture.OwnCompany;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.fixture.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two admins replace the same token at the same moment: one does, the other learns who did. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RegenerateRaceTest {

    private static final int ROUNDS = 200;

    @TestHTTPResource
    URI root;

    @Test
    void exactlyOneWinsAndTheOtherSeesTheTruth() {
        OwnCompany company = OwnCompany.at(root);
        String token = company.token();

        for (int round = 0; round < ROUNDS; round++) {
            // given: the replacements before were long ago
            CompanyRows.update(
                    "UPDATE scim_token SET ended_at = ended_at - interval '1 hour' WHERE company_id = ?"
                            + " AND ended_at > now() - interval '1 hour'",
                    company.id());
            String replaces = "{\"replaces\": \"" + token.substring(7, 15) + "\"}";

            // when
            var both = Stream.generate(() -> company.admin("POST", "/scim/regenerate", replaces))
                    .limit(2)
                    .map(call -> call.begin())
                    .toList();
            List<Answer> answers = both.stream().map(answer -> answer.join()).toList();

            // then
            assertThat(answers).extracting(Answer::status).as("round %d", round).containsExactlyInAnyOrder(201, 409);
            Answer winner = answers.get(answers.getFirst().status() == 201 ? 0 : 1);
            Answer loser = answers.get(answers.getFirst().status() == 201 ? 1 : 0);
            String state = company.admin("GET", "/scim", null)
                    .send()
                    .expect(200)
                    .json()
                    .path("token")
                    .toString();
            assertThat(loser.expectProblem(409).text("detail"))
                    .matches(
                            "The token was replaced by admin-\\S+ at \\d+ \\w{3} 20\\d\\d, [0-9:]{8} UTC\\. Look at the new state\\.");
            assertThat(state).contains("\"keyId\":\"" + winner.text("keyId") + "\"");
            token = winner.text("token");
        }

        assertThat(Rows.count(
                        "SELECT count(*) FROM scim_token WHERE company_id = ? AND ended_at IS NULL", company.id()))
                .isEqualTo(1);
        assertThat(Rows.count("SELECT count(*) FROM scim_token WHERE company_id = ?", company.id()))
                .isEqualTo(ROUNDS + 1);
    }
}
