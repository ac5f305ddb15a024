package au.com.visibuild.scim.api.settings;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What stands around each screen.
 *
 * @param screen which of the tabs is open
 * @param company the company's name
 * @param feature whether SCIM is part of the account
 * @param admin whether the viewer may change things
 * @param recent whether the sign-in is recent enough for sensitive acts
 * @param scope what each link carries: the company, for staff
 * @param formToken for each form
 * @param assets changes when style or script do
 * @param signInAgain where to sign in once more, with the way back to this screen
 */
public record Frame(
        String screen,
        String company,
        boolean feature,
        boolean admin,
        boolean recent,
        String scope,
        String formToken,
        String assets,
        String signInAgain) {

    /** Where the page is. */
    static final String ROOT = "/settings/identity-management/scim";

    /** What htmx must not do here: run text as code, write styles, keep copies of the page. */
    public String htmx() {
        return """
                {"allowEval":false,"includeIndicatorStyles":false,"selfRequestsOnly":true,"historyCacheSize":0,\
                "refreshOnHistoryMiss":true,"historyEnabled":false,"responseHandling":[{"code":"204","swap":false},\
                {"code":"...","swap":true}]}""";
    }

    /** The address of a screen. */
    public String to(String path) {
        return ROOT + path + (scope.isEmpty() ? "" : (path.contains("?") ? "&" : "?") + scope);
    }

    /** The address of a screen with a query. */
    public String to(String path, String query) {
        return to(path + query);
    }

    /** The company that staff look at, for forms. */
    public String companyId() {
        return scope.substring(scope.indexOf('=') + 1);
    }

    /** {@code page} when this tab is open, for aria-current; else {@code false}. */
    public String current(String tab) {
        return tab.equals(screen) ? "page" : "false";
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
