package au.com.visibuild.scim.api.settings;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.audit.AuditAction;
import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.CompanyRows;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.fixture.Tenant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page over HTTP: who gets in, what it may load, which forms it takes. The browser's side is in the packaged tests. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SettingsPageTest {

    private static final Pattern SECRET = Pattern.compile("vbscim_[0-9A-Za-z]{46}");
    private static final List<String> SCREENS =
            List.of("", "/guide", "/guide/okta", "/guide/other", "/log", "/doctor", "/doctor/watch", "/people");

    @TestHTTPResource
    URI root;

    private Tenant tenant;
    private Visitor admin;

    @BeforeEach
    void company() {
        tenant = Tenant.make(root);
        admin = Visitor.admin(tenant);
    }

    @Test
    void whoeverIsNotSignedInIsLedToTheSignInAndBack() {
        Answer answer = Visitor.nobody(tenant).get("/log?preset=problems").expect(303);

        String here = root.toString().replaceAll("/$", "") + Visitor.PAGE + "/log?preset=problems";
        assertThat(answer.header("location"))
                .endsWith("/demo/sign-in?return_to=" + URLEncoder.encode(here, StandardCharsets.UTF_8));
    }

    @Test
    void aBearerTokenDoesNotOpenThePageNorTheCookieTheCompanyApi() {
        Answer byBearer = tenant.admin().get(Visitor.PAGE);
        Answer byCookie = tenant.anyone()
                .with(
                        "Cookie",
                        "visibuild_admin="
                                + tenant.anyone().get("/demo/jwt?group=staff").body())
                .get(tenant.path("/scim"));

        assertThat(byBearer.status()).isEqualTo(303);
        assertThat(byCookie.status()).isEqualTo(401);
    }

    @Test
    void everyScreenLoadsNothingFromElsewhereAndIsKeptByNobody() {
        tenant.enable();
        for (String screen : SCREENS) {
            Answer answer = admin.get(screen).expect(200);
            assertThat(answer.header("content-security-policy"))
                    .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                    .doesNotContain("unsafe", "http", "*");
            assertThat(answer.header("cache-control")).as(screen).isEqualTo("no-store");
            assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
            assertThat(answer.header("referrer-policy")).isEqualTo("same-origin");
            assertThat(answer.header("content-type")).isEqualTo("text/html;charset=utf-8");
            assertThat(answer.body())
                    .as(screen)
                    .contains("<h1>")
                    .doesNotContain("<style", " style=", "onclick=", "{page:", "NOT_FOUND")
                    .doesNotContainPattern("<script(?! src=\"/)");
            assertThat(SECRET.matcher(answer.body()).find()).as(screen).isFalse();
        }
    }

    @Test
    void styleAndScriptAreServedWithTheSamePolicy() {
        for (String asset :
                List.of("/settings/assets/page.css", "/settings/assets/page.js", "/settings/assets/icon.svg")) {
            Answer answer = tenant.anyone().get(asset).expect(200);
            assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
            assertThat(answer.header("cache-control")).isNotEqualTo("no-store");
        }
        tenant.anyone().get("/webjars/htmx.org/dist/htmx.min.js").expect(200);
    }

    @Test
    void theHistoryOfTokensSaysWhoReplacedWhichAndNamesNone() {
        String first = tenant.enable();
        assertThat(admin.get("").body())
                .contains("Waiting for the first request")
                .doesNotContain("Token history");

        String second = tenant.admin()
                .post(tenant.path("/scim/regenerate"), null)
                .expect(201)
                .text("token");
        assertThat(admin.get("").body()).contains("Waiting for the new token", "Token history");
        tenant.admin().post(tenant.path("/scim/disable"), null).expect(204);

        String history = admin.get("").body();
        String by = "admin-" + tenant.mark() + "@tenant.example";
        assertThat(history)
                .contains("Token history", first.substring(7, 15), second.substring(7, 15))
                .containsPattern("Replaced on [^<]+ by " + by)
                .containsPattern("Ended on [^<]+, when " + by + " turned SCIM off")
                .doesNotContain(first, second);
    }

    @Test
    void manyRemovalsWithinAnHourAreSaid() {
        var scim = tenant.anyone().bearer(tenant.enable());
        for (int i = 0; i < 21; i++) {
            String id = scim.post(
                            "/scim_v2/Users",
                            "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\""
                                    + tenant.userName("person" + i) + "\"}")
                    .expect(201)
                    .text("id");
            if (i < 19) {
                scim.delete("/scim_v2/Users/" + id).expect(204);
            } else if (i == 19) {
                assertThat(admin.get("").body()).doesNotContain("lost access within the last hour");
                scim.delete("/scim_v2/Users/" + id).expect(204);
            }
        }
        assertThat(admin.get("").body())
                .contains("20 of 21 people whom your provider manages lost access within the last hour");
    }

    @Test
    void everyGuideHasTheTestsRequestWithoutTheToken() {
        tenant.enable();
        for (String guide : List.of("entra", "okta", "other")) {
            assertThat(admin.get("/guide/" + guide).expect(200).body())
                    .contains("Authorization: Bearer $SCIM_TOKEN&quot; &#39;"
                            + root.toString().replaceAll("/$", "") + "/scim_v2/Users?count=1&#39;");
        }
    }

    @Test
    void turningOnShowsTheTokenThisOnceAndItWorks() {
        Answer shown = admin.act("/turn-on").expect(201);

        Matcher secret = SECRET.matcher(shown.body());
        assertThat(secret.find()).isTrue();
        assertThat(shown.header("cache-control")).isEqualTo("no-store");
        tenant.anyone().bearer(secret.group()).get("/scim_v2/Users?count=1").expect(200);
        assertThat(admin.get("").body())
                .doesNotContain(secret.group())
                .contains(secret.group().substring(7, 15));
    }

    @Test
    void aSecondTurningOnSaysThatItIsOnAlready() {
        String form = "form_token=" + admin.formToken();
        admin.act("/turn-on", form).expect(201);

        Answer second = admin.act("/turn-on", form).expect(409);

        assertThat(second.body()).contains("SCIM is on already").contains("Look at the new state");
        assertThat(SECRET.matcher(second.body()).find()).isFalse();
    }

    @Test
    void whoeverWasSlowerAtReplacingTheTokenIsToldWhoWasFaster() {
        String old = tenant.enable().substring(7, 15);
        String form = "form_token=" + admin.formToken() + "&replaces=" + old;
        admin.act("/regenerate", form).expect(201);

        Answer slower = admin.act("/regenerate", form).expect(409);

        assertThat(slower.body()).contains("replaced");
        assertThat(CompanyRows.query(
                        "SELECT count(*)::text FROM scim_token WHERE company_id = ? AND ended_at IS NULL", tenant.id()))
                .containsExactly("1");
    }

    @Test
    void turningOffLeadsToTheStateThatSaysSinceWhenAndByWhom() {
        String token = tenant.enable();

        Answer answer = admin.act("/turn-off").expect(200);

        assertThat(answer.header("hx-redirect")).isEqualTo(Visitor.PAGE);
        assertThat(admin.get("").body()).contains("SCIM was turned off on").contains("data-opens=\"turn-on\"");
        tenant.anyone().bearer(token).get("/scim_v2/Users?count=1").expect(401);
    }

    @Test
    void aFormOfAnotherSiteAnotherAdminOrNobodyIsRefused() {
        tenant.enable();
        Tenant other = Tenant.make(root);
        other.enable();
        String foreign = Visitor.admin(other).formToken();
        var before = CompanyRows.of(tenant.id());

        admin.act("/turn-off", "").expect(403);
        admin.act("/turn-off", "form_token=made-up").expect(403);
        admin.act("/turn-off", "form_token=" + foreign).expect(403);
        tenant.anyone()
                .with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", Visitor.PAGE + "/turn-off", "form_token=" + foreign)
                .expect(303);

        assertThat(CompanyRows.of(tenant.id())).isEqualTo(before);
    }

    @Test
    void anOldSignInMayLookAndIsSentToSignInAgainForWhatMatters() {
        tenant.enable();
        Visitor stale = Visitor.admin(tenant, Duration.ofMinutes(16));
        stale.get("/log").expect(200);

        assertThat(stale.get("").expect(200).body())
                .contains("Please sign in again")
                .doesNotContain("hx-post");
        assertThat(stale.act("/turn-off", "form_token=" + admin.formToken())
                        .expect(200)
                        .header("hx-redirect"))
                .contains("prompt=login");
        assertThat(stale.get("/log/export.csv").expect(403).body()).contains("Please sign in again");
        assertThat(admin.get("/log/export.csv").expect(200).body()).startsWith("time,");
        assertThat(CompanyRows.query("SELECT enabled::text FROM scim_settings WHERE company_id = ?", tenant.id()))
                .containsExactly("true");
    }

    @Test
    void staffLookAndDoNotChange() {
        tenant.enable();
        Visitor staff = Visitor.staff(tenant);
        String scope = "?company=" + tenant.id();

        Answer overview = staff.get(scope).expect(200);

        assertThat(overview.body())
                .contains("You can look, not change")
                .contains("Company " + tenant.mark())
                .contains("/doctor" + scope)
                .doesNotContain("data-opens", "<dialog");
        for (String screen : List.of("/guide", "/log", "/doctor", "/people")) {
            staff.get(screen + scope).expect(200);
        }
        staff.act("/turn-off" + scope, "form_token=x").expect(403);
        staff.get("").expect(400);
        staff.get("?company=nonsense").expect(404);
    }

    @Test
    void anotherCompanyIsToAnAdminAsOneThatNeverWas() {
        Tenant other = Tenant.make(root);
        other.enable();
        String entry = CompanyRows.query("SELECT id::text FROM provisioning_log WHERE company_id = ?", other.id())
                .getFirst();

        assertThat(admin.get("?company=" + other.id())
                        .expect(404)
                        .body()
                        .replace(other.id().toString(), "ID"))
                .isEqualTo(admin.get("?company=" + tenant.adminId())
                        .expect(404)
                        .body()
                        .replace(tenant.adminId().toString(), "ID"));
        admin.get("/log/" + entry).expect(404);
        admin.act("/log/" + entry + "/reveal").expect(404);
        for (String screen : List.of("", "/log", "/people", "/doctor")) {
            assertThat(admin.get(screen).expect(200).body()).doesNotContain(other.mark());
        }
    }

    @Test
    void platformsAndDeactivatedAdminsAreKeptOut() {
        String off = tenant.person("off");
        tenant.admin().post(tenant.path("/users/" + off + "/deactivate"), null).expect(200);

        Visitor.of(tenant, "platform", "web", Duration.ZERO).get("").expect(403);
        Answer deactivated =
                Visitor.of(tenant, "company-admin", off, Duration.ZERO).get("").expect(403);
        assertThat(deactivated.body()).contains("not active");
        assertThat(deactivated.header("content-security-policy")).contains("default-src 'none'");
    }

    @Test
    void withoutTheFeatureThePageSaysWhomToAsk() {
        tenant.staff()
                .patch("/companies/" + tenant.id(), "{\"scimFeature\":false}")
                .expect(200);

        for (String screen : SCREENS) {
            assertThat(admin.get(screen).expect(200).body())
                    .contains("SCIM is not part of your account")
                    .contains("your Visibuild account manager");
        }
    }

    @Test
    void noticesAreShownThirtySevenAndOneDayBeforeTheEndAndAfterIt() {
        tenant.enable();
        assertThat(admin.get("").body()).doesNotContain("role=\"note\"");
        for (var notice : List.of(
                List.of("20 days 1 hour", "ends on", "banner-warn"),
                List.of("6 days 1 hour", "in 7 days", "banner-warn"),
                List.of("12 hours", "in 1 day", "banner-stop"),
                List.of("-1 days", "Token ended", "banner-stop"))) {
            CompanyRows.update(
                    "UPDATE scim_token SET issued_at = now() - interval '300 days', expires_at = now() + ?::interval"
                            + " WHERE company_id = ?",
                    notice.getFirst(),
                    tenant.id());
            assertThat(admin.get("").body()).contains(notice.get(1)).contains(notice.get(2));
        }
        assertThat(admin.get("").body()).doesNotContain("we refused");
        seen("refused", 7);
        assertThat(admin.get("").body()).containsPattern("Since [^<]+ UTC we refused 7 requests of it");
    }

    @Test
    void whatFailsByOurFaultIsNotToldAsRefused() {
        tenant.enable();
        seen("refused", 30);
        assertThat(admin.get("").body()).contains("Requests are being refused");
        seen("failed", 31);

        assertThat(admin.get("").body())
                .contains("We have a fault", "nothing you need to do")
                .doesNotContain("Requests are being refused");
    }

    private void seen(String came, int times) {
        CompanyRows.update(
                "INSERT INTO connection_count (company_id, begins_at, " + came + ") VALUES (?, now() - interval '10"
                        + " minutes', ?)",
                tenant.id(),
                times);
    }

    @Test
    void anActOrALookThatFailsLeavesWhatStandsThere() {
        tenant.enable();
        Answer refused = admin.act("/turn-off", "form_token=made-up").expect(403);
        assertThat(refused.header("hx-retarget")).isEqualTo("#slot");
        assertThat(refused.header("hx-reswap")).isEqualTo("innerHTML");

        String poll = "/doctor/findings?since=" + Instant.now() + "&seen=";
        admin.look(poll).expect(200);
        assertThat(admin.look("/doctor/findings?since=never").expect(400).header("hx-retarget"))
                .isEqualTo("#slot");
        CompanyRows.update("ALTER TABLE connection_route RENAME TO connection_route_away");
        try {
            assertThat(admin.look(poll).expect(500).header("hx-reswap")).isEqualTo("none");
        } finally {
            CompanyRows.update("ALTER TABLE connection_route_away RENAME TO connection_route");
        }
    }

    @Test
    void whoeverTurnsScimOffSeesTheLastChangesFirst() {
        var scim = tenant.anyone().bearer(tenant.enable());
        for (int i = 0; i < 6; i++) {
            scim.post(
                            "/scim_v2/Users",
                            "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\""
                                    + tenant.userName("person" + i) + "\"}")
                    .expect(201);
        }

        String body = admin.get("").body();
        String dialog = body.substring(body.indexOf("id=\"turn-off\""));
        assertThat(dialog)
                .contains("The last changes of people", "Added " + tenant.userName("person5"))
                .contains("Added " + tenant.userName("person1"))
                .doesNotContain(tenant.userName("person0"));
    }

    @Test
    void theLogCanBeAskedForEveryActAndSaysForHowLongItIsKept() {
        String log = admin.get("/log").body();
        for (AuditAction action : AuditAction.values()) {
            assertThat(log).contains("<option value=\"" + action.name().toLowerCase(Locale.ROOT) + "\"");
        }
        assertThat(log).containsPattern("Kept for \\d+ days").contains("From (UTC day)", "To (UTC day)");
        assertThat(admin.get("/log?preset=last-connection-test").body()).contains("wrote nothing here");
    }

    @Test
    void aSearchForPeopleLeavesOutTheDeletedAndSaysWhenThereAreMore() {
        people("zed-0", 101, true);
        people("zed-9", 1, false);
        people("ypsilon-", 101, false);

        assertThat(admin.get("/people?begins=zed").body())
                .contains("zed-9")
                .doesNotContain("zed-0", "Type more of the name");
        assertThat(admin.get("/people?begins=ypsilon").body())
                .contains("Type more of the name")
                .doesNotContain("More people<");
        assertThat(admin.get("/people").body()).contains("More people<").doesNotContain("zed-9");
    }

    private void people(String begins, int number, boolean deleted) {
        CompanyRows.update(
                "INSERT INTO users (id, company_id, user_name, user_name_key, active, version, document, search,"
                        + " search_terms, created_at, modified_at, deleted_at) SELECT gen_random_uuid(), ?, name, name, "
                        + !deleted + ", 1, '{\"active\":" + !deleted + "}', '{}', '{}', now(), now(), "
                        + (deleted ? "now()" : "NULL")
                        + " FROM (SELECT ? || lpad(n::text, 3, '0') AS name FROM generate_series(1, ?) n) made",
                tenant.id(),
                begins,
                number);
    }

    @Test
    void whatProvidersAndPeopleWriteIsShownAsText() {
        String token = tenant.enable();
        tenant.anyone()
                .bearer(token)
                .post(
                        "/scim_v2/Users",
                        "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"<script>alert(1)"
                                + "</script>" + tenant.mark() + "\",\"displayName\":\"<img src=x onerror=alert(1)>\"}")
                .expect(201);

        for (String screen : List.of("/log", "/people", "", "/log?person=%22%3E%3Cscript%3E")) {
            assertThat(admin.get(screen).expect(200).body())
                    .doesNotContain("<script>alert", "<img src=x", "\"><script>");
        }
        assertThat(admin.get("/people").body()).contains("&lt;script&gt;alert(1)");
    }

    @Test
    void personalValuesAreShownWhenAskedForAndThatIsLogged() {
        String token = tenant.enable();
        tenant.anyone()
                .bearer(token)
                .post(
                        "/scim_v2/Users",
                        "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"kim-"
                                + tenant.mark()
                                + "@tenant.example\",\"phoneNumbers\":[{\"type\":\"work\",\"value\":\"+61 2 5550 1234\"}]}")
                .expect(201);
        String entry = CompanyRows.query(
                        "SELECT id::text FROM provisioning_log WHERE company_id = ? AND action = 'CREATE_USER'"
                                + " AND actor_kind = 'SCIM'",
                        tenant.id())
                .getFirst();

        assertThat(admin.get("/log/" + entry).expect(200).body())
                .contains("Show personal data")
                .doesNotContain("5550 1234");
        assertThat(admin.act("/log/" + entry + "/reveal").expect(200).body()).contains("5550 1234");
        assertThat(admin.get("/log?action=reveal_personal_data").body()).contains("Looked at personal data");
    }
}
