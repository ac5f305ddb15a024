package au.com.visibuild.scim.api.ops;

import java.util.Map;
import java.util.Set;

/**
 * What a SCIM request asks for, in a few known words.
 *
 * @param resource the endpoint, or {@code other}
 * @param name what is done there, or {@code other}
 */
record ScimOperation(String resource, String name) {

    private static final String OTHER = "other";

    private static final Set<String> ENDPOINTS =
            Set.of("Users", "Groups", "Me", "Bulk", "ServiceProviderConfig", "ResourceTypes", "Schemas");

    private static final Map<String, String> ON_ALL = Map.of("GET", "list", "POST", "create");
    private static final Map<String, String> ON_ONE =
            Map.of("GET", "get", "PUT", "replace", "PATCH", "patch", "DELETE", "delete");

    /** By the path below the base, as it is after doubled slashes are gone. */
    static ScimOperation of(String method, String rest) {
        String[] segments = rest.split("/", -1);
        String first = segments.length > 1 ? segments[1] : "";
        if (first.equals(".search") || first.isEmpty()) {
            return new ScimOperation("all", segments.length > 2 ? OTHER : search(method, first));
        }
        if (!ENDPOINTS.contains(first) || segments.length > 3) {
            return new ScimOperation(OTHER, OTHER);
        }
        String second = segments.length > 2 ? segments[2] : "";
        if (second.equals(".search")) {
            return new ScimOperation(first, search(method, second));
        }
        if (first.equals("Bulk") && second.isEmpty()) {
            return new ScimOperation(first, method.equals("POST") ? "bulk" : OTHER);
        }
        return new ScimOperation(first, (second.isEmpty() ? ON_ALL : ON_ONE).getOrDefault(method, OTHER));
    }

    /** For log lines. */
    String text() {
        return resource + "." + name;
    }

    private static String search(String method, String segment) {
        boolean search = segment.isEmpty() ? method.equals("GET") : method.equals("POST");
        return search ? "search" : OTHER;
    }
}
