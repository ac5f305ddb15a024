package au.com.visibuild.scim.api.settings;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.AdminBrowser;
import au.com.visibuild.scim.fixture.Artefact;
import au.com.visibuild.scim.fixture.Instance;
import au.com.visibuild.scim.fixture.ProductionCompany;
import au.com.visibuild.scim.fixture.TestPostgres;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole task without a mouse, and that the token stays nowhere. */
class SettingsTaskIT {

    private static final String USERS = "/scim_v2/Users?count=1";

    private record Secrets(String first, String second) {}

    /** A request of the browser and its answer. */
    private record Exchange(String method, String url, String answer) {}

    @TempDir
    private Path folder = Path.of("");

    @Test
    void turnOnCopyReplaceReadTheLogAndTurnOffByKeyboardAlone() {
        AdminBrowser.required();
        try (Instance instance =
                Artefact.production(TestPostgres.newDatabase()).start().awaitReady()) {
            ProductionCompany company = ProductionCompany.make(instance);
            Path record = folder.resolve("record.har");
            Secrets secrets;
            try (BrowserContext window = AdminBrowser.recorded(instance, company.adminJwt(), record)) {
                secrets = doTheTask(window.newPage(), instance, company);
            }
            List<Exchange> seen = read(record);
            assertThat(seen)
                    .allMatch(one -> one.url().startsWith(instance.root().toString()));
            assertThat(seen).anyMatch(one -> one.answer().contains("Turned SCIM on"));
            for (String secret : List.of(secrets.first(), secrets.second())) {
                assertThat(seen.stream().filter(one -> one.answer().contains(secret)))
                        .as("shown once, by the act that made it")
                        .singleElement()
                        .matches(one -> one.method().equals("POST"));
                assertThat(seen).noneMatch(one -> one.url().contains(secret));
                assertThat(instance.output()).doesNotContain(secret);
            }
        }
    }

    private static Secrets doTheTask(Page page, Instance instance, ProductionCompany company) {
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

        int back = 0;
        for (; page.url().startsWith(instance.root().toString()) && back < 20; back++) {
            assertThat(left(page)).doesNotContain(first, second);
            page.goBack();
        }
        assertThat(back).as("screens that one can go back to").isGreaterThan(2);
        return new Secrets(first, second);
    }

    private static List<Exchange> read(Path record) {
        try {
            List<Exchange> exchanges = new ArrayList<>();
            for (JsonNode entry : new ObjectMapper().readTree(record.toFile()).at("/log/entries")) {
                exchanges.add(new Exchange(
                        entry.at("/request/method").asText(),
                        entry.at("/request/url").asText(),
                        entry.at("/response/content/text").asText()));
            }
            return exchanges;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens the dialog, goes on, copies the token and closes; answers the token that was copied. */
    private static String issue(Page page, String opener, String submit) {
        press(page, opener);
        press(page, submit);
        page.locator("#once-token").waitFor();
        press(page, "Copy Token");
        page.locator(".copyfield:has(#once-token) [data-copy-said]:has-text('Copied')")
                .waitFor();
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
}
