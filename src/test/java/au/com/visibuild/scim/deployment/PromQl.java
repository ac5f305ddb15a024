package au.com.visibuild.scim.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The expressions of alerts and dashboards. */
public final class PromQl {

    /** Go first: braces and names within them are no others. */
    private static final Pattern TEXTS = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'");

    private static final Pattern NOT_NAMES = Pattern.compile("\\{[^}]*}|\\[[^]]*]");
    private static final Pattern LABELS =
            Pattern.compile("\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
    private static final Pattern NAME = Pattern.compile("(?<![\\w:.])[a-zA-Z_:][\\w:]*+(?!\\s*\\()");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");

    private PromQl() {}

    /** All of the alerts. */
    static List<String> ofAlerts() {
        return alerts().map(alert -> alert.path("expr").asText()).toList();
    }

    static Stream<JsonNode> alerts() {
        return yaml(Tool.DEPLOYMENT.resolve("alerts/rules.yaml"))
                .path("groups")
                .valueStream()
                .flatMap(group -> group.path("rules").valueStream());
    }

    /** All of the runbooks. */
    static List<String> ofRunbooks() {
        return Runbooks.blocks("promql").flatMap(String::lines).toList();
    }

    /** All of the dashboards. */
    static List<String> ofDashboards() {
        return dashboards()
                .flatMap(board -> board.findValuesAsText("expr").stream())
                .toList();
    }

    static Stream<JsonNode> dashboards() {
        return Stream.of("scim-overview", "scim-tenant")
                .map(name -> json(Tool.DEPLOYMENT.resolve("dashboards/" + name + ".json")));
    }

    /** The metrics that an expression reads. */
    static Set<String> metrics(String expression) {
        String bare =
                NOT_NAMES.matcher(TEXTS.matcher(expression).replaceAll(" ")).replaceAll(" ");
        Matcher name = NAME.matcher(LABELS.matcher(bare).replaceAll(" "));
        Set<String> found = new TreeSet<>();
        while (name.find()) {
            if (!WORDS.contains(name.group())) {
                found.add(name.group());
            }
        }
        return found;
    }

    /** Every metric that an alert, a dashboard or a runbook reads and the service has to export. */
    public static Set<String> metricsOfAll() {
        Set<String> all = new TreeSet<>();
        Stream.of(ofAlerts(), ofDashboards(), ofRunbooks())
                .flatMap(List::stream)
                .forEach(each -> all.addAll(metrics(each)));
        // Prometheus' own word for whether it reached somebody.
        all.remove("up");
        return all;
    }

    /** What promtool says of expressions; each stands in a rule of its own. */
    static Tool.Output check(List<String> expressions) {
        ObjectNode file = Manifests.YAML.createObjectNode();
        ObjectNode group = file.putArray("groups").addObject().put("name", "all");
        ArrayNode rules = group.putArray("rules");
        for (int i = 0; i < expressions.size(); i++) {
            rules.addObject().put("record", "expression:" + i).put("expr", expressions.get(i));
        }
        try {
            Path written = Files.createTempFile("expressions", ".yaml");
            Manifests.YAML.writeValue(written.toFile(), file);
            Tool.Output output = Tool.PROMTOOL.run(Tool.DEPLOYMENT, "check", "rules", written.toString());
            Files.delete(written);
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode yaml(Path file) {
        return read(Manifests.YAML, file);
    }

    private static JsonNode json(Path file) {
        return read(new ObjectMapper(), file);
    }

    private static JsonNode read(ObjectMapper mapper, Path file) {
        try {
            JsonNode tree = mapper.readTree(file.toFile());
            assertThat(tree.isEmpty()).as(file.toString()).isFalse();
            return tree;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
