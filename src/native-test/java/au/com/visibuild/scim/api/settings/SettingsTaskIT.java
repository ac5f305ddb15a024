package au.com.visibuild.scim.api.settings;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.AdminBrowser;
import au.com.visibuild.scim.fixture.Artefact;
import au.com.visibuild.scim.fixture.Instance;
import au.com.visibuild.scim.fixture.ProductionCompany;
import au.com.visibuild.scim.fixture.TestPostgres;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The whole task without a mouse, and that the token stays nowhere. */
class SettingsTaskIT {

    private static final String USERS = "/scim_v2/Users?count=1";

    @Test
    void turnOnCopyReplaceReadTheLogAndTurnOffByKeyboardAlone() {
        AdminBrowser.required();
        try (Instance instance =
                Artefact.production(TestPostgres.newDatabase()).start().awaitReady()) {
            ProductionCompany company = ProductionCompany.make(instance);
            try (BrowserContext window = AdminBrowser.window(instance, company.adminJwt(), 1280, ColorScheme.LIGHT)) {
                Page page = window.newPage();
                List<Response> answers = new ArrayList<>();
                page.onResponse(answers::add);
                page.navigate(instance.root() + SettingsScreen.ROOT);
                String first = issue(page, "Turn on SCIM", "Turn on and show the token");
                company.scim(instance, first).get(USERS).expect(200);
                String second = issue(page, "Replace token", "Stop the old token and show a new one");
                company.scim(instance, first).get(USERS).expect(401);
                company.scim(instance, second).get(USERS).expect(200);

                press(page, "Provisioning log");
                page.waitForURL("**/log");
                assertThat(page.locator("tbody").textContent()).contains("Turned SCIM on", "Replaced the token");
                press(page, "Overview");
                page.locator("[data-opens=turn-off]").waitFor();
                press(page, "Turn off SCIM");
                press(page, "Turn off");
                page.getByText("SCIM was turned off on").waitFor();
                company.scim(instance, second).get(USERS).expect(401);

                List<String> bodies = answers.stream()
                        .filter(answer -> !answer.request().method().equals("POST"))
                        .map(SettingsTaskIT::text)
                        .toList();
                assertThat(bodies).anyMatch(body -> body.contains("Turned SCIM on"));
                for (String secret : List.of(first, second)) {
                    assertThat(bodies).noneMatch(body -> body.contains(secret));
                    assertThat(left(page)).doesNotContain(secret);
                    page.goBack();
                    assertThat(left(page)).doesNotContain(secret);
                    assertThat(instance.output()).doesNotContain(secret);
                }
            }
        }
    }

    /** Opens the dialog, goes on, copies the token and closes; answers the token that was copied. */
    private static String issue(Page page, String opener, String submit) {
        press(page, opener);
        press(page, submit);
        page.locator("#once-token").waitFor();
        press(page, "Copy Token");
        page.locator("#live:has-text('Copied')").waitFor();
        String copied = String.valueOf(page.evaluate("navigator.clipboard.readText()"));
        assertThat(copied).matches("vbscim_[0-9A-Za-z]{46}");
        assertThat(page.locator("[data-once-done]").isDisabled()).isTrue();
        focus(page, "I have stored this token");
        page.keyboard().press("Space");
        press(page, "Done");
        page.locator("#card-token").waitFor();
        assertThat(left(page)).doesNotContain(copied);
        return copied;
    }

    private static void press(Page page, String name) {
        focus(page, name);
        page.keyboard().press("Enter");
    }

    /** Goes by Tab until what has this name has the focus, as someone without a mouse does. */
    private static void focus(Page page, String name) {
        for (int i = 0; i < 80; i++) {
            Object focused = page.evaluate(
                    "(() => { const e = document.activeElement; const l = e.labels && e.labels[0];"
                            + " return ((l && e.type === 'checkbox' ? l : e).textContent || '').replace(/\\s+/g, ' ').trim(); })()");
            if (name.equals(focused)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("Nothing named " + name + " can be reached by Tab");
    }

    /** Everything that stays in the window: the document with its fields, what was stored, and the address. */
    private static String left(Page page) {
        return page.content()
                + page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, location.href, history.state,"
                        + " document.cookie, [...document.querySelectorAll('input')].map(i => i.value)])");
    }

    private static String text(Response response) {
        try {
            return response.text();
        } catch (PlaywrightException e) {
            // A redirect, or a page that was left, has no body to look at.
            return "";
        }
    }
}
