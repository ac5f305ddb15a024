package au.com.visibuild.scim.protocol.interop;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What operators read about tolerances is what the code says about them. */
class ToleranceTableTest {

    private static final String HEAD = """
            | number | name | what is read, and how | for whom |
            |---|---|---|---|
            """;

    @Test
    void theTableForOperatorsHasARowForEachTolerance() throws IOException {
        String rows =
                Arrays.stream(Tolerance.values()).map(ToleranceTableTest::row).collect(joining());

        assertThat(Files.readString(Path.of("deployment", "README.md"))).endsWith(HEAD + rows);
    }

    private static String row(Tolerance tolerance) {
        String always = tolerance.kind() == Tolerance.Kind.RULE ? ", always" : "";
        return "| %s%s | `%s` | %s | %s |\n"
                .formatted(tolerance, always, tolerance.title(), tolerance.treatment(), tolerance.clients());
    }
}
