package au.com.visibuild.scim.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A runbook for each alert, all of one form, whose queries work. */
class RunbooksTest {

    @Test
    void eachAlertHasOneAndThereIsNoOther() {
        assertThat(Runbooks.names())
                .containsExactlyInAnyOrderElementsOf(PromQl.alerts()
                        .map(alert -> alert.path("alert").asText())
                        .toList());
    }

    @Test
    void allAreOfOneForm() {
        for (String name : Runbooks.names()) {
            assertThat(Runbooks.text(name).lines().filter(line -> line.startsWith("#")))
                    .as(name)
                    .containsExactly(
                            "# " + name, "## Meaning", "## Impact", "## Diagnosis", "## Mitigation", "## Who to tell");
            assertThat(Runbooks.matches(name)).as(name).hasSize(3);
            assertThat(Stream.of(Runbooks.text(name).split("\n## [A-Z].*\n")))
                    .as(name)
                    .noneMatch(String::isBlank);
        }
    }

    @Test
    void prometheusUnderstandsTheirExpressions() {
        List<String> expressions = PromQl.ofRunbooks();
        Tool.Output output = PromQl.check(expressions);

        assertThat(expressions).hasSizeGreaterThan(10);
        assertThat(output.status()).as(output.text()).isZero();
    }

    @Test
    void theDatabaseUnderstandsTheirStatements() throws SQLException {
        String database = TestPostgres.newDatabase();
        TestPostgres.migrate(database);
        List<String> statements = Runbooks.blocks("sql")
                .map(sql -> sql.replace(":'company'", "'00000000-0000-0000-0000-000000000000'"))
                .toList();

        assertThat(statements).hasSizeGreaterThan(5);
        try (Connection connection = TestPostgres.connect(database);
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
