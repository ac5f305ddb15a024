package au.com.visibuild.scim.user;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.TestPostgres;
import au.com.visibuild.scim.platform.AttributeJson;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.query.SearchTerms;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** People who were stored before there were terms get the terms that the service would have written. */
class SearchTermsMigrationTest {

    private static final UUID COMPANY = UUID.fromString("0b5a0c5e-0000-4000-8000-000000000001");
    private static final String SEARCH = """
            {"userName": "kim@x", "active": true, "nickName": "a \\"quoted\\" \\\\ \\u00e9 \\n text",
             "schemas": ["urn:a", "urn:b"], "name": {"givenName": "kim"},
             "emails": [{"value": "kim@x", "type": "work", "primary": true}, {"value": "k@y"}],
             "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"department": "d", "manager": {"value": "m"}}}
            """;

    @Test
    void storedPeopleGetTheTermsTheServiceWouldWrite() throws SQLException {
        // given
        String database = TestPostgres.newDatabase();
        TestPostgres.migrate(database, "7");
        try (Connection connection = TestPostgres.connect(database);
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO company (id, name, created_at) VALUES ('" + COMPANY + "', 'A', now())");
            statement.execute("INSERT INTO users (id, company_id, user_name, user_name_key, active, version, document,"
                    + " search, created_at, modified_at) VALUES (gen_random_uuid(), '" + COMPANY
                    + "', 'k', 'k', true, 1, '{\"active\":true}', $$" + SEARCH + "$$, now(), now())");

            // when
            TestPostgres.migrate(database);

            // then
            ComplexValue document = AttributeJson.parseStored(SEARCH);
            try (var result = statement.executeQuery("SELECT search_terms FROM users")) {
                result.next();
                assertThat((Long[]) result.getArray(1).getArray())
                        .isEqualTo(SearchTerms.of(COMPANY.toString(), document))
                        .hasSizeGreaterThan(9);
            }
        }
    }
}
