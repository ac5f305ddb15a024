package au.com.visibuild.scim.interop;

import au.com.visibuild.scim.demo.DemoCompany;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.requirement.Requirement;
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
    @Requirement({
        "BULK-10",
        "CM-15",
        "CR-03",
        "CR-05",
        "CR-06",
        "CR-09",
        "CUR-01",
        "CUR-04",
        "CUR-05",
        "CUR-06",
        "CUR-09",
        "CUR-12",
        "CUR-13",
        "DEL-01",
        "DEL-02",
        "DEL-03",
        "DEL-04",
        "ET-03",
        "ET-04",
        "FI-01",
        "FI-02",
        "FI-03",
        "FI-04",
        "FI-05",
        "FI-10",
        "FI-11",
        "FI-12",
        "FI-13",
        "FI-14",
        "FI-15",
        "FI-16",
        "FI-19",
        "FI-20",
        "PATCH-01",
        "PATCH-10",
        "PATCH-11",
        "PATCH-12",
        "PATCH-13",
        "PATCH-14",
        "PATCH-ADD-06",
        "PATCH-ADD-07",
        "PATCH-REM-01",
        "PATCH-REM-04",
        "PATCH-REP-02",
        "PATCH-REP-04",
        "PATCH-REP-07",
        "PG-01",
        "PG-02",
        "PG-03",
        "PG-05",
        "PUT-01",
        "PUT-02",
        "PUT-05",
        "PUT-08",
        "PUT-11",
        "QU-01",
        "QU-02",
        "QU-04",
        "QU-05",
        "RT-01",
        "RT-02",
        "RT-03",
        "RT-05",
        "SO-03",
        "SR-01",
        "US-01",
        "US-07"
    })
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
