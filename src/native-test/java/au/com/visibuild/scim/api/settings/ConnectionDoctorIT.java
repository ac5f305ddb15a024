package au.com.visibuild.scim.api.settings;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import au.com.visibuild.scim.fixture.AdminBrowser;
import au.com.visibuild.scim.fixture.Artefact;
import au.com.visibuild.scim.fixture.Caller;
import au.com.visibuild.scim.fixture.Instance;
import au.com.visibuild.scim.fixture.ProductionCompany;
import au.com.visibuild.scim.fixture.TestPostgres;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each verdict of the connection doctor: by a real request, read from the page. */
class ConnectionDoctorIT {

    private static final String USERS = "/scim_v2/Users?count=1";
    private static final String SCHEMA = "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],";
    private static final String FAULT = """
            CREATE FUNCTION our_fault() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'planted'; END $$ LANGUAGE plpgsql;
            CREATE TRIGGER our_fault BEFORE INSERT ON users FOR EACH ROW WHEN (NEW.user_name LIKE 'fault%')
              EXECUTE FUNCTION our_fault();
            """;

    /** One after the other, as an admin finds out what the field takes; the last is right. */
    private static final List<String> WATCHED = List.of("TOKEN_TRUNCATED", "WORKS");

    /** What an identity provider does wrong with its company's token. */
    private interface Mistake {
        void make(ProductionCompany company, Caller anyone, String token);
    }

    private record Case(String finding, String says, Mistake mistake) {}

    private final String database = TestPostgres.newDatabase();

    private List<Case> cases(Instance instance) {
        List<Case> cases = new ArrayList<>(wrongHeaders());
        cases.addAll(List.of(
                new Case("TOKEN_REPLACED", "was replaced on", (company, anyone, token) -> {
                    company.regenerate(instance);
                    anyone.bearer(token).get(USERS).expect(401);
                }),
                new Case("TOKEN_SWITCHED_OFF", "turned SCIM off", (company, anyone, token) -> {
                    company.admin(instance)
                            .post(company.path("/scim/disable"), null)
                            .expect(204);
                    anyone.bearer(token).get(USERS).expect(401);
                }),
                new Case("TOKEN_EXPIRED", "expired on", (company, anyone, token) -> {
                    execute("UPDATE scim_token SET issued_at = now() - interval '2 years', expires_at = now() -"
                            + " interval '1 day' WHERE company_id = '" + company.id() + "'");
                    anyone.bearer(token).get(USERS).expect(401);
                }),
                new Case(
                        "WRONG_PATH",
                        "The address is wrong",
                        (_, anyone, token) -> anyone.bearer(token)
                                .get("/scim_v2/scim_v2/Users")
                                .expect(404)),
                new Case(
                        "CONTENT_TYPE",
                        "The content type",
                        (_, anyone, token) -> anyone.bearer(token)
                                .with("Content-Type", "text/plain")
                                .post("/scim_v2/Users", SCHEMA + "\"userName\":\"x\"}")
                                .expect(415)),
                new Case(
                        "BODY",
                        "couldn't be understood",
                        (_, anyone, token) -> anyone.bearer(token)
                                .post("/scim_v2/Users", "{\"userName\":")
                                .expect(400)),
                new Case(
                        "FILTER",
                        "A filter couldn't be read",
                        (_, anyone, token) -> anyone.bearer(token)
                                .get("/scim_v2/Users?filter=userName%20is%20x")
                                .expect(400)),
                new Case("CONFLICT", "is already here", (company, anyone, token) -> {
                    String body = SCHEMA + "\"userName\":\"" + company.userName("twice") + "\"}";
                    anyone.bearer(token).post("/scim_v2/Users", body).expect(201);
                    anyone.bearer(token).post("/scim_v2/Users", body).expect(409);
                }),
                new Case(
                        "NOT_OFFERED",
                        "not offered",
                        (_, anyone, token) -> anyone.bearer(token)
                                .post("/scim_v2/Groups", "{\"displayName\":\"Sales\"}")
                                .expect(501)),
                new Case(
                        "FAULT",
                        "That was our fault",
                        (company, anyone, token) -> anyone.bearer(token)
                                .post("/scim_v2/Users", SCHEMA + "\"userName\":\"" + company.userName("fault") + "\"}")
                                .expect(500)),
                new Case(
                        "NOTHING_SEEN",
                        "No request has reached us",
                        (_, anyone, _) -> anyone.get(USERS).expect(401))));
        return cases;
    }

    private static List<Case> wrongHeaders() {
        return List.of(
                header("WORKS", "Connection works", token -> "Bearer " + token),
                header("DOUBLED_BEARER", "the word Bearer twice", token -> "Bearer Bearer " + token),
                header("QUOTED", "in quotation marks", token -> "Bearer \"" + token + "\""),
                header("BLANKS", "a space", token -> "Bearer " + token.substring(0, 30) + " " + token.substring(30)),
                header("NO_SCHEME", "without the word Bearer", token -> token),
                header(
                        "NOT_BEARER",
                        "We need Bearer",
                        token -> "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(("scim:" + token).getBytes(StandardCharsets.UTF_8))),
                header("TOKEN_TRUNCATED", "40 characters", token -> "Bearer " + token.substring(0, 40)),
                header(
                        "TOKEN_ALTERED",
                        "is another",
                        token -> "Bearer " + token.substring(0, 20) + (token.charAt(20) == 'x' ? 'y' : 'x')
                                + token.substring(21)));
    }

    private static Case header(String finding, String says, java.util.function.UnaryOperator<String> header) {
        return new Case(
                finding,
                says,
                (_, anyone, token) ->
                        anyone.with("Authorization", header.apply(token)).get(USERS));
    }

    @Test
    void thePageSaysWhatIsWrong() {
        AdminBrowser.required();
        try (Instance instance = Artefact.production(database).start().awaitReady()) {
            execute(FAULT);
            Map<Case, ProductionCompany> companies = new LinkedHashMap<>();
            for (Case one : cases(instance)) {
                ProductionCompany company = ProductionCompany.make(instance);
                one.mistake().make(company, ProductionCompany.anyone(instance), company.enable(instance));
                companies.put(one, company);
            }
            companies.forEach((one, company) -> {
                try (BrowserContext window =
                        AdminBrowser.window(instance, company.adminJwt(), 1000, ColorScheme.LIGHT)) {
                    Page page = window.newPage();
                    page.navigate(instance.root() + SettingsScreen.ROOT + "/doctor");
                    expect(page, one);
                }
            });
        }
    }

    @Test
    void theVerdictAppearsWhileTheAdminWatches() {
        AdminBrowser.required();
        try (Instance instance = Artefact.production(database).start().awaitReady()) {
            ProductionCompany company = ProductionCompany.make(instance);
            String token = company.enable(instance);
            try (BrowserContext window = AdminBrowser.window(instance, company.adminJwt(), 1000, ColorScheme.LIGHT)) {
                Page page = window.newPage();
                page.navigate(instance.root() + SettingsScreen.ROOT + "/doctor");
                page.getByText("Watch while I press").click();
                for (String finding : WATCHED) {
                    Case one = wrongHeaders().stream()
                            .filter(any -> any.finding().equals(finding))
                            .findFirst()
                            .orElseThrow();
                    one.mistake().make(company, ProductionCompany.anyone(instance), token);
                    assertThat(page.locator("[data-finding]").first())
                            .containsText(one.says(), new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
                }
            }
        }
    }

    /** What was seen is written down a moment later. */
    private static void expect(Page page, Case one) {
        Locator verdict = page.locator("[data-finding=" + one.finding() + "]");
        for (int i = 0; i < 100 && verdict.count() == 0; i++) {
            page.waitForTimeout(300);
            page.reload();
        }
        assertThat(verdict.first()).containsText(one.says());
        assertThat(verdict.first()).containsText("Next step");
    }

    private void execute(String sql) {
        try (Connection connection = TestPostgres.connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
