package au.com.visibuild.scim.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One application at a time works with a directory. The operating system lets go of the lock when it ends. */
final class DirectoryLock implements AutoCloseable {

    private final FileChannel file;

    private DirectoryLock(FileChannel file) {
        this.file = file;
    }

    static DirectoryLock take(Path directory) {
        try {
            Files.createDirectories(directory);
            FileChannel file =
                    FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                FileLock lock = file.tryLock();
                if (lock != null) {
                    return new DirectoryLock(file);
                }
            } catch (OverlappingFileLockException e) {
                // Held by this very process: as taken as by any other.
            }
            file.close();
            throw new EmbeddedDatabaseException("Another running application uses the database directory " + directory
                    + ". Stop it, or set visibuild.embedded.data-dir to another directory.");
        } catch (IOException e) {
            throw new EmbeddedDatabaseException(
                    "The database directory " + directory + " cannot be used: " + e
                            + ". Set visibuild.embedded.data-dir to a directory that can be written.",
                    e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new EmbeddedDatabaseException("The lock cannot be released: " + e, e);
        }
    }
}
