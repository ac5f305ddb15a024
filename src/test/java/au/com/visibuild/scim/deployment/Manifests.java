package au.com.visibuild.scim.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What Kustomize makes of a folder of {@code deployment/}.
 *
 * @param folder    which
 * @param resources in its order
 */
record Manifests(String folder, List<ObjectNode> resources) {

    static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private static final Map<String, Manifests> RENDERED = new ConcurrentHashMap<>();

    /** A pod's template and the resource that has it. */
    record Pod(ObjectNode owner, JsonNode template) {

        JsonNode spec() {
            return template.path("spec");
        }

        List<JsonNode> containers() {
            return Stream.concat(
                            spec().path("containers").valueStream(),
                            spec().path("initContainers").valueStream())
                    .toList();
        }
    }

    static Manifests of(String folder) {
        return RENDERED.computeIfAbsent(folder, Manifests::render);
    }

    private static Manifests render(String folder) {
        Tool.Output output = Tool.KUBECTL.run(Tool.DEPLOYMENT, "kustomize", folder);
        assertThat(output.status()).as(output.text()).isZero();
        return new Manifests(folder, parsed(output.text()));
    }

    static List<ObjectNode> parsed(String yaml) {
        try (var documents = YAML.readerFor(ObjectNode.class).<ObjectNode>readValues(yaml)) {
            return documents.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<ObjectNode> kind(String kind) {
        return resources.stream().filter(each -> each.path("kind").asText().equals(kind));
    }

    ObjectNode one(String kind, String name) {
        List<ObjectNode> found =
                kind(kind).filter(each -> name(each).equals(name)).toList();
        assertThat(found).as(kind + " " + name + " of " + folder).hasSize(1);
        return found.getFirst();
    }

    /** All that become pods. */
    List<Pod> pods() {
        return Stream.of("Deployment", "StatefulSet", "Job", "DaemonSet", "CronJob")
                .flatMap(this::kind)
                .map(owner -> new Pod(owner, owner.path("spec").path("template")))
                .toList();
    }

    /** The service's own: not the database of the development overlay. */
    List<Pod> ownPods() {
        return pods().stream()
                .filter(pod -> name(pod.owner()).startsWith("visibuild-scim"))
                .toList();
    }

    Pod service() {
        ObjectNode owner = one("Deployment", "visibuild-scim");
        return new Pod(owner, owner.path("spec").path("template"));
    }

    /** A setting of the service as its config map has it. */
    String setting(String variable) {
        return one("ConfigMap", "visibuild-scim").path("data").path(variable).asText();
    }

    /** The same with another value at a place; a place that is missing is made if only its last step is. */
    Manifests with(String kind, String name, String pointer, Object value) {
        return changed(kind, name, pointer, YAML.valueToTree(value));
    }

    /** The same without what is at a place, which must be there. */
    Manifests without(String kind, String name, String pointer) {
        Manifests copy = copy();
        JsonPointer at = JsonPointer.compile(pointer);
        JsonNode parent = copy.one(kind, name).at(at.head());
        assertThat(parent.at(at.last()).isMissingNode()).as(pointer).isFalse();
        if (parent instanceof ArrayNode array) {
            array.remove(at.last().getMatchingIndex());
        } else {
            ((ObjectNode) parent).remove(at.last().getMatchingProperty());
        }
        return copy;
    }

    /** The same with a resource more. */
    Manifests and(String yaml) {
        return new Manifests(
                folder, Stream.concat(resources.stream(), parsed(yaml).stream()).toList());
    }

    static String name(JsonNode resource) {
        return resource.path("metadata").path("name").asText();
    }

    static String words(JsonNode resource) {
        return resource.path("kind").asText() + " " + name(resource);
    }

    private Manifests changed(String kind, String name, String pointer, JsonNode value) {
        Manifests copy = copy();
        JsonPointer at = JsonPointer.compile(pointer);
        JsonNode parent = copy.one(kind, name).at(at.head());
        switch (parent) {
            case ArrayNode array when at.last().getMatchingIndex() >= array.size() -> array.add(value);
            case ArrayNode array -> array.set(at.last().getMatchingIndex(), value);
            case ObjectNode object -> object.set(at.last().getMatchingProperty(), value);
            default -> throw new AssertionError("There is no " + pointer + " in " + kind + " " + name);
        }
        return copy;
    }

    private Manifests copy() {
        return new Manifests(
                folder, resources.stream().map(ObjectNode::deepCopy).toList());
    }
}
