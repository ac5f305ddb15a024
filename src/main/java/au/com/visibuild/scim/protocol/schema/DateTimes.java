package au.com.visibuild.scim.protocol.schema;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lexical form of {@code xsd:dateTime}, which RFC 7643 §2.3.5 asks for. */
final class DateTimes {

    private static final Pattern XSD = Pattern.compile("(-?[0-9]{4,9})-([0-9]{2})-([0-9]{2})"
            + "T(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,20})?|24:00:00(?:\\.0{1,20})?)"
            + "(?:Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00))?");

    private DateTimes() {}

    /** Whether the text is a date with a time that exist; the offset may be missing, as XML Schema allows. */
    static boolean isValid(String text) {
        Matcher matcher = XSD.matcher(text);
        if (!matcher.matches()) {
            return false;
        }
        try {
            int year = Integer.parseInt(matcher.group(1));
            LocalDate.of(year, Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)));
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }
}
