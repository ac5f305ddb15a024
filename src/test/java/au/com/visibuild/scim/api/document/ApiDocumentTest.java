package au.com.visibuild.scim.api.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.models.Operation;
import org.junit.jupiter.api.Test;

/** The document of the API that is checked in says what the code says. {@code -Ddocument=write} writes it anew. */
class ApiDocumentTest {

    @Test
    void theCheckedInDocumentSaysWhatTheCodeSays() throws IOException {
        String said = ApiDocument.ofTheCode().toYAML();
        if ("write".equals(System.getProperty("document"))) {
            Files.writeString(ApiDocument.FILE, said);
        }

        assertThat(Files.readString(ApiDocument.FILE))
                .as("./mvnw test -Dtest=ApiDocumentTest -Ddocument=write writes it anew")
                .isEqualTo(said);
    }

    @Test
    void everyOperationHasANameOfItsOwnAndAWordOnWhatItDoes() {
        List<String> names = new ArrayList<>();
        for (var path :
                ApiDocument.ofTheCode().model().getPaths().getPathItems().entrySet()) {
            for (Operation operation : path.getValue().getOperations().values()) {
                names.add(operation.getOperationId());
                assertThat(operation.getSummary())
                        .as("%s", operation.getOperationId())
                        .hasSizeBetween(8, 160);
                assertThat(operation.getResponses().getAPIResponses().keySet())
                        .as("%s", operation.getOperationId())
                        .anyMatch(status -> status.startsWith("2"));
            }
        }
        assertThat(names).hasSizeGreaterThan(35).doesNotHaveDuplicates();
    }
}
