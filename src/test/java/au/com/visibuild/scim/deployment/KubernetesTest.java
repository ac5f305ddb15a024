package au.com.visibuild.scim.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Kustomize makes of {@code deployment/}, held against the checklist of what operators expect. */
class KubernetesTest {

    private static final String PRODUCTION = "overlays/prod";
    private static final String DEVELOPMENT = "overlays/dev";
    private static final Shapes SHAPES = new Shapes();

    static List<Rule> rules() {
        return Stream.concat(WorkloadRules.ALL.stream(), SurroundingRules.ALL.stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleHoldsForProduction(Rule rule) {
        assertThat(rule.findings(Manifests.of(PRODUCTION))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleThatIsNotOfProductionAloneHoldsForDevelopment(Rule rule) {
        if (!rule.prodOnly()) {
            assertThat(rule.findings(Manifests.of(DEVELOPMENT))).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleSeesItsBadExample(Rule rule) {
        assertThat(rule.findings(rule.example().apply(Manifests.of(PRODUCTION))))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", PRODUCTION, DEVELOPMENT})
    void everyMemberOfEveryResourceIsKnownAndOfItsType(String folder) {
        assertThat(Manifests.of(folder).resources().stream().flatMap(each -> SHAPES.findings(each).stream()))
                .isEmpty();
    }

    @Test
    void misspeltMissingAndMistypedMembersAreSeen() {
        Manifests all = Manifests.of(PRODUCTION);
        String pod = "/spec/template/spec";

        assertThat(found(all.with("Deployment", "visibuild-scim", pod + "/terminationGracePeriod", 40), "Deployment"))
                .containsExactly("Deployment visibuild-scim/spec/template/spec/terminationGracePeriod is unknown");
        assertThat(found(all.with("Deployment", "visibuild-scim", "/spec/minReadySeconds", "ten"), "Deployment"))
                .containsExactly("Deployment visibuild-scim/spec/minReadySeconds must be number and is \"ten\"");
        assertThat(found(all.without("Deployment", "visibuild-scim", "/spec/selector"), "Deployment"))
                .containsExactly("Deployment visibuild-scim/spec/selector is missing");
        assertThat(found(all.without("Certificate", "visibuild-scim", "/spec/issuerRef"), "Certificate"))
                .containsExactly("Certificate visibuild-scim/spec/issuerRef is missing");
        assertThat(found(
                        all.with("ServiceMonitor", "visibuild-scim", "/spec/endpoints/0/pathh", "/"), "ServiceMonitor"))
                .containsExactly("ServiceMonitor visibuild-scim/spec/endpoints/0/pathh is unknown");
        assertThat(found(all.with("TLSRoute", "visibuild-scim", "/spec/hostname", "a"), "TLSRoute"))
                .containsExactly("TLSRoute visibuild-scim/spec/hostname is unknown");
    }

    @Test
    void theBaseHasNoTypeThatAClusterMustBeTaught() {
        assertThat(Manifests.of("base").resources())
                .extracting(each -> each.path("apiVersion").asText())
                .containsOnly("v1", "apps/v1", "batch/v1", "policy/v1", "networking.k8s.io/v1");
    }

    @Test
    void everyComponentIsPartOfProduction() throws IOException {
        String production = Files.readString(Tool.DEPLOYMENT.resolve(PRODUCTION).resolve("kustomization.yaml"));
        try (Stream<Path> components = Files.list(Tool.DEPLOYMENT.resolve("components"))) {
            assertThat(components.map(folder -> "../../components/" + folder.getFileName()))
                    .isNotEmpty()
                    .allMatch(production::contains);
        }
    }

    @Test
    void aComponentOfItsOwnAppliesToTheBase() throws IOException {
        for (String component : List.of("autoscaling", "cert-manager", "gateway", "monitoring")) {
            Path folder = Files.createTempDirectory(Tool.DEPLOYMENT.resolve("overlays"), "test-");
            Path file = folder.resolve("kustomization.yaml");
            try {
                Files.writeString(file, "resources: [../../base]\ncomponents: [../../components/" + component + "]\n");
                Tool.Output output = Tool.KUBECTL.run(folder, "kustomize", ".");
                assertThat(output.status()).as(component + ": " + output.text()).isZero();
                assertThat(Manifests.parsed(output.text()))
                        .hasSizeGreaterThan(Manifests.of("base").resources().size());
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        }
    }

    @Test
    void theAlertsOfTheClusterAreThoseThatAreTested() throws IOException {
        ObjectNode rule = Manifests.of(PRODUCTION).one("PrometheusRule", "visibuild-scim");

        assertThat(rule.at("/spec/groups"))
                .as("run deployment/alerts/render.sh")
                .isEqualTo(Manifests.YAML
                        .readTree(Tool.DEPLOYMENT.resolve("alerts/rules.yaml").toFile())
                        .path("groups"));
    }

    @Test
    void whatIsMountedFromAConfigMapOrSecretIsNamedInTheReadme() throws IOException {
        String readme = Files.readString(Tool.DEPLOYMENT.resolve("README.md"));
        Stream<String> names = Manifests.of(PRODUCTION).ownPods().stream()
                .flatMap(pod -> pod.spec().path("volumes").valueStream())
                .map(volume -> volume.at("/secret/secretName")
                        .asText(volume.at("/configMap/name").asText()))
                .filter(name -> !name.isEmpty());

        assertThat(names).isNotEmpty().allMatch(readme::contains, "named in deployment/README.md");
    }

    private static List<String> found(Manifests manifests, String kind) {
        return SHAPES.findings(manifests.one(kind, "visibuild-scim"));
    }

    /** The examples are of production: what they plant must not be there already. */
    @Test
    void noTwoRulesHaveOneName() {
        assertThat(rules()).extracting(Rule::name).doesNotHaveDuplicates();
    }
}
