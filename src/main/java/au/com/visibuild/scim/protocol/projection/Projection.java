package au.com.visibuild.scim.protocol.projection;

import au.com.visibuild.scim.protocol.error.ScimException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which attributes a caller asked for (RFC 7644 §3.9); at most one of the two lists has names. The names stand as the
 * caller wrote them: {@code userName}, {@code name.givenName}, with or without their schema's URN, or a schema's URN
 * alone for all its attributes. What no schema knows has no effect.
 *
 * @param attributes show these instead of the default ones
 * @param excludedAttributes show the default ones without these
 */
public record Projection(List<String> attributes, List<String> excludedAttributes) {

    /** Neither list: what is returned by default. */
    public static final Projection DEFAULT = new Projection(List.of(), List.of());

    /**
     * Blank names are dropped.
     *
     * @throws ScimException invalidSyntax when both lists have names; RFC 7644 §3.9 lets only one be used
     */
    public Projection {
        attributes = named(attributes.stream());
        excludedAttributes = named(excludedAttributes.stream());
        if (!attributes.isEmpty() && !excludedAttributes.isEmpty()) {
            throw ScimException.invalidSyntax(
                    "attributes and excludedAttributes exclude each other; send only one of them.");
        }
    }

    /** From query parameters: comma-separated names, or null. */
    public static Projection parse(@Nullable String attributes, @Nullable String excludedAttributes) {
        return new Projection(split(attributes), split(excludedAttributes));
    }

    /** Whether nothing was asked for. */
    public boolean isDefault() {
        return attributes.isEmpty() && excludedAttributes.isEmpty();
    }

    private static List<String> split(@Nullable String names) {
        return names == null ? List.of() : Arrays.asList(names.split(","));
    }

    private static List<String> named(Stream<String> names) {
        return names.map(String::strip).filter(name -> !name.isEmpty()).toList();
    }
}
