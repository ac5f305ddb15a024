package au.com.visibuild.scim.protocol.interop;

import static au.com.visibuild.scim.protocol.interop.Dialects.USER;

import au.com.visibuild.scim.platform.AttributeJson;
import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.patch.PatchRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The tolerances that a conversation of the interop tests needs, found by reading its requests in memory. */
final class RecordedTolerances {

    private static final List<Path> FOLDERS =
            List.of(Path.of("src/test/resources/idp"), Path.of("src/test/resources/idp/described"));
    private static final Pattern FILTER = Pattern.compile("[?&]filter=([^&]*)");
    private static final Dialect DIALECT = Dialect.standard();

    private final Map<String, ComplexValue> people = new HashMap<>();
    private final Set<Tolerance> acted = EnumSet.noneOf(Tolerance.class);

    private RecordedTolerances() {}

    static Set<Tolerance> of(String conversation) throws IOException {
        RecordedTolerances needed = new RecordedTolerances();
        Path file = FOLDERS.stream()
                .map(folder -> folder.resolve(conversation + ".json"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no conversation " + conversation));
        if (AttributeJson.parse(Files.readAllBytes(file)) instanceof Multi(var steps)) {
            steps.forEach(step -> needed.read(object(step)));
        }
        return needed.acted;
    }

    private void read(ComplexValue step) {
        String path = String.valueOf(step.text("path"));
        Matcher filter = FILTER.matcher(path);
        try {
            if (filter.find()) {
                acted.addAll(DIALECT.filter(URLDecoder.decode(filter.group(1), StandardCharsets.UTF_8), USER)
                        .acted());
            } else if (step.get("body") instanceof Complex(var body)) {
                read(step, body, path);
            }
        } catch (ScimException _) {
            // A step may be there to be refused.
        }
    }

    private void read(ComplexValue step, ComplexValue body, String path) {
        switch (String.valueOf(step.text("method"))) {
            case "PATCH" -> {
                Reading<PatchRequest> reading = DIALECT.patchBody(body, USER);
                acted.addAll(reading.acted());
                ComplexValue before = people.get(path.replaceAll(".*\\{(\\w+)}.*", "$1"));
                if (before != null
                        && DIALECT.patchEngine(USER)
                                .apply(before, reading.request())
                                .createdMissingElement()) {
                    acted.add(Tolerance.T4);
                }
            }
            case "POST", "PUT" -> {
                if (path.startsWith("/Users") && !path.contains(".search")) {
                    acted.addAll(DIALECT.resourceBody(body, USER).acted());
                    ComplexValue made = Dialects.created(DIALECT, body);
                    object(step.get("capture")).members().forEach(variable -> people.put(variable.name(), made));
                }
            }
            default -> throw new AssertionError(step);
        }
    }

    private static ComplexValue object(@Nullable AttributeValue value) {
        return value instanceof Complex(var members) ? members : ComplexValue.EMPTY;
    }
}
