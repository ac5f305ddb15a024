package au.com.visibuild.scim.launch;

import au.com.visibuild.scim.platform.WarmUp;
import io.quarkus.runtime.ImageMode;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.graalvm.nativeimage.c.function.CFunction;
import org.graalvm.word.PointerBase;
import org.graalvm.word.UnsignedWord;
import org.graalvm.word.WordFactory;
import org.jboss.logging.Logger;

/**
 * Gives back what the start alone needed of an executable's file. Its code and its unchangeable objects are mapped from
 * the file, and Linux maps 64 KiB around each byte that is touched: after a start that is most of them, though the service
 * then lives on a fifth. Once everything has warmed up they are unmapped (madvise(2), MADV_DONTNEED); what is needed
 * again comes back from the page cache, at the price of a page fault for each 64 KiB. Only where Linux tells of them,
 * and not on a JVM.
 */
@Singleton
class StartPages {

    private static final Logger LOG = Logger.getLogger(StartPages.class);
    private static final int AFTER_THE_REHEARSAL = 4_000;
    private static final Path MAPPINGS = Path.of("/proc/self/smaps");
    private static final Path EXECUTABLE = Path.of("/proc/self/exe");

    /** A mapping's first line in proc(5): its range, what may be done with it, offset, device, inode and file. */
    private static final Pattern MAPPING =
            Pattern.compile("([0-9a-f]+)-([0-9a-f]+) (\\S+) [0-9a-f]+ \\S+ \\d+\\s*(.*)");

    /** What a mapping holds that its file does not, such as the addresses that the loader writes. */
    private static final Pattern ANONYMOUS = Pattern.compile("Anonymous:\\s+(\\d+) kB");

    /** Addresses of a process, the end not included. */
    record Range(long begin, long end) {}

    void giveBack(@Observes @Priority(AFTER_THE_REHEARSAL) WarmUp time) {
        if (ImageMode.current() != ImageMode.NATIVE_RUN || !Files.isReadable(MAPPINGS)) {
            return;
        }
        try {
            String executable = Files.readSymbolicLink(EXECUTABLE).toString();
            for (Range range : unchangedPartsOf(executable, Files.readAllLines(MAPPINGS))) {
                CLibrary.giveBack(range);
            }
        } catch (IOException failure) {
            LOG.debugf("What the start alone needed stays in memory: %s", failure.getMessage());
        }
    }

    /**
     * The mappings of a file that can be read from it again at any time: nobody may write to them, and nobody has.
     *
     * @param smaps the lines of {@code /proc/self/smaps}
     */
    static List<Range> unchangedPartsOf(String file, List<String> smaps) {
        List<Range> unchanged = new ArrayList<>();
        Range mapping = null;
        for (String line : smaps) {
            Matcher first = MAPPING.matcher(line);
            if (first.matches()) {
                boolean fits = first.group(4).equals(file) && !first.group(3).contains("w");
                mapping = fits
                        ? new Range(
                                Long.parseUnsignedLong(first.group(1), 16), Long.parseUnsignedLong(first.group(2), 16))
                        : null;
                continue;
            }
            Matcher anonymous = ANONYMOUS.matcher(line);
            if (mapping != null && anonymous.matches() && anonymous.group(1).equals("0")) {
                unchanged.add(mapping);
            }
        }
        return unchanged;
    }

    /** Of its own, because what it is made of is in executables only. */
    private static final class CLibrary {

        private static final int DONT_NEED = 4;

        static void giveBack(Range range) {
            madvise(WordFactory.pointer(range.begin()), WordFactory.unsigned(range.end() - range.begin()), DONT_NEED);
        }

        @CFunction
        private static native int madvise(PointerBase begin, UnsignedWord length, int advice);
    }
}
