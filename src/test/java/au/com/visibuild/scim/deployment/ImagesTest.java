package au.com.visibuild.scim.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The images' recipes, and the composition for one machine. No engine is needed: the files are read. */
class ImagesTest {

    private static final List<String> FACTS =
            List.of("title", "description", "licenses", "source", "version", "revision", "created");

    /** One instruction of a recipe, its continued lines joined. */
    private record Instruction(String word, String rest) {}

    @ParameterizedTest
    @ValueSource(strings = {"native", "jvm"})
    void anImageRunsTheServiceWithoutRootAndWithoutAShell(String image) throws IOException {
        assertThat(faults(recipe(image))).isEmpty();
        assertThat(Files.readAllLines(Tool.DEPLOYMENT.resolve("image/" + image + ".Dockerfile.dockerignore")))
                .as("nothing but what is copied is sent to the engine")
                .startsWith("*")
                .allMatch(line -> line.equals("*") || line.startsWith("!target/"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "USER 1001:1001 | USER root",
                "USER 1001:1001 | USER 0",
                "micro-image:2.0 | micro-image:latest",
                "micro-image:2.0 | micro-image",
                "ENTRYPOINT [\"/app/visibuild-scim\"] | ENTRYPOINT /app/visibuild-scim",
                "org.opencontainers.image.revision= | org.example.revision=",
                "EXPOSE 8443 9443 | EXPOSE 8080",
                "WORKDIR /app | RUN chmod 777 /app",
                "--chown=0:0 --chmod=0555 | --chown=1001:1001"
            })
    void aBadRecipeIsSeen(String good, String bad) throws IOException {
        String recipe = recipe("native");
        assertThat(recipe).contains(good);

        assertThat(faults(recipe.replace(good, bad))).isNotEmpty();
    }

    @Test
    void onOneMachineTheServiceIsAsConfinedAsInACluster() throws IOException {
        JsonNode services = compose();
        for (String name : List.of("service", "migrate")) {
            JsonNode service = services.path(name);
            assertThat(service.path("user").asText()).as(name).isEqualTo("1001:1001");
            assertThat(service.path("read_only").asBoolean()).as(name).isTrue();
            assertThat(service.at("/cap_drop/0").asText()).as(name).isEqualTo("ALL");
            assertThat(service.at("/security_opt/0").asText()).as(name).isEqualTo("no-new-privileges:true");
            assertThat(service.path("environment").toString()).as(name).doesNotContain("PASSWORD");
        }
        assertThat(services.at("/service/environment/QUARKUS_HTTP_INSECURE_REQUESTS")
                        .asText())
                .isEqualTo("disabled");
        assertThat(services.at("/service/environment/VISIBUILD_DATABASE_MIGRATE")
                        .asText())
                .isEqualTo("false");
        assertThat(services.at("/service/depends_on/migrate/condition").asText())
                .isEqualTo("service_completed_successfully");
        assertThat(services.at("/service/stop_grace_period").asText()).isEqualTo("40s");
        assertThat(services.at("/database").has("ports"))
                .as("the database is reached from inside alone")
                .isFalse();
    }

    @Test
    void everySecretOfTheCompositionIsMadeByItsScript() throws IOException {
        String script = Files.readString(Tool.DEPLOYMENT.resolve("compose/make-keys.sh"));
        JsonNode secrets = Manifests.YAML
                .readTree(Tool.DEPLOYMENT.resolve("compose/compose.yaml").toFile())
                .path("secrets");

        assertThat(secrets.propertyStream().map(Map.Entry::getKey)).isNotEmpty().allMatch(script::contains);
    }

    private static JsonNode compose() throws IOException {
        return Manifests.YAML
                .readTree(Tool.DEPLOYMENT.resolve("compose/compose.yaml").toFile())
                .path("services");
    }

    private static String recipe(String image) throws IOException {
        return Files.readString(Tool.DEPLOYMENT.resolve("image/" + image + ".Dockerfile"));
    }

    private static List<String> faults(String recipe) {
        List<String> faults = new ArrayList<>();
        List<Instruction> instructions = instructions(recipe);
        String base = rest(instructions, "ARG")
                .filter(arg -> arg.startsWith("BASE="))
                .findFirst()
                .orElse("");
        fault(
                base.matches("BASE=[\\w.-]+(/[\\w.-]+)+(:(?!latest$)[\\w.-]+|@sha256:[0-9a-f]{64})"),
                "base " + base,
                faults);
        fault(rest(instructions, "FROM").toList().equals(List.of("${BASE}")), "one stage from the base", faults);
        fault(rest(instructions, "USER").toList().equals(List.of("1001:1001")), "user", faults);
        fault(rest(instructions, "EXPOSE").toList().equals(List.of("8443 9443")), "ports", faults);
        fault(rest(instructions, "ENTRYPOINT").allMatch(entry -> entry.startsWith("[")), "a shell starts it", faults);
        fault(rest(instructions, "RUN").findAny().isEmpty(), "something runs while it is built", faults);
        fault(
                rest(instructions, "COPY").allMatch(copy -> copy.startsWith("--chown=0:0 --chmod=0555 target/")),
                "the process could change its program",
                faults);
        String labels = String.join(" ", rest(instructions, "LABEL").toList());
        FACTS.forEach(fact -> fault(labels.contains("org.opencontainers.image." + fact + "="), fact, faults));
        return faults;
    }

    private static void fault(boolean fine, String otherwise, List<String> faults) {
        if (!fine) {
            faults.add(otherwise);
        }
    }

    private static Stream<String> rest(List<Instruction> instructions, String word) {
        return instructions.stream().filter(each -> each.word().equals(word)).map(Instruction::rest);
    }

    private static List<Instruction> instructions(String recipe) {
        String joined = recipe.replaceAll("(?m)^#.*\\n", "").replaceAll("\\\\\\n\\s*", " ");
        return joined.lines()
                .filter(line -> !line.isBlank())
                .map(line -> new Instruction(line.split(" ", 2)[0], line.split(" ", 2)[1].strip()))
                .toList();
    }
}
