package au.com.visibuild.scim.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The dashboards: expressions that Prometheus understands, panels that say what they show. */
class DashboardsTest {

    @Test
    void prometheusUnderstandsEveryExpression() {
        Tool.Output output = PromQl.check(PromQl.ofDashboards());

        assertThat(output.status()).as(output.text()).isZero();
        assertThat(PromQl.check(List.of("sum by (a (b)")).status()).isNotZero();
    }

    @Test
    void everyPanelIsComplete() {
        PromQl.dashboards().forEach(board -> assertThat(faults(board)).isEmpty());
    }

    @Test
    void whatIsMissingOrFixedIsSeen() {
        assertThat(spoilt(panel -> panel.remove("description"))).isNotEmpty();
        assertThat(spoilt(panel -> panel.remove("title"))).isNotEmpty();
        assertThat(spoilt(panel -> ((ObjectNode) panel.at("/fieldConfig/defaults")).remove("unit")))
                .isNotEmpty();
        assertThat(spoilt(panel -> panel.put("datasource", "Prometheus"))).isNotEmpty();
        assertThat(spoilt(
                        panel -> ((ObjectNode) panel.at("/targets/0")).put("expr", "up{namespace=\"visibuild-scim\"}")))
                .isNotEmpty();
        assertThat(spoilt(panel -> ((ObjectNode) panel.at("/options")).remove("legend")))
                .isNotEmpty();
    }

    @Test
    void everyRunbookIsLinkedFromAPanel() {
        List<String> links = PromQl.dashboards()
                .flatMap(board -> board.findValuesAsText("url").stream())
                .toList();

        PromQl.alerts()
                .map(alert -> alert.at("/annotations/runbook_url").asText())
                .filter(url -> !url.endsWith("/ScimClockSkew.md"))
                .forEach(url -> assertThat(links).contains(url));
    }

    @Test
    void namesOfMetricsAreFoundInExpressions() {
        assertThat(PromQl.metrics(
                        "sum by (le, tenant) (rate(a_total{b=\"c_total\"}[5m])) / on () group_left (x) d offset 26h"
                                + " and abs(e:f) > 14.4 * 1e3"))
                .containsExactly("a_total", "d", "e:f");
    }

    private static List<String> faults(JsonNode board) {
        List<String> faults = new ArrayList<>();
        JsonNode variables = board.at("/templating/list");
        if (!variables.path(0).path("type").asText().equals("datasource")) {
            faults.add("the data source is no variable");
        }
        for (JsonNode panel : board.path("panels")) {
            if (!panel.path("type").asText().equals("row")) {
                faults.addAll(panelFaults(panel));
            }
        }
        return faults;
    }

    private static List<String> panelFaults(JsonNode panel) {
        List<String> faults = new ArrayList<>();
        String title = panel.path("title").asText();
        for (String place : List.of("/title", "/description", "/fieldConfig/defaults/unit", "/targets/0/expr")) {
            if (panel.at(place).asText().isBlank()) {
                faults.add(title + " has no " + place);
            }
        }
        if (!panel.at("/datasource/uid").asText().equals("${datasource}")) {
            faults.add(title + " has a data source of its own");
        }
        String expressions = String.join(" ", panel.path("targets").findValuesAsText("expr"));
        if (expressions.contains("namespace=") || !expressions.contains("$job")) {
            faults.add(title + " is tied to one installation");
        }
        boolean readable = panel.at("/options/legend/displayMode").asText().equals("table")
                || panel.at("/options/textMode").asText().equals("value_and_name");
        if (!readable) {
            faults.add(title + " needs colours to be read");
        }
        return faults;
    }

    /** The faults of the overview with its first panel changed. */
    private static List<String> spoilt(Consumer<ObjectNode> change) {
        JsonNode board = PromQl.dashboards().findFirst().orElseThrow().deepCopy();
        for (JsonNode panel : board.path("panels")) {
            if (panel.path("type").asText().equals("timeseries")) {
                change.accept((ObjectNode) panel);
                break;
            }
        }
        return faults(board);
    }
}
