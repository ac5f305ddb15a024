package au.com.visibuild.scim.api.settings;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.visibuild.scim.fixture.AdminBrowser;
import au.com.visibuild.scim.fixture.Artefact;
import au.com.visibuild.scim.fixture.Caller;
import au.com.visibuild.scim.fixture.Instance;
import au.com.visibuild.scim.fixture.ProductionCompany;
import au.com.visibuild.scim.fixture.ProductionKeys;
import au.com.visibuild.scim.fixture.TestPostgres;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every state and dialog of the packaged page in a browser: what it says, and that everybody can use it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettingsScreensIT {

    private static final String SCHEMA = "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],";

    private String database = "";
    private Instance instance = nobody();

    @SuppressWarnings("NullAway") // set before the first test, which is skipped where there is no browser
    private static Instance nobody() {
        return null;
    }

    @BeforeAll
    void start() {
        AdminBrowser.required();
        database = TestPostgres.newDatabase();
        instance = Artefact.production(database)
                .with("visibuild.page.sign-in-url", "https://login.test.visibuild.example/sign-in")
                .start()
                .awaitReady();
    }

    @AfterAll
    void stop() {
        if (instance != null) {
            instance.close();
        }
    }

    @Test
    void offAndItsDialogSayWhatWillHappen() {
        ProductionCompany company = ProductionCompany.make(instance);
        check("off", company, "", page -> badge(page, "Off"));
        check("dialog-turn-on", company, "", page -> {
            page.getByText("Turn on SCIM").first().click();
            assertThat(page.locator("#turn-on")).isVisible();
            assertThat(page.locator("#turn-on")).containsText("Turning SCIM on changes nobody");
        });
    }

    @Test
    void whatKeepsPeopleOutIsFound() {
        ProductionCompany company = ProductionCompany.make(instance);
        open(company, "", page -> {
            page.evaluate("document.querySelector('main').append(document.createElement('img'))");

            assertThatThrownBy(() -> SettingsScreen.accessible("planted", page)).hasMessageContaining("image-alt");
        });
    }

    @Test
    void theTokenDialogAsksBeforeItCloses() {
        check("dialog-token", ProductionCompany.make(instance), "", page -> {
            page.locator("[data-opens=turn-on]").click();
            page.locator("#turn-on button[type=submit]").click();
            assertThat(page.locator("#once-token")).isVisible();
            page.keyboard().press("Escape");
            assertThat(page.getByText("Close without storing it?")).isVisible();
            page.locator("[data-once-keep]").click();
            assertThat(page.locator("#once-token")).isVisible();
        });
    }

    @Test
    void theTokenDialogClosesByItselfAfterTenMinutesAndSaysSoBefore() {
        ProductionCompany company = ProductionCompany.make(instance);
        try (BrowserContext window = AdminBrowser.window(instance, company.adminJwt(), 1280, ColorScheme.LIGHT)) {
            Page page = window.newPage();
            page.clock().install();
            page.navigate(instance.root() + SettingsScreen.ROOT);
            page.locator("[data-opens=turn-on]").click();
            page.locator("#turn-on button[type=submit]").click();
            assertThat(page.locator("#once-token")).isVisible();
            assertThat(page.locator("[data-once-warning]")).isHidden();

            page.clock().fastForward(9 * 60_000 + 1_000);
            assertThat(page.locator("[data-once-warning]")).isVisible();
            SettingsScreen.accessible("warning", page);
            page.locator("[data-once-longer]").click();
            assertThat(page.locator("[data-once-warning]")).isHidden();
            page.clock().fastForward(5 * 60_000);
            assertThat(page.locator("#once-token")).isVisible();

            page.clock().fastForward(6 * 60_000);
            assertThat(page.locator("#card-token")).isVisible();
            assertThat(page.locator("#once-token")).hasCount(0);
        }
    }

    @Test
    void waitingConnectedQuietFailingAndOffAgainAreToldByWhatWasSeen() {
        ProductionCompany company = ProductionCompany.make(instance);
        String token = company.enable(instance);
        check("waiting", company, "", page -> badge(page, "Waiting for the first request"));

        provision(company, token);
        Caller scim = company.scim(instance, token);
        scim.get("/scim_v2/Users?count=1").expect(200);
        check("connected", company, "", page -> {
            until(page, "Connected");
            until(page, "#card-connection ~ dl", "answered 200");
        });
        for (String dialog : List.of("regenerate", "turn-off")) {
            check("dialog-" + dialog, company, "", page -> {
                page.locator("[data-opens=" + dialog + "]").click();
                assertThat(page.locator("#" + dialog)).isVisible();
            });
        }
        logEntryDoctorAndPeople(company);

        company.regenerate(instance);
        check(
                "token-history",
                company,
                "",
                page -> assertThat(page.locator("#tokens ~ table")).containsText("Replaced on"));
        company.admin(instance).post(company.path("/scim/disable"), null).expect(204);
        check("off-again", company, "", page -> {
            badge(page, "Off");
            assertThat(page.locator(".lead")).containsText("SCIM was turned off on");
        });
    }

    @Test
    void manyRemovalsAtOnceAreSaid() {
        ProductionCompany company = ProductionCompany.make(instance);
        Caller scim = company.scim(instance, company.enable(instance));
        for (int i = 0; i < 20; i++) {
            String person = scim.post("/scim_v2/Users", SCHEMA + "\"userName\":\"" + company.userName("p" + i) + "\"}")
                    .expect(201)
                    .json()
                    .path("id")
                    .asText();
            scim.delete("/scim_v2/Users/" + person).expect(204);
        }
        check("mass", company, "", page -> assertThat(page.locator(".banner")).containsText("20 of 20 people"));
    }

    private void logEntryDoctorAndPeople(ProductionCompany company) {
        check("log", company, "/log", page -> assertThat(page.locator("tbody")).containsText("Deactivated"));
        check("entry", company, "/log?action=deactivate_user", page -> {
            page.locator("tbody a").first().click();
            assertThat(page.locator("#detail")).containsText("Deactivated");
        });
        check("refused", company, "/log?preset=problems", page -> {
            page.locator("tbody a").first().click();
            assertThat(page.locator("#detail")).containsText("Somebody is here already");
        });
        check(
                "doctor",
                company,
                "/doctor",
                page -> assertThat(page.locator(".verdict").first()).isVisible());
        check(
                "doctor-watch",
                company,
                "/doctor/watch",
                page -> assertThat(page.getByText("Watching.")).isVisible());
        check(
                "people",
                company,
                "/people",
                page -> assertThat(page.locator("tbody")).containsText("Identity provider"));
    }

    @Test
    void quietExpiringAndExpiredAreToldByTheClock() {
        ProductionCompany company = ProductionCompany.make(instance);
        company.enable(instance);
        set(company, "issued_at = now() - interval '40 days', last_used_at = now() - interval '3 days'");
        check("quiet", company, "", page -> badge(page, "Quiet"));
        set(company, "issued_at = now() - interval '360 days', expires_at = now() + interval '5 days'");
        check(
                "expiring",
                company,
                "",
                page -> assertThat(page.locator(".banner")).containsText("in 5 days"));
        set(company, "expires_at = now() - interval '1 day'");
        check("expired", company, "", page -> badge(page, "Token ended"));
    }

    @Test
    void whatTheBrowserDoesNotCopyIsSaidInTheDialog() {
        ProductionCompany company = ProductionCompany.make(instance);
        open(company, "", page -> {
            page.locator("[data-opens=turn-on]").click();
            page.locator("#turn-on button[type=submit]").click();
            page.evaluate("navigator.clipboard.writeText = () => Promise.reject(new Error('no'));"
                    + " document.execCommand = () => false;");
            page.locator("[data-copies=once-token]").click();

            assertThat(page.locator("#once [data-copy-said]").first()).containsText("did not let us copy");
            assertThat(page.locator("#once [data-copy-said]").first()).isVisible();
            SettingsScreen.accessible("not copied", page);
        });
    }

    @Test
    void whatFailsInTheBackgroundLeavesTheScreenAndWhatIsShownHasTheFocus() {
        ProductionCompany company = ProductionCompany.make(instance);
        String token = company.enable(instance);
        provision(company, token);
        open(company, "/log?action=create_user", page -> {
            page.getByText("Added " + company.userName("ana")).click();
            page.locator("#detail input[name=form_token]").evaluate("field => { field.value = 'made-up'; }");
            page.getByText("Show personal data").click();
            assertThat(page.locator("#refused")).isVisible();
            assertThat(page.locator("#detail")).isVisible();
            page.reload();
            page.getByText("Show personal data").click();
            assertThat(page.locator("#detail")).containsText("Ana Silva");
            assertThat(page.locator("#detail")).isFocused();

            page.navigate(instance.root() + SettingsScreen.ROOT + "/doctor/watch");
            execute("ALTER TABLE connection_route RENAME TO connection_route_away");
            try {
                page.waitForResponse(answer -> answer.status() == 500, () -> {});
                assertThat(page.locator("#findings")).containsText("Watching.");
                assertThat(page.locator("dialog")).hasCount(0);
            } finally {
                execute("ALTER TABLE IF EXISTS connection_route_away RENAME TO connection_route");
            }
            company.scim(instance, token).get("/scim_v2/Users?count=1").expect(200);
            assertThat(page.locator("[data-finding]").first()).containsText("Connection works", within30s());
        });
    }

    private static LocatorAssertions.ContainsTextOptions within30s() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);
    }

    private void execute(String sql) {
        try (Connection connection = TestPostgres.connect(database);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void failingIsToldByWhatIsRefused() {
        ProductionCompany company = ProductionCompany.make(instance);
        String old = company.enable(instance);
        company.regenerate(instance);
        for (int i = 0; i < 25; i++) {
            company.scim(instance, old).get("/scim_v2/Users?count=1").expect(401);
        }
        check("failing", company, "", page -> until(page, "Requests are being refused"));
    }

    @Test
    void guidesStaffOldSignInsAndAccountsWithoutTheFeatureHaveTheirScreens() {
        ProductionCompany company = ProductionCompany.make(instance);
        company.enable(instance);
        for (String guide : List.of("entra", "okta", "other")) {
            check(
                    "guide-" + guide,
                    company,
                    "/guide/" + guide,
                    page -> assertThat(page.locator("#guide-url"))
                            .hasValue(instance.root() + (guide.equals("okta") ? "/scim/v2/" : "/scim_v2/")));
        }
        SettingsScreen.check(
                "staff",
                instance,
                ProductionCompany.staffJwt(),
                "?company=" + company.id(),
                page -> assertThat(page.locator("main")).containsText("You can look, not change"));
        String stale = ProductionKeys.jwt(Map.of(
                "groups", List.of("company-admin"),
                "sub", company.adminId(),
                "company_id", company.id(),
                "auth_time", System.currentTimeMillis() / 1000 - 3600));
        SettingsScreen.check("dialog-again", instance, stale, "", page -> {
            page.locator("[data-opens=again]").first().click();
            assertThat(page.locator("#again a"))
                    .hasAttribute(
                            "href",
                            java.util.regex.Pattern.compile(
                                    "https://login\\.test\\.visibuild\\.example/sign-in\\?return_to=.*open%3D.*prompt=login"
                                            + "|https://login\\.test\\.visibuild\\.example/sign-in\\?return_to=.*&prompt=login.*"));
        });
        check(
                "problem",
                company,
                "/log/" + UUID.randomUUID(),
                page -> assertThat(page.locator("main")).containsText("There is nothing here"));
        ProductionCompany.staff(instance)
                .patch(company.path(""), "{\"scimFeature\":false}")
                .expect(200);
        check(
                "unavailable",
                company,
                "",
                page -> assertThat(page.locator("main")).containsText("SCIM is not part of your account"));
    }

    /** A person who came, worked and left, and one whose name was taken. */
    private void provision(ProductionCompany company, String token) {
        Caller scim = company.scim(instance, token);
        String ana = scim.post(
                        "/scim_v2/Users",
                        SCHEMA + "\"userName\":\"" + company.userName("ana")
                                + "\",\"displayName\":\"Ana Silva\",\"title\":\"Site manager\"}")
                .expect(201)
                .json()
                .path("id")
                .asText();
        company.admin(instance)
                .post(company.path("/users/" + ana + "/roles"), "{\"role\":\"Engineer\"}")
                .expect(204);
        scim.patch(
                        "/scim_v2/Users/" + ana,
                        "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[{\"op\":\"Replace\","
                                + "\"path\":\"active\",\"value\":\"False\"}]}")
                .expect(200);
        scim.post("/scim_v2/Users", SCHEMA + "\"userName\":\"" + company.userName("ben") + "\"}")
                .expect(201);
        scim.post("/scim_v2/Users", SCHEMA + "\"userName\":\"" + company.userName("ben") + "\"}")
                .expect(409);
    }

    /** In a window of its own, wide and light. */
    private void open(ProductionCompany company, String path, java.util.function.Consumer<Page> then) {
        try (BrowserContext window = AdminBrowser.window(instance, company.adminJwt(), 1280, ColorScheme.LIGHT)) {
            Page page = window.newPage();
            page.navigate(instance.root() + SettingsScreen.ROOT + path);
            then.accept(page);
        }
    }

    private void check(String name, ProductionCompany company, String path, java.util.function.Consumer<Page> then) {
        SettingsScreen.check(name, instance, company.adminJwt(), path, then);
    }

    private static void badge(Page page, String text) {
        assertThat(page.locator(".heading .badge")).hasText(text);
    }

    private static void until(Page page, String badge) {
        until(page, ".heading .badge", badge);
    }

    /** What was seen is written down a moment later, and each request by itself. */
    private static void until(Page page, String selector, String text) {
        for (int i = 0; i < 40 && !page.locator(selector).textContent().contains(text); i++) {
            page.waitForTimeout(250);
            page.reload();
        }
        assertThat(page.locator(selector)).containsText(text);
    }

    private void set(ProductionCompany company, String assignments) {
        try (Connection connection = TestPostgres.connect(database);
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE scim_token SET " + assignments + " WHERE company_id = ?::uuid")) {
            update.setString(1, company.id());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
