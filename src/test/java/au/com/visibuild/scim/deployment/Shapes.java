package au.com.visibuild.scim.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which members a resource may and must have, and of which type ({@code shapes.json}, made by {@code shapes.mjs}). Finds
 * what the cluster's own check would silently drop: misspelt members.
 */
final class Shapes {

    private final JsonNode kinds;
    private final JsonNode shapes;

    Shapes() {
        try (InputStream file = Objects.requireNonNull(Shapes.class.getResourceAsStream("/kubernetes/shapes.json"))) {
            JsonNode all = new ObjectMapper().readTree(file);
            kinds = all.path("kinds");
            shapes = all.path("shapes");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with a resource, by place. */
    List<String> findings(JsonNode resource) {
        String kind = resource.path("apiVersion").asText() + "/"
                + resource.path("kind").asText();
        return kinds.has(kind)
                ? findings(resource, shapes.path(kinds.path(kind).asInt()), Manifests.words(resource))
                : List.of("no shape is known of " + kind + ": add it to shapes.mjs");
    }

    private List<String> findings(JsonNode value, JsonNode shape, String place) {
        if (shape.isTextual()) {
            return simple(value, shape.asText(), place);
        }
        if (shape.has("any")) {
            List<List<String>> each = shape.path("any")
                    .valueStream()
                    .map(one -> findings(value, one, place))
                    .toList();
            return each.stream().anyMatch(List::isEmpty) ? List.of() : each.getFirst();
        }
        if (shape.has("list")) {
            return value.isArray()
                    ? IntStream.range(0, value.size())
                            .mapToObj(i -> findings(value.path(i), shape.path("list"), place + "/" + i))
                            .flatMap(List::stream)
                            .toList()
                    : List.of(place + " must be a list");
        }
        if (!value.isObject()) {
            return List.of(place + " must be an object");
        }
        return shape.has("map")
                ? value.propertyStream()
                        .flatMap(member ->
                                findings(member.getValue(), shape.path("map"), place + "/" + member.getKey()).stream())
                        .toList()
                : members(value, shape.path("object"), place);
    }

    private List<String> members(JsonNode value, JsonNode shape, String place) {
        if (shape.isEmpty()) {
            // The declaration says nothing of what may be in it.
            return List.of();
        }
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            String name = member.getKey();
            JsonNode known = shape.has(name + "!") ? shape.path(name + "!") : shape.path(name);
            String where = place + "/" + name;
            found.addAll(
                    known.isMissingNode() ? List.of(where + " is unknown") : findings(member.getValue(), known, where));
        }
        shape.propertyStream()
                .map(Map.Entry::getKey)
                .filter(name -> name.endsWith("!") && !value.has(name.substring(0, name.length() - 1)))
                .forEach(name -> found.add(place + "/" + name.substring(0, name.length() - 1) + " is missing"));
        return found;
    }

    private List<String> simple(JsonNode value, String type, String place) {
        if (type.startsWith("@")) {
            return findings(value, shapes.path(Integer.parseInt(type.substring(1))), place);
        }
        boolean fits = type.startsWith("=")
                ? value.asText().equals(type.substring(1))
                : switch (type) {
                    case "string" -> value.isTextual();
                    case "number" -> value.isNumber();
                    case "boolean" -> value.isBoolean();
                    case "null" -> value.isNull();
                    default -> true;
                };
        return fits
                ? List.of()
                : Stream.of(place + " must be " + type + " and is " + value).toList();
    }
}
