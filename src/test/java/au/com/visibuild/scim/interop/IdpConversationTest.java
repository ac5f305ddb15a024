package au.com.visibuild.scim.interop;

import au.com.visibuild.scim.demo.DemoCompany;
import au.com.visibuild.scim.fixture.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every conversation, recorded or described, step by step, by every form in which an admin may have typed the base URL. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class IdpConversationTest {

    private static final String RECORDED = "as recorded";
    static final List<String> BASES = List.of("scim_v2", "scim_v2/", "scim/v2", "scim/v2/");
    private static final Map<String, UnaryOperator<Map<String, String>>> CLIENTS = Map.of(
            RECORDED,
            UnaryOperator.identity(),
            "without Accept",
            headers -> withAccept(headers, null),
            "with Accept */*",
            headers -> withAccept(headers, "*/*"));

    @TestHTTPResource
    URI root;

    @TestFactory
    Stream<DynamicTest> everyConversationPlaysToItsEnd() throws IOException {
        return Conversation.files().stream().flatMap(this::variations);
    }

    /**
     * Each base as recorded; the other clients at one of them, since the path and the Accept header do not meet. What is
     * only described is played at one base.
     */
    private Stream<DynamicTest> variations(Path file) {
        Stream<DynamicTest> bases = BASES.stream()
                .limit(Conversation.isRecorded(file) ? BASES.size() : 1)
                .map(base -> test(file, base, RECORDED));
        Stream<DynamicTest> clients = CLIENTS.keySet().stream()
                .filter(client -> !client.equals(RECORDED))
                .sorted()
                .map(client -> test(file, BASES.getFirst(), client));
        return Stream.concat(bases, clients);
    }

    private DynamicTest test(Path file, String base, String client) {
        return DynamicTest.dynamicTest(
                file.getFileName() + " at /" + base + " " + client, () -> play(file, base, client));
    }

    private void play(Path file, String base, String client) throws IOException {
        new Conversation(
                        root.resolve("/" + base).toString(),
                        DemoCompany.SCIM_TOKEN,
                        Objects.requireNonNull(CLIENTS.get(client)))
                .play(file);
    }

    private static Map<String, String> withAccept(Map<String, String> headers, @Nullable String accept) {
        Map<String, String> changed = new HashMap<>(headers);
        changed.remove("Accept");
        if (accept != null) {
            changed.put("Accept", accept);
        }
        return changed;
    }
}
