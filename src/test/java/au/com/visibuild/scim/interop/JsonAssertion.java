package au.com.visibuild.scim.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The assertions of recorded conversations: a path into the answer, an operation, a value. */
final class JsonAssertion {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SEGMENT =
            Pattern.compile("\\.(\\w+)|\\['([^']+)']|\\[(\\d+)]|\\[\\?\\(@\\.(\\w+)==(true|false|'[^']*'|\\d+)\\)]");

    private JsonAssertion() {}

    static void check(String step, JsonNode assertion, JsonNode body) {
        JsonNode actual = find(body, assertion.path("path").asText());
        JsonNode value = assertion.path("value");
        String shown = step + ": " + assertion + " in " + body;
        boolean present = !actual.isMissingNode() && !actual.isNull();
        switch (assertion.path("op").asText()) {
            case "eq" -> assertThat(actual).as(shown).isEqualTo(value);
            case "ne" -> assertThat(actual).as(shown).isNotEqualTo(value);
            case "exists" -> assertThat(present).as(shown).isTrue();
            case "absent" -> assertThat(present).as(shown).isFalse();
            case "size" -> {
                assertThat(actual.isArray()).as(shown).isTrue();
                assertThat(actual.size()).as(shown).isEqualTo(value.asInt());
            }
            case "sizeOrAbsent" ->
                assertThat(present ? actual.size() : value.asInt()).as(shown).isEqualTo(value.asInt());
            case "contains" -> assertThat(actual).as(shown).contains(value);
            case "any" -> assertThat(actual).as(shown).anyMatch(element -> hasAll(element, value));
            case "none" ->
                assertThat(present && actual.valueStream().anyMatch(element -> hasAll(element, value)))
                        .as(shown)
                        .isFalse();
            case "type" -> assertThat(actual.getNodeType().name()).as(shown).isEqualToIgnoringCase(value.asText());
            case "eqPath" -> assertThat(actual).as(shown).isEqualTo(find(body, value.asText()));
            default -> throw new IllegalArgumentException("No such operation: " + assertion);
        }
    }

    static JsonNode find(JsonNode body, String path) {
        assertThat(path).startsWith("$");
        JsonNode node = body;
        Matcher segment = SEGMENT.matcher(path);
        int end = 1;
        while (end < path.length()) {
            assertThat(segment.find(end) && segment.start() == end).as(path).isTrue();
            node = step(node, segment);
            end = segment.end();
        }
        return node;
    }

    private static JsonNode step(JsonNode node, Matcher segment) {
        if (segment.group(1) != null) {
            return node.path(segment.group(1));
        }
        if (segment.group(2) != null) {
            return node.path(segment.group(2));
        }
        if (segment.group(3) != null) {
            return node.path(Integer.parseInt(segment.group(3)));
        }
        if (node.isMissingNode()) {
            return MissingNode.getInstance();
        }
        ArrayNode found = JSON.createArrayNode();
        String wanted = segment.group(5).replace("'", "");
        node.valueStream()
                .filter(element -> element.path(segment.group(4)).asText().equals(wanted))
                .forEach(found::add);
        return found;
    }

    private static boolean hasAll(JsonNode element, JsonNode members) {
        return members.properties().stream()
                .allMatch(member -> member.getValue().equals(element.path(member.getKey())));
    }
}
