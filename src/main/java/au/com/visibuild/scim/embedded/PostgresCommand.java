package au.com.visibuild.scim.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs one of PostgreSQL's programs to its end. */
final class PostgresCommand {

    private static final int MINUTES = 2;

    private final PostgresBinaries binaries;
    private final boolean asRoot = "root".equals(System.getProperty("user.name"));

    PostgresCommand(PostgresBinaries binaries) {
        this.binaries = binaries;
    }

    /** Fails with {@code intention} and the program's own words when it does not end well. */
    void run(String intention, Path workingDirectory, String program, List<String> arguments) {
        List<String> line = new ArrayList<>();
        if (asRoot) {
            // PostgreSQL refuses to run as root. In a user namespace of its own the process is nobody, as far as
            // it can see, and still owns its files.
            line.addAll(List.of("unshare", "--user"));
        }
        line.add(binaries.program(program).toString());
        line.addAll(arguments);
        try {
            Process process = new ProcessBuilder(line)
                    .directory(workingDirectory.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new EmbeddedDatabaseException(intention + ": " + program + " did not come to an end. " + output);
            }
            if (process.exitValue() != 0) {
                throw new EmbeddedDatabaseException(intention + ":\n" + output + (asRoot ? ROOT_HINT : ""));
            }
        } catch (IOException e) {
            throw new EmbeddedDatabaseException(intention + ": " + e.getMessage() + (asRoot ? ROOT_HINT : ""), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedDatabaseException(intention + ": interrupted", e);
        }
    }

    private static final String ROOT_HINT = "\n(As root this needs `unshare --user`, which some containers forbid:"
            + " then start as another user, or use a PostgreSQL server of your own.)";
}
