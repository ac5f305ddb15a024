package au.com.visibuild.scim.api.settings;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.AdminBrowser;
import au.com.visibuild.scim.fixture.Instance;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** One screen of the page as it must be for everybody: in both themes, narrow and wide. */
final class SettingsScreen {

    static final String ROOT = "/settings/identity-management/scim";

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final List<Integer> WIDTHS = List.of(1280, 320);

    private SettingsScreen() {}

    /** Opens it in each of the four ways, does what leads to the state, and looks for what keeps people out. */
    static void check(String name, Instance instance, String jwt, String path, Consumer<Page> then) {
        for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (BrowserContext window = AdminBrowser.window(instance, jwt, 1280, theme)) {
                Page page = window.newPage();
                page.navigate(instance.root() + ROOT + path);
                then.accept(page);
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
        List<String> violations = new AxeBuilder(page)
                .withTags(WCAG).analyze().getViolations().stream()
                        .map(SettingsScreen::told)
                        .toList();
        assertThat(violations).as(name).isEmpty();
        assertThat(page.locator("h1").count()).as(name).isEqualTo(1);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("%s scrolls sideways", name)
                .isEqualTo(true);
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream()
                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                        .toList();
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
