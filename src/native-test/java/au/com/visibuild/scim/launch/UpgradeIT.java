package au.com.visibuild.scim.launch;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Artefact;
import au.com.visibuild.scim.fixture.Instance;
import au.com.visibuild.scim.fixture.ProductionCompany;
import au.com.visibuild.scim.fixture.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A new release of the packaged service starts on the database of an earlier one. */
class UpgradeIT {

    private static final Path MIGRATIONS = Path.of("src", "main", "resources", "db", "migration");
    private static final String EARLIER = "9";
    private static final UUID COMPANY = UUID.randomUUID();
    private static final UUID PERSON = UUID.randomUUID();

    @Test
    void whatAnEarlierVersionStoredIsThereAfterTheMigration() throws SQLException, IOException {
        String database = TestPostgres.newDatabase();
        TestPostgres.migrate(database, EARLIER);
        assertThat(applied(database)).doesNotContainAnyElementsOf(List.of("10", "11"));
        storeAPerson(database);

        try (Instance instance = Artefact.production(database).start()) {
            String person = ProductionCompany.staff(instance.awaitReady())
                    .get("/login-emails/ana@earlier.example")
                    .expect(200)
                    .text("userId");
            assertThat(person).isEqualTo(PERSON.toString());
        }

        assertThat(applied(database)).containsExactlyInAnyOrderElementsOf(ours());
    }

    private static void storeAPerson(String database) throws SQLException {
        try (Connection connection = TestPostgres.connect(database);
                var company = connection.prepareStatement(
                        "INSERT INTO company (id, name, created_at) VALUES (?, 'Earlier', now())");
                var person = connection.prepareStatement("""
                        INSERT INTO users (id, company_id, user_name, user_name_key, login_email, active, version,
                                           document, search, search_terms, created_at, modified_at)
                        VALUES (?, ?, 'ana@earlier.example', 'ana@earlier.example', 'ana@earlier.example', true, 1,
                                '{"userName":"ana@earlier.example","active":true}', '{}', '{}', now(), now())""")) {
            company.setObject(1, COMPANY);
            company.execute();
            person.setObject(1, PERSON);
            person.setObject(2, COMPANY);
            person.execute();
        }
    }

    private static List<String> applied(String database) throws SQLException {
        List<String> versions = new ArrayList<>();
        try (Connection connection = TestPostgres.connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT version FROM flyway_schema_history WHERE success AND version IS NOT NULL")) {
            while (rows.next()) {
                versions.add(rows.getString(1));
            }
        }
        return versions;
    }

    private static List<String> ours() throws IOException {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            return files.map(file -> file.getFileName().toString())
                    .map(name -> name.substring(1, name.indexOf("__")))
                    .toList();
        }
    }
}
