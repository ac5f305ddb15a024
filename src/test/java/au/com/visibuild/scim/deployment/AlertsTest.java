package au.com.visibuild.scim.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.BesideTheService;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The alerts: whole, understood by Prometheus, firing when they must and silent when they must not. */
@BesideTheService
class AlertsTest {

    private static final Path ALERTS = Tool.DEPLOYMENT.resolve("alerts");

    @TempDir
    Path folder;

    @Test
    void prometheusUnderstandsTheRules() {
        Tool.Output output = Tool.PROMTOOL.run(ALERTS, "check", "rules", "rules.yaml");

        assertThat(output.status()).as(output.text()).isZero();
        assertThat(output.text()).contains(PromQl.alerts().count() + " rules found");
    }

    @Test
    void theirTestsPass() {
        Tool.Output output = test(ALERTS);

        assertThat(output.status()).as(output.text()).isZero();
    }

    @Test
    void anAlertThatNeverFiresFailsItsTest() {
        spoil(rule -> rule.put("expr", "vector(0) > 1"));

        assertThat(failed(test(folder), "fires")).isEqualTo(names());
    }

    @Test
    void anAlertThatAlwaysFiresFailsItsOtherTest() {
        spoil(rule -> rule.put("expr", "vector(1)").remove("for"));

        assertThat(failed(test(folder), "does not fire")).isEqualTo(names());
    }

    @Test
    void eachHasATestThatItFiresAndOneThatItDoesNot() {
        assertThat(tested(expected -> !expected.isEmpty())).isEqualTo(names());
        assertThat(tested(JsonNode::isEmpty)).isEqualTo(names());
    }

    @Test
    void eachSaysHowBadItIsWhatItIsAndWhereToReadOn() {
        PromQl.alerts().forEach(alert -> {
            String name = alert.path("alert").asText();
            assertThat(alert.at("/labels/severity").asText()).as(name).isIn("critical", "warning", "info");
            assertThat(alert.at("/annotations/summary").asText()).as(name).isNotBlank();
            assertThat(alert.at("/annotations/description").asText()).as(name).isNotBlank();
            assertThat(alert.at("/annotations/runbook_url").asText())
                    .as(name)
                    .endsWith("/deployment/runbooks/" + name + ".md");
        });
        assertThat(names()).hasSameSizeAs(PromQl.ofAlerts());
    }

    private static Set<String> names() {
        return PromQl.alerts().map(alert -> alert.path("alert").asText()).collect(Collectors.toSet());
    }

    private static Set<String> tested(Predicate<JsonNode> expected) {
        return files().stream()
                .flatMap(file -> PromQl.yaml(file).path("tests").valueStream())
                .flatMap(test -> test.path("alert_rule_test").valueStream())
                .filter(check -> expected.test(check.path("exp_alerts")))
                .map(check -> check.path("alertname").asText())
                .collect(Collectors.toSet());
    }

    private static List<Path> files() {
        try (Stream<Path> files = Files.list(ALERTS.resolve("tests"))) {
            return files.sorted(Comparator.naturalOrder()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Tool.Output test(Path alerts) {
        String[] arguments = Stream.concat(
                        Stream.of("test", "rules"), files().stream().map(file -> "tests/" + file.getFileName()))
                .toArray(String[]::new);
        return Tool.PROMTOOL.run(alerts, arguments);
    }

    /** The alerts whose test of this name failed. */
    private static Set<String> failed(Tool.Output output, String kind) {
        String end = " " + kind + ",";
        return output.text()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("name: ") && line.endsWith(end))
                .map(line -> line.substring("name: ".length(), line.length() - end.length()))
                .collect(Collectors.toSet());
    }

    private void spoil(Consumer<ObjectNode> change) {
        JsonNode rules = PromQl.yaml(ALERTS.resolve("rules.yaml"));
        rules.path("groups").forEach(group -> group.path("rules").forEach(rule -> change.accept((ObjectNode) rule)));
        try {
            Files.createDirectory(folder.resolve("tests"));
            for (Path file : files()) {
                Files.copy(file, folder.resolve("tests").resolve(file.getFileName()));
            }
            Manifests.YAML.writeValue(folder.resolve("rules.yaml").toFile(), rules);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
