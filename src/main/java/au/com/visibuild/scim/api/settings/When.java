package au.com.visibuild.scim.api.settings;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A moment as the page shows it; the script adds the viewer's own time zone.
 *
 * @param iso for machines
 * @param text for people, in UTC
 * @param day the day alone, in UTC too
 */
public record When(String iso, String text, String day) {

    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy '(UTC)'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    static When at(Instant moment) {
        return new When(moment.truncatedTo(ChronoUnit.MILLIS).toString(), TEXT.format(moment), DAY.format(moment));
    }

    static @Nullable When atOrNull(@Nullable Instant moment) {
        return moment == null ? null : at(moment);
    }
}
