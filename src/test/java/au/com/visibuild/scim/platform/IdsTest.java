package au.com.visibuild.scim.platform;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.requirement.Requirement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

    private static final int MANY = 10_000;
    private static final Instant NOW = Instant.parse("2026-01-31T09:30:00Z");

    @Test
    @Requirement("CM-08")
    void noTwoIdsAreAlikeEvenOfOneMillisecond() {
        Ids ids = new Ids(Clock.fixed(NOW, ZoneOffset.UTC));

        assertThat(Stream.generate(ids::next).limit(MANY)).doesNotHaveDuplicates();
    }

    /** SCIM keeps the word bulkId to itself: references of bulk requests are made of it. */
    @Test
    @Requirement("CM-09")
    void anIdHasHexadecimalDigitsOnlyAndSoNoWordOfScims() {
        Ids ids = new Ids(Clock.systemUTC());

        assertThat(Stream.generate(ids::next).limit(MANY).map(UUID::toString))
                .allMatch(id -> id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
    }

    @Test
    void anIdIsOfVersionSevenAndSortsByItsTime() {
        List<String> inOrder = Stream.iterate(NOW, time -> time.plusMillis(1))
                .limit(MANY)
                .map(time -> new Ids(Clock.fixed(time, ZoneOffset.UTC)).next().toString())
                .toList();

        assertThat(inOrder).isSorted().allMatch(id -> UUID.fromString(id).version() == 7);
    }

    @Test
    void anIdIsReadInItsOneFormAndNothingElseIsOne() {
        UUID id = UUID.fromString("01900000-0000-7000-8000-00000000c0de");

        assertThat(Ids.read(id.toString())).isEqualTo(id);
        assertThat(Ids.read("01900000-0000-7000-8000-00000000C0DE")).isEqualTo(id);
        // The first two are what java.util.UUID also reads.
        for (String other : new String[] {
            "1-1-1-1-1", "001900000-000-7000-8000-00000000c0de", "", "01900000000070008000000000000c0de0000", null
        }) {
            assertThat(Ids.read(other)).as(other).isNull();
        }
    }
}
