package au.com.visibuild.scim.launch;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.launch.StartPages.Range;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartPagesTest {

    private static final String SERVICE = "/app/visibuild-scim";

    @Test
    void codeAndObjectsThatNobodyWritesAreGivenBack() {
        assertThat(givenBack("""
                00401000-061aa000 r-xp 00001000 fe:00 131 /app/visibuild-scim
                Rss:               52176 kB
                Anonymous:             0 kB
                7f0001000000-7f0002800000 r--p 05ca0000 fe:00 131                 /app/visibuild-scim
                Rss:               22076 kB
                Anonymous:             0 kB
                """))
                .containsExactly(new Range(0x401000L, 0x61aa000L), new Range(0x7f0001000000L, 0x7f0002800000L));
    }

    @Test
    void whatMayBeWrittenStays() {
        assertThat(givenBack("""
                00401000-00402000 rw-p 00001000 fe:00 131 /app/visibuild-scim
                Anonymous:             0 kB
                """)).isEmpty();
    }

    /** As the addresses that the loader writes before it forbids to write any more: the file does not have them. */
    @Test
    void whatWasWrittenBeforeItBecameReadOnlyStays() {
        assertThat(givenBack("""
                00401000-00402000 r--p 00001000 fe:00 131 /app/visibuild-scim
                Anonymous:             4 kB
                """)).isEmpty();
    }

    @Test
    void otherFilesAndWhatIsOfNoFileStay() {
        assertThat(givenBack("""
                00401000-00402000 r-xp 00001000 fe:00 132 /usr/lib/libc.so.6
                Anonymous:             0 kB
                00403000-00404000 r--p 00000000 00:00 0
                Anonymous:             0 kB
                00405000-00406000 r-xp 00000000 fe:00 131 /app/visibuild-scim-old
                Anonymous:             0 kB
                """)).isEmpty();
    }

    private static List<Range> givenBack(String smaps) {
        return StartPages.unchangedPartsOf(SERVICE, smaps.lines().toList());
    }
}
