package au.com.visibuild.scim.api.settings;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.AdminBrowser;
import au.com.visibuild.scim.fixture.Instance;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** One screen of the page as it must be for everybody: in both themes, narrow and wide. */
final class SettingsScreen {

    static final String ROOT = "/settings/identity-management/scim";

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final String AXE = script();
    private static final String VIOLATIONS = """
            async tags => (await axe.run({runOnly: tags, resultTypes: ['violations']})).violations.map(one =>
              one.id + ': ' + one.help + ' ' + one.nodes.map(node => node.html + ' ' + node.failureSummary).join(' '))""";
    private static final List<Integer> WIDTHS = List.of(1280, 320);

    private SettingsScreen() {}

    /** Opens it, does what leads to the state, and looks in each of the four ways for what keeps people out. */
    static void check(String name, Instance instance, String jwt, String path, Consumer<Page> then) {
        try (BrowserContext window = AdminBrowser.window(instance, jwt, 1280, ColorScheme.LIGHT)) {
            Page page = window.newPage();
            page.navigate(instance.root() + ROOT + path);
            then.accept(page);
            for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
                for (int width : WIDTHS) {
                    page.setViewportSize(width, 900);
                    accessible(name + " " + theme + " " + width, page);
                    photograph(name + "-" + theme.name().toLowerCase(java.util.Locale.ROOT) + "-" + width, page);
                }
            }
        }
    }

    /** No violation of WCAG 2.2 AA, one h1, and no scrolling sideways. */
    static void accessible(String name, Page page) {
        if (Boolean.FALSE.equals(page.evaluate("'axe' in window"))) {
            page.evaluate(AXE);
        }
        assertThat((List<?>) page.evaluate(VIOLATIONS, WCAG)).as(name).isEmpty();
        assertThat(page.locator("h1").count()).as(name).isEqualTo(1);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("%s scrolls sideways", name)
                .isEqualTo(true);
    }

    private static String script() {
        try (InputStream in = SettingsScreen.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With {@code -Dscreens=folder} each screen is kept as a picture. */
    private static void photograph(String name, Page page) {
        String folder = System.getProperty("screens");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(folder, name + ".png"))
                    .setFullPage(!name.startsWith("dialog")));
        }
    }
}
