package au.com.visibuild.scim.protocol.resource;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The version of a resource and its entity tag, {@code W/"7"} (RFC 7644 §3.14). The tag is weak because one version
 * has many representations: projections and {@code $ref}s.
 *
 * <p>Tags are compared weakly for both headers, since a weak tag could never match {@code If-Match} under RFC 9110's
 * strong comparison. Headers come from clients, so nothing here throws: the strong form {@code "7"} and the bare
 * {@code 7} are understood, and whatever else cannot be read names no version.
 *
 * @param number counts the changes
 */
public record ResourceVersion(long number) {

    // RFC 9110 §8.8.3, or what clients make of it when they drop the quotes. Possessive, so that long input
    // is not read twice; each tag starts where the last one ended, so that the first unreadable one ends the list.
    private static final Pattern TAG =
            Pattern.compile("\\G[\\s,]*+(?:[Ww]/)?+(?:\"([^\"]*+)\"|([^\",\\s]++))(?=\\s*+(?:,|$))");

    /** The entity tag, for the header and for {@code meta.version}. */
    public String etag() {
        return "W/\"" + number + "\"";
    }

    /** Whether a write may go on: there is no such header, or it names this version or {@code *}. */
    public boolean satisfiesIfMatch(@Nullable String header) {
        return header == null || isNamedIn(header);
    }

    /** Whether a read must be answered in full: there is no such header, or it names neither this version nor {@code *}. */
    public boolean satisfiesIfNoneMatch(@Nullable String header) {
        return header == null || !isNamedIn(header);
    }

    private boolean isNamedIn(String header) {
        if (header.strip().equals("*")) {
            return true;
        }
        String own = Long.toString(number);
        Matcher tags = TAG.matcher(header);
        while (tags.find()) {
            if (own.equals(tags.group(1)) || own.equals(tags.group(2))) {
                return true;
            }
        }
        return false;
    }
}
