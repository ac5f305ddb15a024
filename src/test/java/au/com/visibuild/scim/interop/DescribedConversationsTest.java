package au.com.visibuild.scim.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Conversations that nobody recorded say of each step where it is described, or that it is our reconstruction. */
class DescribedConversationsTest {

    @Test
    void everyStepNamesItsDocumentOrSaysThatItIsAReconstruction() throws IOException {
        List<Path> described = Conversation.files().stream()
                .filter(file -> !Conversation.isRecorded(file))
                .toList();

        assertThat(described).isNotEmpty();
        for (Path file : described) {
            JsonNode steps = new ObjectMapper().readTree(file.toFile());
            Set<String> names = new HashSet<>();
            int documented = 0;
            for (JsonNode step : steps) {
                String name = file.getFileName() + ": " + step.path("name").asText();
                boolean reconstructed = !step.path("confirmed").asBoolean(true);
                boolean noted = !step.path("note").asText().isBlank();
                assertThat(names.add(name)).as(name + " is there once").isTrue();
                assertThat(noted || reconstructed).as(name).isTrue();
                documented += noted ? 1 : 0;
            }
            assertThat(documented).as(file.toString()).isPositive();
        }
    }
}
