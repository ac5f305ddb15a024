package au.com.visibuild.scim.platform;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A moment in a sentence that a person reads, wherever in the world. */
public final class PlainTime {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private PlainTime() {}

    /** Such as "1 Mar 2026, 09:00:05 UTC". */
    public static String seconds(Instant moment) {
        return SECONDS.format(moment);
    }

    /** Such as "1 Mar 2026, 09:00 UTC". */
    public static String minutes(Instant moment) {
        return MINUTES.format(moment);
    }
}
