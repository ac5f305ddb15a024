package au.com.visibuild.scim.deployment;

import static org.assertj.core.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A program that is not part of the project and that a test needs. */
enum Tool {
    /** With Kustomize built in. */
    KUBECTL("kubectl"),
    /** Prometheus' check of rules. */
    PROMTOOL("promtool");

    static final Path DEPLOYMENT = Path.of("deployment").toAbsolutePath();

    /** What {@code .ci/run} has found or brought. */
    private static final List<String> EXPECTED = List.of(
            Optional.ofNullable(System.getenv("TOOLS_EXPECTED")).orElse("").split(" "));

    private final String program;

    Tool(String program) {
        this.program = program;
    }

    /** What a run gave. */
    record Output(int status, String text) {}

    /** Runs it, for five minutes at most. Without the program the test is skipped, or fails where it was promised. */
    Output run(Path directory, String... arguments) {
        List<String> command = new ArrayList<>(List.of(path()));
        command.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile(program, ".out");
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return fail(command + " does not end");
            }
            String text = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            return new Output(process.exitValue(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String path() {
        Optional<String> found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
        if (found.isPresent()) {
            return found.get();
        }
        String missing = "NOT TESTED: " + program + " is not on the PATH; .ci/run brings it.";
        System.out.println(missing);
        if (EXPECTED.contains(program)) {
            fail(missing);
        }
        Assumptions.abort(missing);
        throw new AssertionError();
    }
}
