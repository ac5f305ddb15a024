package au.com.visibuild.scim.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a running server notes about itself in its data directory: process id on line 1, port on line 4.
 *
 * @param pid  the server's process, which may have ended without removing the file
 * @param port the port it listens on
 */
record PostmasterFile(long pid, int port) {

    private static final int PORT_LINE = 3;

    static Optional<PostmasterFile> in(Path dataDirectory) {
        try {
            List<String> lines = Files.readAllLines(path(dataDirectory));
            return Optional.of(new PostmasterFile(
                    Long.parseLong(lines.getFirst().strip()),
                    Integer.parseInt(lines.get(PORT_LINE).strip())));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            throw new EmbeddedDatabaseException(path(dataDirectory) + " cannot be read: " + e, e);
        }
    }

    static Path path(Path dataDirectory) {
        return dataDirectory.resolve("postmaster.pid");
    }

    /** Whether the noted process lives and is a PostgreSQL; after a reboot its id may belong to anything. */
    boolean isAlive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().command())
                .filter(command -> command.endsWith("/postgres"))
                .isPresent();
    }
}
