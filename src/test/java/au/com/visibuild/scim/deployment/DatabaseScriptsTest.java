package au.com.visibuild.scim.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.visibuild.scim.fixture.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What operators run against the database: the two roles, and what must be done after a restore. */
class DatabaseScriptsTest {

    private final String database = TestPostgres.newDatabase();

    @Test
    void theServicesRoleReadsAndWritesWhatTheOwnerMigratesAndChangesNoTable() throws Exception {
        String owner = "owner_" + database.substring(5, 20);
        String service = "service_" + database.substring(5, 20);
        run("CREATE ROLE " + owner + " LOGIN CREATEROLE PASSWORD 'owner'; ALTER DATABASE " + database + " OWNER TO "
                + owner + "; ALTER SCHEMA public OWNER TO " + owner);
        try (Connection connection = as(owner, "owner")) {
            execute(
                    connection,
                    script("database/roles.sql")
                            .replace(":'service_password'", "'service'")
                            .replace("scim_service", service));
        }
        Flyway.configure().dataSource(url(), owner, "owner").load().migrate();

        try (Connection connection = as(service, "service")) {
            execute(connection, "INSERT INTO company (id, name, created_at) VALUES (gen_random_uuid(), 'Acme', now())");
            execute(connection, "UPDATE company SET name = 'Acme Constructions'");
            execute(connection, "SELECT * FROM flyway_schema_history");
            assertThatThrownBy(() -> execute(connection, "CREATE TABLE mine (id uuid)"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> execute(connection, "ALTER TABLE users ADD COLUMN mine text"))
                    .hasMessageContaining("must be owner");
            assertThatThrownBy(() -> execute(connection, "DROP TABLE users")).hasMessageContaining("must be owner");
            assertThatThrownBy(() -> execute(connection, "TRUNCATE provisioning_log"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void afterARestoreNoTokenAndNoSessionIsGoodAndEachCompanyIsTold() throws Exception {
        TestPostgres.migrate(database);
        company(UUID.randomUUID(), "Acme", true);
        company(UUID.randomUUID(), "Without SCIM", false);

        run(script("restore/after-restore.sql"));
        run(script("restore/after-restore.sql"));

        assertThat(count("scim_token WHERE ended_at IS NULL")).isZero();
        assertThat(count("scim_token WHERE ended_reason = 'REGENERATED' AND ended_by = 'restore'"))
                .isEqualTo(2);
        assertThat(count("login_session WHERE revoked_at IS NULL")).isZero();
        assertThat(count("provisioning_log WHERE actor = 'restore'")).isEqualTo(1);
        assertThat(count("provisioning_log WHERE substr(id::text, 15, 1) = '7'"))
                .isEqualTo(1);
        assertThat(count("(" + script("restore/companies.sql").replaceAll("(?m)^--.*$|;", "")
                        + ") AS told WHERE name = 'Acme'"))
                .isEqualTo(1);
        assertThat(count("(" + script("restore/companies.sql").replaceAll("(?m)^--.*$|;", "") + ") AS told"))
                .isEqualTo(1);
    }

    /** With a person who is signed in and a live token. */
    private void company(UUID id, String name, boolean enabled) throws SQLException {
        UUID user = UUID.randomUUID();
        String key = id.toString().replace("-", "").substring(0, 8);
        run("""
                INSERT INTO company (id, name, scim_feature, created_at) VALUES ('%1$s', '%2$s', true, now());
                INSERT INTO scim_settings VALUES ('%1$s', %3$s, now(), 'admin');
                INSERT INTO scim_token (id, company_id, key_id, digest, issued_at, issued_by, expires_at)
                VALUES (gen_random_uuid(), '%1$s', '%4$s', sha256('%4$s'), now(), 'admin', now() + interval '1 year');
                INSERT INTO users (id, company_id, user_name, user_name_key, active, version, document, search,
                  search_terms, created_at, modified_at)
                VALUES ('%5$s', '%1$s', 'ana', 'ana', true, 1, '{"active":true}', '{}', '{}', now(), now());
                INSERT INTO login_session (id, company_id, user_id, platform, opened_at, expires_at)
                VALUES (gen_random_uuid(), '%1$s', '%5$s', 'web', now(), now() + interval '1 hour');
                """.formatted(id, name, enabled, key, user));
    }

    private long count(String from) throws SQLException {
        try (Connection connection = TestPostgres.connect(database);
                var statement = connection.createStatement();
                var result = statement.executeQuery("SELECT count(*) FROM " + from)) {
            result.next();
            return result.getLong(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = TestPostgres.connect(database)) {
            execute(connection, sql);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection as(String role, String password) throws SQLException {
        return DriverManager.getConnection(url(), role, password);
    }

    private String url() {
        return "jdbc:" + TestPostgres.settingsOf(database).get("visibuild.database.url");
    }

    private static String script(String file) throws IOException {
        return Files.readString(Tool.DEPLOYMENT.resolve(file));
    }
}
