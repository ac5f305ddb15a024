package au.com.visibuild.scim.interop;

import au.com.visibuild.scim.fixture.Artefact;
import au.com.visibuild.scim.fixture.Instance;
import au.com.visibuild.scim.fixture.ProductionCompany;
import au.com.visibuild.scim.fixture.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** The same recorded conversations against the packaged service, in a company that staff made. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdpConversationIT {

    private final Instance instance =
            Artefact.production(TestPostgres.newDatabase()).start();
    private String token = "";

    @BeforeAll
    void makeCompany() {
        token = ProductionCompany.make(instance.awaitReady()).enable(instance);
    }

    @AfterAll
    void stop() {
        instance.close();
    }

    @TestFactory
    Stream<DynamicTest> everyRecordedConversationPlaysToItsEnd() throws IOException {
        return Conversation.files().stream()
                .filter(Conversation::isRecorded)
                .flatMap(file -> IdpConversationTest.BASES.stream()
                        .map(base ->
                                DynamicTest.dynamicTest(file.getFileName() + " at /" + base, () -> play(file, base))));
    }

    private void play(Path file, String base) throws IOException {
        new Conversation(instance.root().resolve("/" + base).toString(), token, UnaryOperator.identity()).play(file);
    }
}
