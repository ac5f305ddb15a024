package au.com.visibuild.scim.embedded;

import java.nio.file.Path;

/**
 * How an embedded database is wanted.
 *
 * @param binaries  where PostgreSQL is unpacked
 * @param directory holds the data, the password, the lock and the server's log; made when missing, kept afterwards
 * @param port      the port on the loopback address, 0 for any free one
 * @param durable   whether a commit survives a power failure; false only for tests, where it is faster
 */
public record EmbeddedSettings(Path binaries, Path directory, int port, boolean durable) {

    /** Everything in one directory, durable. */
    public static EmbeddedSettings keptIn(Path directory, int port) {
        return new EmbeddedSettings(directory, directory, port, true);
    }

    /** Fast, of no use after a power failure. */
    public static EmbeddedSettings forTests(Path binaries, Path directory) {
        return new EmbeddedSettings(binaries, directory, 0, false);
    }

    Path data() {
        return directory.resolve("data");
    }

    Path log() {
        return directory.resolve("server.log");
    }
}
