package au.com.visibuild.scim.api;

import au.com.visibuild.scim.protocol.attribute.AttributeValue.Decimal;
import io.vertx.ext.web.RoutingContext;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the SCIM surface begins and what its errors look like. The path on the settings page is {@code /scim_v2}; Okta
 * forbids an underscore in its base URL, so {@code /scim/v2} is the same surface.
 */
public final class ScimSurface {

    /** The media type of RFC 7644 §8.1. */
    public static final String MEDIA_TYPE = "application/scim+json";

    /** The path under which the resources are written; requests to the other one are led here. */
    public static final String BASE = "/scim_v2";

    /** The same surface for Okta. */
    public static final String BASE_WITHOUT_UNDERSCORE = "/scim/v2";

    private static final List<String> BASES = List.of(BASE, BASE_WITHOUT_UNDERSCORE);

    private ScimSurface() {}

    /**
     * Takes a raw path apart.
     *
     * @param base the base the caller used
     * @param rest what stands behind it, with one slash before each segment and none at the end; empty for the base
     */
    public record Path(String base, String rest) {}

    /**
     * The request's path within the surface, or null when it is outside. Read from the normal form of the path, the one
     * that routing goes by: what decides who must show a token must not be spelt around.
     */
    public static @Nullable Path path(RoutingContext request) {
        return path(request.normalizedPath());
    }

    /** The path within the surface, or null when it is outside. Runs of slashes count as one. */
    static @Nullable Path path(String normalPath) {
        String path = collapse(normalPath);
        for (String base : BASES) {
            if (path.startsWith(base) && (path.length() == base.length() || path.charAt(base.length()) == '/')) {
                return new Path(base, path.substring(base.length()));
            }
        }
        return null;
    }

    /** Whether the request is for this surface. */
    public static boolean isScim(RoutingContext request) {
        return path(request) != null;
    }

    static Decimal number(long value) {
        return new Decimal(BigDecimal.valueOf(value));
    }

    private static String collapse(String normalPath) {
        if (!normalPath.contains("//") && !normalPath.endsWith("/")) {
            return normalPath;
        }
        StringBuilder path = new StringBuilder(normalPath.length());
        for (int i = 0; i < normalPath.length(); i++) {
            char c = normalPath.charAt(i);
            if (c != '/' || path.isEmpty() || path.charAt(path.length() - 1) != '/') {
                path.append(c);
            }
        }
        int end = path.length();
        return end > 1 && path.charAt(end - 1) == '/' ? path.substring(0, end - 1) : path.toString();
    }
}
