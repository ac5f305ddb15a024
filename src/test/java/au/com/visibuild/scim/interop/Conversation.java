package au.com.visibuild.scim.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Replays the steps of one file against a base URL, exactly as recorded, and checks each answer. */
final class Conversation {

    private static final Path FOLDER = Path.of("src", "test", "resources", "idp");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String base;
    private final UnaryOperator<Map<String, String>> headers;
    private final Map<String, String> variables = new HashMap<>();

    /** {@code headers} may alter the recorded ones, to play another client. */
    Conversation(String base, String token, UnaryOperator<Map<String, String>> headers) {
        this.base = base;
        this.headers = headers;
        variables.put("token", token);
        variables.put("run", "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 9));
        variables.put("uuid1", UUID.randomUUID().toString());
    }

    /** All of them: recorded ones, and those that documents and issues describe. */
    static List<Path> files() throws IOException {
        try (Stream<Path> found = Files.walk(FOLDER)) {
            return found.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    /** The recorded conversation of that name. */
    static Path recorded(String name) {
        return FOLDER.resolve(name + ".json");
    }

    /** Whether it was recorded, and not put together from what documents and issues describe. */
    static boolean isRecorded(Path file) {
        return FOLDER.equals(file.getParent());
    }

    void play(Path file) throws IOException {
        play(JSON.readTree(file.toFile()));
    }

    private void play(JsonNode steps) {
        assertThat(steps.size()).as("a conversation has steps").isPositive();
        for (JsonNode step : steps) {
            play(step, step.path("name").asText());
        }
    }

    private void play(JsonNode step, String name) {
        HttpResponse<String> answer = send(step);
        JsonNode expected = step.path("expect");
        assertThat(expected.path("status").valueStream().map(JsonNode::asInt).toList())
                .as("%s: status; the answer was %s", name, answer.body())
                .contains(answer.statusCode());
        for (JsonNode header : expected.path("headers")) {
            checkHeader(name, header, answer);
        }
        JsonNode body = parse(answer.body());
        for (JsonNode assertion : expected.path("jsonPath")) {
            JsonAssertion.check(name, substitute(assertion), body);
        }
        step.path("capture")
                .properties()
                .forEach(capture -> variables.put(
                        capture.getKey(),
                        JsonAssertion.find(body, capture.getValue().asText()).asText()));
    }

    private static void checkHeader(String name, JsonNode header, HttpResponse<String> answer) {
        String value = answer.headers().firstValue(header.path("name").asText()).orElse(null);
        switch (header.path("op").asText()) {
            case "exists" -> assertThat(value).as("%s: %s", name, header).isNotNull();
            case "startsWith" ->
                assertThat(value)
                        .as("%s: %s", name, header)
                        .startsWith(header.path("value").asText());
            case "eq" ->
                assertThat(value)
                        .as("%s: %s", name, header)
                        .isEqualTo(header.path("value").asText());
            default -> throw new IllegalArgumentException("No such operation: " + header);
        }
    }

    private HttpResponse<String> send(JsonNode step) {
        String path = substitute(step.path("path").asText(), Conversation::encoded);
        JsonNode body = step.path("body");
        var publisher = body.isNull() || body.isMissingNode()
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(
                        body.isTextual() ? body.asText() : substitute(body).toString());
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .method(step.path("method").asText(), publisher);
        Map<String, String> sent = new HashMap<>();
        step.path("headers")
                .properties()
                .forEach(header ->
                        sent.put(header.getKey(), substitute(header.getValue().asText(), UnaryOperator.identity())));
        headers.apply(sent).forEach((header, value) -> {
            // The client sets this one itself and decodes nothing.
            if (!header.toLowerCase(Locale.ROOT).equals("accept-encoding")) {
                request.header(header, value);
            }
        });
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(step.path("name").asText(), e);
        }
    }

    private JsonNode substitute(JsonNode node) {
        return parse(substitute(node.toString(), Conversation::quoted));
    }

    private String substitute(String text, UnaryOperator<String> written) {
        Matcher matcher = VARIABLE.matcher(text);
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            String value = variables.get(matcher.group(1));
            assertThat(value).as("variable %s", matcher.group(1)).isNotNull();
            matcher.appendReplacement(result, Matcher.quoteReplacement(written.apply(String.valueOf(value))));
        }
        return matcher.appendTail(result).toString();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String quoted(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static JsonNode parse(String text) {
        try {
            return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(text, e);
        }
    }
}
