package au.com.visibuild.scim.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The server process of one data directory. */
final class PostgresServer {

    private final EmbeddedSettings settings;
    private final PostgresCommand command;
    private final int port;

    private PostgresServer(EmbeddedSettings settings, PostgresCommand command, int port) {
        this.settings = settings;
        this.command = command;
        this.port = port;
    }

    int port() {
        return port;
    }

    /** Adopts the directory's server if it runs, whatever port was asked for; else starts it. */
    static PostgresServer startOrAdopt(EmbeddedSettings settings, PostgresCommand command) {
        Optional<PostmasterFile> noted = PostmasterFile.in(settings.data());
        if (noted.filter(PostmasterFile::isAlive).isPresent()) {
            return new PostgresServer(settings, command, noted.get().port());
        }
        // PostgreSQL itself takes over a file of a dead process, but not one whose process id lives on as
        // something else. We hold the directory's lock and have looked: it is nobody's.
        noted.ifPresent(stale -> forget(settings.data()));
        PostgresServer server = new PostgresServer(settings, command, freePort(settings.port()));
        server.start();
        return server;
    }

    void stop() {
        if (PostmasterFile.in(settings.data()).isEmpty()) {
            return;
        }
        command.run(
                "PostgreSQL cannot be stopped",
                settings.directory(),
                "pg_ctl",
                List.of("stop", "--pgdata=" + data(), "--mode=fast", "--wait", "--timeout=60"));
    }

    private void start() {
        String sync = settings.durable() ? "on" : "off";
        String options = String.join(
                " -c ",
                "-p " + port,
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=200",
                "fsync=" + sync,
                "synchronous_commit=" + sync,
                "full_page_writes=" + sync);
        try {
            command.run(
                    "PostgreSQL cannot be started on port " + port,
                    settings.directory(),
                    "pg_ctl",
                    List.of(
                            "start",
                            "--pgdata=" + data(),
                            "--log=" + settings.log().toAbsolutePath(),
                            "--wait",
                            "--timeout=60",
                            "--options=" + options));
        } catch (EmbeddedDatabaseException e) {
            throw new EmbeddedDatabaseException(e.getMessage() + "\nIts log is " + settings.log() + ".", e);
        }
    }

    private Path data() {
        return settings.data().toAbsolutePath();
    }

    private static void forget(Path data) {
        try {
            Files.deleteIfExists(PostmasterFile.path(data));
        } catch (IOException e) {
            throw new EmbeddedDatabaseException(PostmasterFile.path(data) + " cannot be removed: " + e, e);
        }
    }

    /** Binds the port for a moment, to say clearly that a wanted one is taken, or to have a free one chosen. */
    private static int freePort(int wanted) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new EmbeddedDatabaseException(
                    "Port " + wanted + " of the embedded database is taken: " + e.getMessage()
                            + ". Set visibuild.embedded.port to another one, or to 0 for any.",
                    e);
        }
    }
}
