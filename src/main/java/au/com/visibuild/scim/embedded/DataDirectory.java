package au.com.visibuild.scim.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A cluster's files, made once.
 *
 * @param password of the superuser
 */
record DataDirectory(String password) {

    private static final int PASSWORD_BYTES = 16;

    /** Uses what is there; makes the password file and the cluster when they are missing. */
    static DataDirectory prepare(EmbeddedSettings settings, PostgresCommand command) {
        Path passwordFile = settings.directory().resolve("password");
        try {
            if (!Files.exists(settings.data())) {
                makeCluster(settings, command, passwordFile);
            }
            return new DataDirectory(Files.readString(passwordFile).strip());
        } catch (IOException e) {
            throw new EmbeddedDatabaseException(
                    "The database directory " + settings.directory() + " cannot be used: " + e, e);
        }
    }

    /** Under another name first: a start that was killed half-way begins again at the next one. */
    private static void makeCluster(EmbeddedSettings settings, PostgresCommand command, Path passwordFile)
            throws IOException {
        // Whatever git repository the directory lies in, its files are no part of it.
        Files.writeString(settings.directory().resolve(".gitignore"), "*\n");
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(passwordFile);
        Files.createFile(
                passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile, HexFormat.of().formatHex(random) + "\n");

        Path unfinished = settings.directory().resolve("data.unfinished");
        Directories.delete(unfinished);
        // The locale C: the order of strings is the same on every machine, and the service relies on no other.
        List<String> arguments = new ArrayList<>(List.of(
                "--pgdata=" + unfinished.toAbsolutePath(),
                "--username=" + EmbeddedDatabase.USER,
                "--pwfile=" + passwordFile.toAbsolutePath(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C"));
        if (!settings.durable()) {
            arguments.add("--no-sync");
        }
        command.run("PostgreSQL's data directory cannot be made", settings.directory(), "initdb", arguments);
        Files.move(unfinished, settings.data(), StandardCopyOption.ATOMIC_MOVE);
    }
}
